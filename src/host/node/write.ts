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
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { ProblemsFound } from '../../problem.ts';
import type { Content, TemporaryFile } from '../host.ts';
import type { Fault } from '../outcome.ts';
import { attempt, fault, faultOf } from './fault.ts';
import { temporaryName } from './temporary-name.ts';
import { readFully } from './walk.ts';

// Temporary files that must not outlive the program; `removeTemporaries` is called at every exit.
const temporaries = new Set<string>();

/** Removes all remaining temporary files at once; called when the program exits. */
export function removeTemporaries(): void {
  for (const path of temporaries) attempt(() => unlinkSync(path));
  temporaries.clear();
}

/** A temporary file that another program writes; the caller removes it. */
export interface EmptyFile {
  readonly path: string;
  remove(): void;
}

/** Makes an empty temporary file in a folder; undefined if the folder does not allow it. */
export function emptyFile(folder: string): EmptyFile | undefined {
  const path = temporaryName(folder);
  if (!attempt(() => closeSync(openSync(path, 'wx', 0o600))).ok) return undefined;
  temporaries.add(path);
  return {
    path,
    remove() {
      temporaries.delete(path);
      attempt(() => unlinkSync(path));
    },
  };
}

/** See `Files.temporary`. */
export function temporary(folder: string): TemporaryFile {
  const path = temporaryName(folder);
  const descriptor = orProblem(folder, () => openSync(path, 'wx+', 0o600));
  temporaries.add(path);
  // An unlinked file disappears with the program, even if that is killed; Windows refuses to unlink
  // it.
  if (attempt(() => unlinkSync(path)).ok) temporaries.delete(path);
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
      if (temporaries.delete(path)) attempt(() => unlinkSync(path));
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
  // A rename would replace /dev/null or a pipe by a plain file.
  if (stats?.isFIFO()) return pour(target, path, content);
  if (stats && !stats.isFile()) return write(target, path, content, 'w');
  const folder = dirname(target);
  const name = temporaryName(folder);
  const mode = options.mode ?? (stats ? stats.mode & 0o777 : 0o666);
  temporaries.add(name);
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
    temporaries.delete(name);
  }
}

/**
 * Resolves where a path leads and what exists there.
 *
 * @throws ProblemsFound if it cannot be written.
 */
function destination(path: string): { readonly target: string; readonly stats?: Stats } {
  const found = attempt(() => statSync(path));
  if (found.ok) {
    if (found.value.isDirectory()) throw cannotWrite(path, fault('EISDIR'));
    const real = attempt(() => realpathSync(path));
    // The target of a /dev/fd link need not have a path of its own.
    return { target: real.ok ? real.value : path, stats: found.value };
  }
  if (found.code !== 'ENOENT') throw cannotWrite(path, found);
  let target = path;
  for (let link = linkAt(target); link !== undefined; link = linkAt(target)) target = link;
  return { target };
}

/** The target of a link as an absolute path; undefined if there is no link. */
function linkAt(path: string): string | undefined {
  const link = attempt(() => resolve(realpathSync(dirname(path)), readlinkSync(path)));
  return link.ok ? link.value : undefined;
}

/**
 * Writes into a FIFO through a socket: a plain write would block on a slow reader and could not be
 * interrupted by a signal.
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

/**
 * Copies the pieces: streams buffer them, but the producer may reuse the same memory for the next.
 */
async function* copies(content: Content): AsyncGenerator<Uint8Array> {
  for await (const piece of inPieces(content)) yield Buffer.from(piece);
}

/** Waits until a FIFO has a reader, and opens it; a plain open would block uninterruptibly. */
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
      // Without the sync, the rename may reach the disk before the bytes do.
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
  const found = attempt(() => statSync(folder));
  if (found.ok || found.code !== 'ENOENT') return undefined;
  return new ProblemsFound([
    {
      path: '',
      message: `cannot write ${path}: the folder ${folder} does not exist`,
      hint: 'make the folder first or name another place',
    },
  ]);
}
