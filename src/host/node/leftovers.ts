import { readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsFound } from '../../problem.ts';
import { attempt } from './fault.ts';
import { bootOf, isAtWorkIn, type Listed, listed, membersOf } from './process-table.ts';
import { endInOrder } from './sessions.ts';

const NAME = '.backcast-running';

/** A process, identified uniquely within one boot of the machine by its id and start time. */
interface Noted {
  readonly pid: number;
  readonly started: number;
}

/**
 * The notes file of a work directory: the process that uses it, and the sessions it has started.
 */
interface Notes {
  readonly boot: string;
  readonly owner: Noted;
  readonly sessions: readonly Noted[];
}

/**
 * Ends programs that a killed run has left running; returns their names.
 *
 * Process ids are reused, so a session's leader is ended only if its start time matches the noted
 * one. If the leader is gone, its id is not reused while another member of the session lives, but
 * the noted session may have ended and its id been reused since. So its members must also have the
 * work directory in their environment or work in it.
 *
 * @throws ProblemsFound while the process that wrote the notes is alive: its programs are in use.
 */
export async function endLeftovers(path: string): Promise<readonly string[]> {
  const notes = readNotes(path);
  if (!notes || notes.boot !== bootOf()) return [];
  const { owner, sessions } = notes;
  if (owner.pid !== process.pid && isLiving(owner)) throw inUse(path, owner.pid);
  const living = (): readonly Listed[] => sessions.flatMap((session) => leftOf(session, path));
  const names = living().map(({ name, pid }) => `${name} (${pid})`);
  await endInOrder(living);
  return names;
}

const isLiving = ({ pid, started }: Noted): boolean => {
  const current = listed(pid);
  return current?.started === started && current.state !== 'Z';
};

function leftOf(session: Noted, path: string): readonly Listed[] {
  const first = listed(session.pid);
  if (first && first.started !== session.started) return [];
  const members = membersOf(session.pid);
  return first ? members : members.filter(({ pid }) => isAtWorkIn(pid, path));
}

const inUse = (path: string, pid: number): ProblemsFound =>
  new ProblemsFound([
    {
      path: '',
      message: `another run (process ${pid}) is at work in ${path}`,
      hint: 'wait for its end, or name another work directory',
    },
  ]);

/**
 * Notes in text form, one fact per line: `boot b4c0…`, `owner 4711 123456`, `session 4712 123460`.
 */
const notesText = ({ boot, owner, sessions }: Notes): string =>
  [
    `boot ${boot}`,
    `owner ${owner.pid} ${owner.started}`,
    ...sessions.map(({ pid, started }) => `session ${pid} ${started}`),
    '',
  ].join('\n');

function readNotes(path: string): Notes | undefined {
  const read = attempt(() => readFileSync(join(path, NAME), 'latin1'));
  const text = read.ok ? read.value : '';
  const boot = /^boot (\S+)$/m.exec(text)?.[1];
  const entriesOf = (kind: string): readonly Noted[] =>
    Array.from(text.matchAll(new RegExp(`^${kind} (\\d+) (\\d+)$`, 'gm')), ([, pid, started]) => ({
      pid: Number(pid),
      started: Number(started),
    }));
  const [owner] = entriesOf('owner');
  return boot && owner ? { boot, owner, sessions: entriesOf('session') } : undefined;
}

/** Writes the notes of the running programs; readers find either the old or the new file. */
export function note(path: string, pids: readonly number[]): void {
  const boot = bootOf();
  const owner = noted(process.pid)[0];
  // Without both, a later reader could not tell these processes from others with the same ids.
  if (!boot || !owner) return;
  const notes: Notes = { boot, owner, sessions: pids.flatMap(noted) };
  attempt(() => {
    writeFileSync(join(path, `${NAME}.new`), notesText(notes), { mode: 0o600 });
    renameSync(join(path, `${NAME}.new`), join(path, NAME));
  });
}

const noted = (pid: number): readonly Noted[] => {
  const current = listed(pid);
  return current ? [{ pid, started: current.started }] : [];
};

/** Removes the notes, and the temporary files of killed runs. */
export function tidy(path: string): void {
  attempt(() => unlinkSync(join(path, NAME)));
  const names = attempt(() => readdirSync(path));
  for (const name of names.ok ? names.value : []) {
    if (/^\.backcast\.[0-9a-f]{12}\.tmp$/.test(name)) attempt(() => unlinkSync(join(path, name)));
  }
}
