import type { OpenFile, Outcome } from '../../host/host.ts';
import type { Pause } from '../../pauses.ts';
import type { Digest } from './digest.ts';

/** Bytes per read: large enough that the cost of a call is negligible. */
export const BLOCK = 1 << 20;

// Shared buffers: used only between two pauses, so any number of files may be read concurrently.
const block = new Uint8Array(BLOCK);
const other = new Uint8Array(BLOCK);

/** Reads a file to its end and returns the hex of its digest. */
export async function digestOf(
  file: OpenFile,
  digest: Digest,
  pause: Pause,
): Promise<Outcome<string>> {
  for (let position = 0; ; position += BLOCK) {
    const read = file.read(block, position);
    if (read.ok) digest.update(block.subarray(0, read.value));
    if (!read.ok || read.value < BLOCK) {
      // Always finish the digest, so that the next content starts with a fresh one.
      const hex = digest.hex();
      return read.ok ? { ok: true, value: hex } : read;
    }
    await pause();
  }
}

/** Reads two files to their ends and returns whether their bytes are equal. */
export async function sameBytes(
  one: OpenFile,
  two: OpenFile,
  pause: Pause,
): Promise<Outcome<boolean>> {
  for (let position = 0; ; position += BLOCK) {
    const [read, otherRead] = [one.read(block, position), two.read(other, position)];
    if (!read.ok) return read;
    if (!otherRead.ok) return otherRead;
    const ends = [block.subarray(0, read.value), other.subarray(0, otherRead.value)] as const;
    if (Buffer.compare(...ends) !== 0) return { ok: true, value: false };
    if (read.value < BLOCK) return { ok: true, value: true };
    await pause();
  }
}
