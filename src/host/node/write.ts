import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  openSync,
  readlinkSync,
  realpathSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { open, rename, unlink } from 'node:fs/promises';
import { Socket } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { ProblemsFound } from '../../problem.ts';
import type { Content, TemporaryFile } from '../host.ts';
import type { Fault } from '../outcome.ts';
import { attempt, fault, faultOf } from './fault.ts';
import { readFully } from './walk.ts';

// Files that must not outlive the program; `removeTemporaries` is called however it ends.
const living = new Set<string>();

/** Removes every temporary file that still stands, at once: for the way out. */
export function removeTemporaries(): void {
  for (const path of living) attempt(() => unlinkSync(path));
  living.clear();
}

// Not made of the name of what it becomes: that may be as long as a name can be.
const temporaryName = (folder: string): string =>
  join(folder, `.backcast.${randomBytes(6).toString('hex')}.tmp`);

/** A file that somebody else writes, to be removed by whoever asked for it. */
export interface EmptyFile {
  readonly path: string;
  remove(): void;
}

/** Makes an empty temporary file in the first of some folders where that can be done. */
export function emptyFile(folders: readonly string[]): EmptyFile | undefined {
  for (const path of folders.map(temporaryName)) {
    if (!attempt(() => closeSync(openSync(path, 'wx', 0o600))).ok) continue;
    living.add(path);
    return {
      path,
      remove() {
        living.delete(path);
        attempt(() => unlinkSync(path));
      },
    };
  }
  return undefined;
}

/** See `Files.temporary`. */
export function temporary(folder: string): TemporaryFile {
  const path = temporaryName(folder);
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
  const { target, stats } = destination(path);
  // A rename would put a plain file in the place of /dev/null or of a pipe somebody reads.
  if (stats?.isFIFO()) return pour(target, path, content);
  if (stats && !stats.isFile()) return write(target, path, content, 'w');
  const folder = dirname(target);
  const name = temporaryName(folder);
  const mode = options.mode ?? (stats ? stats.mode & 0o777 : 0o666);
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

/** Where a path leads, and what stands there; problems for a place that cannot be written. */
function destination(path: string): { readonly target: string; readonly stats?: Stats } {
  const there = attempt(() => statSync(path));
  if (there.ok) {
    if (there.value.isDirectory()) throw cannotWrite(path, fault('EISDIR'));
    const real = attempt(() => realpathSync(path));
    // What /dev/fd leads to need not have a path of its own.
    return { target: real.ok ? real.value : path, stats: there.value };
  }
  if (there.code !== 'ENOENT') throw cannotWrite(path, there);
  let target = path;
  for (let link = linkAt(target); link !== undefined; link = linkAt(target)) target = link;
  return { target };
}

/** What a link points to; undefined where there is none. */
function linkAt(path: string): string | undefined {
  const link = attempt(() => resolve(realpathSync(dirname(path)), readlinkSync(path)));
  return link.ok ? link.value : undefined;
}

/**
 * Writes into a FIFO, through a socket: a plain write would wait for a slow reader in a way that
 * no signal can end.
 */
async function pour(fifo: string, shown: string, content: Content): Promise<void> {
  const descriptor = await readerOf(fifo, shown);
  try {
    await pipeline(copies(content), new Socket({ fd: descriptor, readable: false }));
  } catch (error) {
    if (error instanceof ProblemsFound) throw error;
    throw cannotWrite(shown, faultOf(error));
  }
}

/** A stream holds pieces for a while, and whoever gives them may put the next in the same place. */
async function* copies(content: Content): AsyncGenerator<Uint8Array> {
  for await (const piece of inPieces(content)) yield Buffer.from(piece);
}

/** Waits until somebody reads a FIFO, and opens it; a plain opening would wait as a write does. */
async function readerOf(fifo: string, shown: string): Promise<number> {
  for (;;) {
    const opened = attempt(() => openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK));
    if (opened.ok) return opened.value;
    if (opened.code !== 'ENXIO') throw cannotWrite(shown, opened);
    await setTimeout(50);
  }
}

const inPieces = (content: Content): Exclude<Content, string> =>
  typeof content === 'string' ? [Buffer.from(content)] : content;

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
      for await (const piece of inPieces(content)) {
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
  const { target, stats } = destination(path);
  if (stats && !stats.isFile()) return;
  const folder = dirname(target);
  const name = temporaryName(folder);
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
