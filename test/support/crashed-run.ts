import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootOf, living, wasGiven } from '../../src/host/node/process-table.ts';
import { knownSecret } from '../../src/host/node/state/secret.ts';
import { statePath } from '../../src/host/node/state/state-folder.ts';

const PROGRAM = join(import.meta.dirname, '../../bin/backcast.js');
const FAILING = pathToFileURL(join(import.meta.dirname, 'programs/failing-at.mjs')).href;

/** How a call of the program ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

/** How a call is made to fail; without `at`, it is left alone or ended from outside. */
export interface Failing {
  /** The call that fails, by number or pattern: see `programs/failing-at.mjs`. */
  readonly at?: number | string;
  readonly how?: 'kill' | 'full';
  /** A file for the number of calls, if the program ends by itself. */
  readonly count?: string;
}

/** Starts `backcast bench` in a process of its own; `kill` ends that at once. */
export function startBench(
  argv: readonly string[],
  { at, how, count }: Failing = {},
): { readonly ended: Promise<Ended>; readonly kill: () => void; readonly pid: number } {
  const fails = at === undefined && count === undefined ? [] : ['--import', FAILING];
  const child = spawn(process.execPath, [...fails, PROGRAM, 'bench', ...argv], {
    env: {
      ...process.env,
      ...(at !== undefined && { FAIL_AT: String(at), FAIL_HOW: how ?? 'kill' }),
      ...(count !== undefined && { FAIL_COUNT: count }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, err }));
  });
  return { ended, kill: () => child.kill('SIGKILL'), pid: child.pid ?? 0 };
}

/** How a run that was broken off came to its end. */
export interface Settled {
  readonly how: 'resumed' | 'discarded' | 'nothing there';
  /** What `--resume` said on standard error. */
  readonly said: string;
}

/**
 * Does what a person does after a crash: goes on with the run, and takes away what is left where
 * that is refused.
 *
 * @throws when neither is possible although something is there, or the program has a bug.
 */
export async function settle(plan: string, work: string): Promise<Settled> {
  const argv = [plan, '--work', work, '--quiet'];
  const resumed = await startBench([...argv, '--resume']).ended;
  const said = resumed.err;
  if (resumed.code === 0) return { how: 'resumed', said };
  const discarded = await startBench([...argv, '--discard']).ended;
  if (resumed.code !== 2) throw new Error(`--resume ended with ${told(resumed)}`);
  if (discarded.code === 0) return { how: 'discarded', said };
  const isNothing = /holds no run that was broken off|no run was begun there/.test(discarded.err);
  if (discarded.code === 2 && isNothing) return { how: 'nothing there', said };
  throw new Error(`--discard ended with ${told(discarded)}`);
}

const told = ({ code, signal, err }: Ended): string => `${code ?? signal}: ${err}`;

/**
 * What is left of runs beside their measurements and the mark: files and folders in the work
 * directory and in its state folder, processes and cgroups.
 */
export function remains(work: string): readonly string[] {
  const files = existsSync(work)
    ? readdirSync(work).filter((name) => name !== '.backcast-work' && !isMeasured(work, name))
    : [];
  const state = statePath(work);
  const known = existsSync(state)
    ? readdirSync(state).filter((name) => name !== 'secret' && !/^lock\.\d+$/.test(name))
    : [];
  return [...files, ...known.map((name) => `state/${name}`), ...programsOf(work)];
}

const isMeasured = (work: string, name: string): boolean =>
  /^measurements-\d+T\d+Z\.jsonl$/.test(name) &&
  readFileSync(join(work, name), 'utf8').split('\n').length > 1;

/** Processes that carry the secret of the work directory, or name it on their command lines. */
function programsOf(work: string): readonly string[] {
  const secret = knownSecret(work);
  return living()
    .filter(({ pid }) => {
      const names = `/proc/${pid}/cmdline`;
      const carries = secret !== undefined && wasGiven(pid, 'BACKCAST_SECRET', secret);
      return carries || (existsSync(names) && commandOf(names).includes(`${work}/`));
    })
    .map(({ name, pid }) => `process ${name} (${pid})`);
}

function commandOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The cgroup that notes tell of, as long as they are there; undefined where there is none. */
export function cgroupOf(work: string): string | undefined {
  const file = join(statePath(work), 'notes');
  const notes = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return notes.includes(`boot ${bootOf()}`) ? /^cgroup (.*)$/m.exec(notes)?.[1] : undefined;
}
