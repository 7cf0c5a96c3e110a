import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  openSync,
  realpathSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { open, realpath, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ProblemsFound } from '../problem.ts';
import { attempt, fault, faultOf } from './fault.ts';
import type { Content, Fault, TemporaryFile } from './host.ts';
import { readFully } from './node-walk.ts';

// Files that must not outlive the program; `removeTemporaries` is called however it ends.
const living = new Set<string>();

/** Removes every temporary file that still stands, at once: for the way out. */
export function removeTemporaries(): void {
  for (const path of living) attempt(() => unlinkSync(path));
  living.clear();
}

const temporaryName = (folder: string, name: string): string =>
  join(folder, `.${name.slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);

/** See `Files.temporary`. */
export function temporary(folder: string): TemporaryFile {
  const path = temporaryName(folder, 'backcast');
  const descriptor = orProblem(folder, () => openSync(path, 'wx+', 0o600));
  living.add(path);
  // Without its name the file goes when the program goes, even if it is killed; Windows refuses.
  if (attempt(() => unlinkSync(path)).ok) living.delete(path);
  let size = 0;
  return {
    get size() {
      return size;
    },
    append(bytes) {
      for (let done = 0; done < bytes.length; ) {
        const from = done;
        done += orProblem(folder, () =>
          writeSync(descriptor, bytes, from, bytes.length - from, size + from),
        );
      }
      size += bytes.length;
    },
    read: (into, position) => orProblem(folder, () => readFully(descriptor, into, position)),
    remove() {
      closeSync(descriptor);
      if (living.delete(path)) attempt(() => unlinkSync(path));
    },
  };
}

function orProblem<T>(folder: string, act: () => T): T {
  const outcome = attempt(act);
  if (outcome.ok) return outcome.value;
  throw cannotWrite(`a temporary file in ${folder}`, outcome);
}

function cannotWrite(what: string, { reason }: Fault): ProblemsFound {
  return new ProblemsFound([
    {
      path: '',
      message: `cannot write ${what}: ${reason}`,
      hint: 'name a place in a folder that exists, has room and may be written to',
    },
  ]);
}

/** See `Files.replace`. */
export async function replace(
  path: string,
  content: Content,
  options: { readonly mode?: number } = {},
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const there = attempt(() => statSync(target));
  if (there.ok && there.value.isDirectory()) throw cannotWrite(path, fault('EISDIR'));
  // A rename would put a plain file in the place of /dev/null or of a pipe somebody reads.
  if (there.ok && !there.value.isFile()) {
    const reader = there.value.isFIFO() ? await readerOf(target, path) : undefined;
    return write(target, path, content, 'w').finally(() => {
      if (reader !== undefined) closeSync(reader);
    });
  }
  const folder = dirname(target);
  const name = temporaryName(folder, basename(target));
  const mode = options.mode ?? (there.ok ? there.value.mode & 0o777 : 0o666);
  living.add(name);
  try {
    await write(name, path, content, 'wx', mode);
    await rename(name, target).catch((error) => {
      throw cannotWrite(path, faultOf(error));
    });
  } catch (error) {
    await unlink(name).catch(() => undefined);
    if (error instanceof ProblemsFound) throw folderMissing(folder, path) ?? error;
    throw error;
  } finally {
    living.delete(name);
  }
}

/**
 * Waits until somebody reads a FIFO, and keeps it open. A plain opening would wait too, but in a
 * way that no signal can end.
 */
async function readerOf(fifo: string, shown: string): Promise<number> {
  for (;;) {
    const opened = attempt(() => openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK));
    if (opened.ok) return opened.value;
    if (opened.code !== 'ENXIO') throw cannotWrite(shown, opened);
    await setTimeout(50);
  }
}

async function write(
  name: string,
  shown: string,
  content: Content,
  flags: string,
  mode?: number,
): Promise<void> {
  try {
    const file = await open(name, flags, mode);
    try {
      const pieces = typeof content === 'string' ? [Buffer.from(content)] : content;
      for await (const piece of pieces) {
        for (let done = 0; done < piece.length; ) {
          done += (await file.write(piece, done, piece.length - done)).bytesWritten;
        }
      }
      // The rename may reach the disk before the bytes do, unless they are sent first.
      if (flags === 'wx') await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof ProblemsFound) throw error;
    throw cannotWrite(shown, faultOf(error));
  }
}

/** See `Files.checkReplaceable`. */
export function checkReplaceable(path: string): void {
  const target = attempt(() => realpathSync(path));
  const there = attempt(() => statSync(path));
  if (there.ok && there.value.isDirectory()) throw cannotWrite(path, fault('EISDIR'));
  if (there.ok && !there.value.isFile()) return;
  const folder = dirname(target.ok ? target.value : path);
  const name = temporaryName(folder, basename(path));
  const tried = attempt(() => closeSync(openSync(name, 'wx')));
  if (!tried.ok) throw folderMissing(folder, path) ?? cannotWrite(path, tried);
  attempt(() => unlinkSync(name));
}

function folderMissing(folder: string, path: string): ProblemsFound | undefined {
  const there = attempt(() => statSync(folder));
  if (there.ok || there.code !== 'ENOENT') return undefined;
  return new ProblemsFound([
    {
      path: '',
      message: `cannot write ${path}: the folder ${folder} does not exist`,
      hint: 'make the folder first or name another place',
    },
  ]);
}
