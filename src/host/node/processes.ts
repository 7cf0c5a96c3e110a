import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Command, Ended, Stray, WorkDirectory } from '../host.ts';
import type { Outcome } from '../outcome.ts';
import { watchRunQueue } from './accounting/run-queue.ts';
import { enterGroup } from './accounting/step-group.ts';
import { usageOf } from './accounting/usage.ts';
import { attempt, faultOf } from './fault.ts';
import { hidingLine } from './hiding.ts';
import { endLeftovers, inUse, tidy } from './leftovers.ts';
import { watchMemory } from './memory.ts';
import { openDescriptor } from './open.ts';
import { keepFirst, keepLast } from './output.ts';
import { placeIn } from './place.ts';
import { locate } from './programs.ts';
import { newlyReaped, type Reaped } from './reaped.ts';
import { heedingSignals } from './signals.ts';
import { lock } from './state/lock.ts';
import { SECRET_VARIABLE, secretOf } from './state/secret.ts';
import { refusal, stateFolder } from './state/state-folder.ts';
import { notedIn, noteIn as noteFrom, supervise } from './supervision.ts';
import { readTimed, wrapped, wrapping } from './wrapping.ts';
import { emptyFile } from './write.ts';

const OUTPUT_LIMIT = 16 << 20;
const ERRORS_LIMIT = 64 << 10;

/** See `Processes.run`. */
export const run = (command: Command): Promise<Outcome<Ended>> =>
  heedingSignals(() => started(command));

/** See `Processes.noteIn`. */
export async function noteIn({ path }: WorkDirectory): Promise<readonly Stray[]> {
  const folder = stateFolder(path);
  const locked = await lock(folder);
  if (!locked.ok) throw refusal(folder, `cannot be locked: ${locked.reason}`);
  if (!locked.value) throw inUse({ path, folder });
  const secret = secretOf(path);
  if (!secret.ok) throw refusal(folder, `cannot be written to: ${secret.reason}`);
  const station = { path, folder, secret: secret.value };
  const left = await endLeftovers(station);
  tidy(station);
  noteFrom(station);
  return left;
}

async function started(command: Command): Promise<Outcome<Ended>> {
  const program = locate(command.program, command.env.PATH ?? '', command.cwd);
  if (!program.ok) return program;
  const output = command.outputFile === undefined ? undefined : openOutput(command.outputFile);
  if (output && !output.ok) return output;
  // If no file can be made, for example on a full disk, the program runs without `time`'s report.
  // In the state folder, a file that a killed run has left is found by the next.
  const report = emptyFile(notedIn()?.folder ?? tmpdir());
  try {
    const { without, env } = command;
    const hiding = without === undefined ? [] : hidingLine(without, program.value, env.PATH ?? '');
    const line = [
      ...hiding,
      ...wrapped(wrapping(), report?.path, [program.value, ...command.args]),
    ];
    return await measured(command, line, output?.value, report?.path);
  } finally {
    report?.remove();
    if (output) closeSync(output.value);
  }
}

function openOutput(path: string): Outcome<number> {
  const work = notedIn();
  if (!work) throw new Error('output goes to files only below the directory given to noteIn');
  const place = placeIn(Buffer.from(work.path), path);
  return place.ok ? openDescriptor(place.value.path, 'empty') : place;
}

/**
 * Starts a program, waits for its end and measures it.
 *
 * @param line the path of the program, then its arguments.
 * @param report the file that `time` writes, if the program runs through it.
 */
async function measured(
  { cwd, env: given, timeout }: Command,
  [path = '', ...args]: readonly string[],
  output: number | undefined,
  report: string | undefined,
): Promise<Outcome<Ended>> {
  const secret = notedIn()?.secret;
  const env = environmentOf(given);
  newlyReaped();
  const group = await enterGroup();
  const begun = performance.now();
  const spawned = attempt(() =>
    spawn(path, args, { cwd, env, stdio: ['ignore', output ?? 'pipe', 'pipe'], detached: true }),
  );
  const left = group?.leave();
  if (!spawned.ok) return spawned;
  const child = spawned.value;
  if (child.pid === undefined) return faultOf((await once(child, 'error'))[0]);
  const [ending, closed] = [ended(child, begun), once(child, 'close')];
  const kept = child.stdout && keepFirst(child.stdout, OUTPUT_LIMIT);
  const errors = child.stderr && keepLast(child.stderr, ERRORS_LIMIT);
  const timed = report !== undefined && wrapping().time !== undefined;
  const memory = timed ? undefined : watchMemory(child.pid);
  const threads = watchRunQueue(child.pid);
  const release = supervise(child.pid, timed, timeout);
  const { exit, signal, wall, took } = await ending;
  const [peak, scheduled] = [memory?.stop() ?? null, threads.stop()];
  const timedOut = release();
  await drained(child, closed);
  await left;
  const used = group?.usage() ?? null;
  group?.remove();
  const reported = report === undefined ? undefined : attempt(() => readFileSync(report, 'latin1'));
  const time = reported?.ok ? readTimed(reported.value) : undefined;
  return {
    ok: true,
    value: {
      exit: time?.signal ? null : exit,
      signal: time?.signal ?? signal,
      timedOut,
      output: hidden(kept?.text() ?? '', secret),
      errors: hidden(errors?.text() ?? '', secret),
      usage: usageOf({ wall, took, time, peak, used, scheduled }),
    },
  };
}

/** The environment of a program: with the secret of the work directory, by which it is known. */
export function environmentOf(given: Command['env']): Command['env'] {
  const secret = notedIn()?.secret;
  return secret === undefined ? given : { ...given, [SECRET_VARIABLE]: secret };
}

/** Text without the secret of the work directory, for programs that print their environment. */
const hidden = (text: string, secret: string | undefined): string =>
  secret === undefined ? text : text.replaceAll(secret, '(secret)');

interface Ending {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly wall: number;
  readonly took: Reaped;
}

const ended = (child: ChildProcess, begun: number): Promise<Ending> =>
  new Promise((resolve) => {
    child.once('exit', (exit, signal) => {
      const wall = (performance.now() - begun) / 1000;
      resolve({ exit, signal, wall, took: newlyReaped() });
    });
  });

// A process that left the session may keep the pipes open indefinitely, so the wait is limited to 2
// s.
async function drained(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  await Promise.race([
    closed,
    setTimeout(2000, undefined, { signal: timer.signal }).catch(() => undefined),
  ]);
  timer.abort();
  child.stdout?.destroy();
  child.stderr?.destroy();
}
