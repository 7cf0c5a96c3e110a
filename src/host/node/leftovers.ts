import { ProblemsFound } from '../../problem.ts';
import type { Stray } from '../processes.ts';
import { removeCgroup } from './descent/cgroup.ts';
import { descent, type Origin } from './descent/descent.ts';
import { bootOf, listed, namespaceOf } from './process-table.ts';
import { endInOrder } from './sessions.ts';
import { type Noted, type Notes, readNotes, removeNotes, writeNotes } from './state/notes.ts';
import { removeTemporariesIn } from './temporary-name.ts';

/** A work directory, its state folder and its secret. */
export interface Station {
  readonly path: string;
  readonly folder: string;
  readonly secret: string;
}

/**
 * Ends programs that a killed run has left running, as far as it is proved that they are its own
 * (see `descent`), and names those of which it is not. Call it with the lock of the directory held:
 * then whoever wrote the notes is dead.
 */
export async function endLeftovers({ folder, secret }: Station): Promise<readonly Stray[]> {
  const notes = readNotes(folder);
  if (notes && isSelf(notes)) return [];
  const origin = { secret, ...(notes && isOfHere(notes) ? notes : UNKNOWN) };
  const { proved, doubtful } = descent(origin);
  await endInOrder(() => descent(origin).proved);
  if (origin.cgroup !== null) removeCgroup(origin.cgroup);
  return [
    ...proved.map(({ name, pid }) => ({ name, pid, isEnded: true })),
    ...doubtful.map(({ name, pid }) => ({ name, pid, isEnded: false })),
  ];
}

/** Ids and start times mean nothing after another boot, or in another namespace. */
const isOfHere = ({ boot, namespace }: Notes): boolean =>
  boot === bootOf() && namespace === namespaceOf();

/** This process may claim a directory again: what it has started is no leftover. */
const isSelf = (notes: Notes): boolean =>
  isOfHere(notes) &&
  notes.owner.pid === process.pid &&
  notes.owner.started === listed('self')?.started;

const UNKNOWN: Omit<Origin, 'secret'> = {
  // Nothing can be proved of an owner that is not known.
  owner: { pid: 0, started: Infinity },
  cgroup: null,
  sessions: [],
};

/** The problem that another process holds the lock of a work directory. */
export function inUse({ path, folder }: Omit<Station, 'secret'>): ProblemsFound {
  const notes = readNotes(folder);
  const who = notes && isOfHere(notes) ? ` (process ${notes.owner.pid})` : '';
  return new ProblemsFound([
    {
      path: '',
      message: `another run${who} is at work in ${path}`,
      hint: 'wait for its end, or name another work directory',
    },
  ]);
}

/** Notes this process and its running programs. */
export function note(folder: string, cgroup: string | null, pids: readonly number[]): void {
  const [boot, namespace, [owner]] = [bootOf(), namespaceOf(), noted(process.pid)];
  // Without these, a later reader could not tell the processes from others with the same ids.
  if (!boot || !namespace || !owner) return;
  writeNotes(folder, { boot, namespace, owner, cgroup, sessions: pids.flatMap(noted) });
}

const noted = (pid: number): readonly Noted[] => {
  const current = listed(pid);
  return current ? [{ pid, started: current.started }] : [];
};

/** Removes the notes, and the temporary files of killed runs. */
export function tidy({ path, folder }: Omit<Station, 'secret'>): void {
  removeNotes(folder);
  removeTemporariesIn(path);
  removeTemporariesIn(folder);
}
