import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Command, Conversation } from '../host.ts';
import type { Outcome } from '../outcome.ts';
import { attempt, faultOf } from './fault.ts';
import { keepLast } from './output.ts';
import { environmentOf } from './processes.ts';
import { locate } from './programs.ts';
import { supervise } from './supervision.ts';
import { wrapped, wrapping } from './wrapping.ts';

const ERRORS_LIMIT = 64 << 10;

/** See `Processes.converse`. */
export async function converse({
  program,
  args,
  cwd,
  env,
}: Command): Promise<Outcome<Conversation>> {
  const located = locate(program, env.PATH ?? '', cwd);
  if (!located.ok) return located;
  const [path = '', ...rest] = wrapped(wrapping(), undefined, [located.value, ...args]);
  const spawned = attempt(() =>
    spawn(path, rest, { cwd, env: environmentOf(env), stdio: 'pipe', detached: true }),
  );
  if (!spawned.ok) return spawned;
  const child = spawned.value;
  if (child.pid === undefined) return faultOf((await once(child, 'error'))[0]);
  const release = supervise(child.pid, false);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  }).then(release);
  const errors = keepLast(child.stderr, ERRORS_LIMIT);
  const room = roomIn(child.stdin);
  return {
    ok: true,
    value: {
      answers: child.stdout,
      async send(bytes) {
        if (child.stdin.writable && !child.stdin.write(bytes)) await room();
      },
      async end() {
        child.stdin.end();
        await ended;
        return errors.text();
      },
    },
  };
}

/**
 * Waits until a stream takes more. One that is broken off takes nothing and holds nobody up: that
 * its answers end tells the other side.
 */
function roomIn(stream: Writable): () => Promise<void> {
  let waiting: (() => void)[] = [];
  const tell = () => {
    const told = waiting;
    waiting = [];
    for (const go of told) go();
  };
  stream.on('drain', tell).on('close', tell).on('error', tell);
  return () => new Promise((resolve) => waiting.push(resolve));
}
