import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readlinkSync,
  readSync,
} from 'node:fs';
import type { Directory, Facts, FileKind, OpenFile } from '../host.ts';
import type { Outcome, Path } from '../outcome.ts';
import { attempt, fault } from './fault.ts';

// Windows has neither flag; a FIFO does not block there.
const CAREFULLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

// Entries that Node reads per system call; more than its default of 32, for large directories.
const ENTRIES_AT_ONCE = 128;

/** Converts a path to the type that Node accepts. */
export const raw = (path: Path): string | Buffer =>
  typeof path === 'string' ? path : asBuffer(path);

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function kindOf(stats: BigIntStats): FileKind {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isFIFO()) return 'fifo';
  return stats.isSocket() ? 'socket' : 'device';
}

function factsOf(stats: BigIntStats): Facts {
  return {
    kind: kindOf(stats),
    size: Number(stats.size),
    allocated: Number(stats.blocks) * 512,
    device: stats.dev,
    inode: stats.ino,
    links: Number(stats.nlink),
    mode: Number(stats.mode) & 0o7777,
    modified: stats.mtimeNs,
    changed: stats.ctimeNs,
  };
}

/** See `Files.lstat`. */
export function lstat(path: Path): Outcome<Facts> {
  return attempt(() => factsOf(lstatSync(raw(path), { bigint: true })));
}

/** See `Files.readLink`. */
export function readLink(path: Path): Outcome<Uint8Array> {
  return attempt(() => readlinkSync(raw(path), { encoding: 'buffer' }));
}

/** See `Files.openDirectory`. */
export function openDirectory(path: Path): Outcome<Directory> {
  return attempt(() => {
    // Names are read as latin1 (one character per byte), because the types allow no buffers here.
    const open = opendirSync(raw(path), { encoding: 'latin1', bufferSize: ENTRIES_AT_ONCE });
    return {
      next: () =>
        attempt(() => {
          const entry = open.readSync();
          return entry === null ? undefined : Buffer.from(entry.name, 'latin1');
        }),
      close: () => open.closeSync(),
    };
  });
}

/** See `Files.openRegular`. */
export function openRegular(path: Path): Outcome<OpenFile> {
  const opened = attempt(() => openSync(raw(path), CAREFULLY));
  if (!opened.ok) return opened;
  const facts = attempt(() => factsOf(fstatSync(opened.value, { bigint: true })));
  if (facts.ok && facts.value.kind === 'file') {
    return { ok: true, value: openFile(opened.value, facts.value) };
  }
  closeSync(opened.value);
  return facts.ok ? fault('ENOTREG') : facts;
}

function openFile(descriptor: number, facts: Facts): OpenFile {
  return {
    facts,
    read: (into, position) => attempt(() => readFully(descriptor, into, position)),
    close: () => closeSync(descriptor),
  };
}

/**
 * Reads until the buffer is full or the file ends, since one call may return less than requested.
 */
export function readFully(descriptor: number, into: Uint8Array, position: number): number {
  let filled = 0;
  while (filled < into.length) {
    // Positions in sparse files may exceed the integers that Node accepts as a number.
    const from = BigInt(position) + BigInt(filled);
    const read = readSync(descriptor, into, filled, into.length - filled, from);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}
