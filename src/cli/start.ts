import { endProcesses, nodeHost, removeTemporaries } from '../host/node.ts';
import { main } from './main.ts';

/**
 * Ties `main` to this process: its arguments, its pipes, its exit code. Imported by
 * `bin/backcast.js` for what it does; everything that can be tested without a process is in
 * `main.ts`. Signals are heeded by the host while there is something to clean up.
 */
process.on('exit', () => {
  endProcesses();
  removeTemporaries();
});

// Who closes our output has seen enough, as in `backcast ... | head -1`; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`cannot write the result: ${error.message}\n`);
  process.exit(2);
});
process.stderr.on('error', () => undefined);

process.exitCode = await main(process.argv.slice(2), nodeHost());
