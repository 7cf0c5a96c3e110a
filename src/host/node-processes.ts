import { spawn } from 'node:child_process';
import { attempt, fault } from './fault.ts';
import type { Command, Ended, Outcome, Processes } from './host.ts';
import { locate } from './node-programs.ts';

/** See `Processes`. */
export function nodeProcesses(): Processes {
  return {
    run,
    find: (program) => {
      const found = locate(program, process.env.PATH ?? '', process.cwd());
      return found.ok ? found.value : undefined;
    },
    stopAll: () => undefined,
  };
}

async function run(command: Command): Promise<Outcome<Ended>> {
  const program = locate(command.program, command.env.PATH ?? '', command.cwd);
  if (!program.ok) return program;
  const begun = performance.now();
  const started = attempt(() =>
    spawn(program.value, command.args, {
      cwd: command.cwd,
      env: command.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    }),
  );
  if (!started.ok) return started;
  const child = started.value;
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  return new Promise((resolve) => {
    child.on('error', () => resolve(fault('ENOENT')));
    child.on('close', (exit, signal) => {
      resolve({
        ok: true,
        value: {
          exit,
          signal,
          timedOut: false,
          output: Buffer.concat(out).toString(),
          errors: Buffer.concat(err).toString(),
          usage: {
            wall: (performance.now() - begun) / 1000,
            user: 0,
            system: 0,
            peakMemory: null,
            read: null,
            written: null,
          },
        },
      });
    });
  });
}
