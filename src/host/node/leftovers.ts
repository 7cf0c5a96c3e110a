import { readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsFound } from '../../problem.ts';
import { attempt } from './fault.ts';
import { bootOf, isAtWorkIn, type Listed, listed, membersOf } from './process-table.ts';
import { endInOrder } from './sessions.ts';

const NAME = '.backcast-running';

/** A process, told from all others of one run of the machine. */
interface Noted {
  readonly pid: number;
  readonly started: number;
}

/** What is written down in a work directory: who is at work there, and the sessions it has begun. */
interface Notes {
  readonly boot: string;
  readonly owner: Noted;
  readonly sessions: readonly Noted[];
}

/**
 * Ends what a run that was killed has left of its programs, and gives back their names.
 *
 * A process id is used again sooner or later, so one is ended only where its start time is the one
 * that was written down. Where the first of a session is gone, its number is not used again while
 * one of the others lives; but a stranger may have had it since, so these must also have the work
 * directory in their environment or be at work in it.
 *
 * @throws ProblemsFound while the one who wrote the notes lives: these programs are no leftovers.
 */
export async function endLeftovers(path: string): Promise<readonly string[]> {
  const notes = readNotes(path);
  if (!notes || notes.boot !== bootOf()) return [];
  const { owner, sessions } = notes;
  if (owner.pid !== process.pid && isLiving(owner)) throw inUse(path, owner.pid);
  const living = (): readonly Listed[] => sessions.flatMap((one) => leftOf(one, path));
  const names = living().map(({ name, pid }) => `${name} (${pid})`);
  await endInOrder(living);
  return names;
}

const isLiving = ({ pid, started }: Noted): boolean => {
  const there = listed(pid);
  return there?.started === started && there.state !== 'Z';
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

/** One fact a line: `boot b4c0…`, `owner 4711 123456`, `session 4712 123460`. */
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
  const those = (kind: string): readonly Noted[] =>
    Array.from(text.matchAll(new RegExp(`^${kind} (\\d+) (\\d+)$`, 'gm')), ([, pid, started]) => ({
      pid: Number(pid),
      started: Number(started),
    }));
  const [owner] = those('owner');
  return boot && owner ? { boot, owner, sessions: those('session') } : undefined;
}

/** Writes down the programs that run; a reader finds the old notes or the new, never half. */
export function note(path: string, pids: readonly number[]): void {
  const boot = bootOf();
  const owner = noted(process.pid)[0];
  // Without either nothing could be told from what comes to bear the same number.
  if (!boot || !owner) return;
  const notes: Notes = { boot, owner, sessions: pids.flatMap(noted) };
  attempt(() => {
    writeFileSync(join(path, `${NAME}.new`), notesText(notes), { mode: 0o600 });
    renameSync(join(path, `${NAME}.new`), join(path, NAME));
  });
}

const noted = (pid: number): readonly Noted[] => {
  const there = listed(pid);
  return there ? [{ pid, started: there.started }] : [];
};

/** Takes the notes away, and temporary files of runs that were killed. */
export function tidy(path: string): void {
  attempt(() => unlinkSync(join(path, NAME)));
  const names = attempt(() => readdirSync(path));
  for (const name of names.ok ? names.value : []) {
    if (/^\.backcast\.[0-9a-f]{12}\.tmp$/.test(name)) attempt(() => unlinkSync(join(path, name)));
  }
}
