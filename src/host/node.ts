import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { attempt } from './fault.ts';
import type { Host, Writer } from './host.ts';
import { dropCaches } from './node-caches.ts';
import { load, machine } from './node-machine.ts';
import { nodeProcesses } from './node-processes.ts';
import { readPath, readStream } from './node-read.ts';
import { heedingSignals } from './node-signals.ts';
import { lstat, openDirectory, openRegular, readLink } from './node-walk.ts';
import { openWorkDirectory } from './node-work-mark.ts';
import { checkReplaceable, replace, temporary } from './node-write.ts';

export { endProcesses } from './node-supervision.ts';
export { removeTemporaries } from './node-write.ts';

const writer = (stream: NodeJS.WriteStream): Writer => ({
  get isTerminal() {
    return stream.isTTY === true;
  },
  get columns() {
    return stream.isTTY ? stream.columns : undefined;
  },
  write: (text) => {
    stream.write(text);
  },
});

/**
 * The real host: this process, its streams, its files.
 *
 * @example
 * process.exitCode = await main(process.argv.slice(2), nodeHost());
 */
export function nodeHost(): Host {
  return {
    files: {
      temporaryFolder: tmpdir(),
      read: readPath,
      realPath: (path) => attempt(() => realpathSync.native(path)),
      lstat,
      openDirectory,
      readLink,
      openRegular,
      temporary,
      replace: (...given) => heedingSignals(() => replace(...given)),
      checkReplaceable: (path) => heedingSignals(async () => checkReplaceable(path)),
    },
    stdin: { read: (limit) => heedingSignals(() => readStream(process.stdin, limit)) },
    stdout: writer(process.stdout),
    stderr: writer(process.stderr),
    clock: { now: Date.now, elapsed: () => performance.now() / 1000 },
    environment: (name) => process.env[name],
    randomBytes,
    breathe: async () => {
      await setImmediate();
    },
    heedingSignals,
    cores: availableParallelism,
    // Read only where there are threads to start.
    threads: async (options) => (await import('./node-threads.ts')).threads(options),
    // Likewise: the client is large, and few runs need it.
    objectStore: async (access) => (await import('./node-object-store.ts')).objectStore(access),
    processes: nodeProcesses(),
    openWorkDirectory,
    machine: (work) => machine(work.path),
    load,
    dropCaches,
  };
}
