import { nodeHost, removeTemporaries } from '../host/node.ts';
import { main } from './main.ts';

/**
 * Ties `main` to this process: its arguments, its signals, its pipes, its exit code. Imported by
 * `bin/backcast.js` for what it does; everything that can be tested without a process is in
 * `main.ts`.
 */
function leave(code: number): never {
  removeTemporaries();
  if (process.stderr.isTTY && code !== 0) process.stderr.write('\n');
  process.exit(code);
}

process.on('SIGINT', () => leave(130));
process.on('SIGTERM', () => leave(143));

// Who closes our output has seen enough, as in `backcast ... | head -1`; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') leave(0);
  process.stderr.write(`cannot write the result: ${error.message}\n`);
  leave(2);
});
process.stderr.on('error', () => undefined);
process.on('exit', removeTemporaries);

process.exitCode = await main(process.argv.slice(2), nodeHost());
