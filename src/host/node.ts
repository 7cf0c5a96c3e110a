import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Host, Writer } from './host.ts';
import { inliningMore } from './node/computing/inlining.ts';
import { attempt } from './node/fault.ts';
import { makeFolders, removeFile } from './node/folders.ts';
import { load, machine } from './node/machine.ts';
import { find } from './node/programs.ts';
import { readPath, readStream, readThrough } from './node/read.ts';
import { mountFacts } from './node/settings/mount-facts.ts';
import { heedingSignals } from './node/signals.ts';
import { stopAll, takeStrays } from './node/supervision.ts';
import { lstat, openDirectory, openRegular, readLink } from './node/walk.ts';
import { checkReplaceable, replace, temporary } from './node/write.ts';

export { endProcesses } from './node/supervision.ts';
export { removeTemporaries } from './node/write.ts';

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
 * The real host: this process, its streams and its file system.
 *
 * @example
 * process.exitCode = await main(process.argv.slice(2), nodeHost());
 */
export function nodeHost(): Host {
  return {
    files: {
      temporaryFolder: tmpdir(),
      read: readPath,
      readThrough,
      realPath: (path) => attempt(() => realpathSync.native(path)),
      lstat,
      openDirectory,
      readLink,
      openRegular,
      temporary,
      replace: (...given) => heedingSignals(() => replace(...given)),
      checkReplaceable: (path) => heedingSignals(async () => checkReplaceable(path)),
      makeFolders,
      remove: removeFile,
    },
    stdin: { read: (limit) => heedingSignals(() => readStream(process.stdin, limit)) },
    ask: async (question) => (await import('./node/ask.ts')).ask(question),
    stdout: writer(process.stdout),
    stderr: writer(process.stderr),
    clock: { now: Date.now, elapsed: () => performance.now() / 1000 },
    environment: (name) => process.env[name],
    randomBytes,
    yieldNow: async () => {
      await setImmediate();
    },
    heedingSignals,
    inliningMore,
    cores: availableParallelism,
    // Loaded on demand: only runs with several threads need it.
    threads: async (options) => (await import('./node/computing/threads.ts')).threads(options),
    // Loaded on demand: the S3 client is large, and few runs need it.
    objectStore: async (access) => (await import('./node/object-store.ts')).objectStore(access),
    // Loaded on demand: only plans that count requests need it.
    relay: async (endpoint) => (await import('./node/relay.ts')).relay(endpoint),
    // Loaded on demand: only real backups need these.
    processes: {
      find,
      stopAll,
      strays: takeStrays,
      run: async (command) => (await import('./node/processes.ts')).run(command),
      converse: async (command) => (await import('./node/conversation.ts')).converse(command),
      noteIn: async (work) => (await import('./node/processes.ts')).noteIn(work),
    },
    openWorkDirectory: async (...given) =>
      (await import('./node/work-directory/work-mark.ts')).openWorkDirectory(...given),
    machine: (work) => machine(work.path),
    mount: mountFacts,
    load,
    dropCaches: async () => (await import('./node/caches.ts')).dropCaches(),
  };
}
