import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import type { WritableFile } from '../host.ts';
import type { Outcome } from '../outcome.ts';
import { attempt, fault } from './fault.ts';

const { O_WRONLY, O_CREAT, O_EXCL } = constants;
// Windows has neither flag.
const CAREFULLY = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file for writing. `empty` unlinks the old file and makes a new one, so that other hard
 * links to the old file keep its content.
 *
 * @param path with all links of its folders resolved.
 */
export function openDescriptor(path: Buffer, how: 'new' | 'empty' | 'as it is'): Outcome<number> {
  if (how === 'as it is') return openOld(path);
  if (how === 'empty') {
    const gone = attempt(() => unlinkSync(path));
    if (!gone.ok && gone.code !== 'ENOENT') return gone;
  }
  return attempt(() => openSync(path, O_WRONLY | O_CREAT | O_EXCL | CAREFULLY));
}

function openOld(path: Buffer): Outcome<number> {
  const opened = attempt(() => openSync(path, O_WRONLY | CAREFULLY));
  if (!opened.ok || fstatSync(opened.value).isFile()) return opened;
  closeSync(opened.value);
  return fault('ENOTREG');
}

/** Wraps a file descriptor in a `WritableFile`. */
export const writable = (descriptor: number): WritableFile => ({
  write: (bytes, position) => attempt(() => writeFully(descriptor, bytes, position)),
  truncate: (size) => attempt(() => ftruncateSync(descriptor, size)),
  flush: () => attempt(() => fdatasyncSync(descriptor)),
  close: () => closeSync(descriptor),
});

function writeFully(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }
}
