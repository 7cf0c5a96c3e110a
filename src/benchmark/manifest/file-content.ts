import type { OpenFile, Outcome } from '../../host/host.ts';
import type { Pause } from '../../pauses.ts';
import type { Digest } from './digest.ts';

/** Bytes that are read at once: large enough that a call costs nothing beside them. */
export const BLOCK = 1 << 20;

// Used between two pauses only, so any number of files may be read side by side.
const block = new Uint8Array(BLOCK);
const other = new Uint8Array(BLOCK);

/** Reads a file to its end and gives the hex of its digest. */
export async function digestOf(
  file: OpenFile,
  digest: Digest,
  pause: Pause,
): Promise<Outcome<string>> {
  for (let position = 0; ; position += BLOCK) {
    const came = file.read(block, position);
    if (came.ok) digest.update(block.subarray(0, came.value));
    if (!came.ok || came.value < BLOCK) {
      // Asked for even after a fault, so that the next content begins anew.
      const hex = digest.hex();
      return came.ok ? { ok: true, value: hex } : came;
    }
    await pause();
  }
}

/** Reads two files to their ends and says whether they hold the same bytes. */
export async function sameBytes(
  one: OpenFile,
  two: OpenFile,
  pause: Pause,
): Promise<Outcome<boolean>> {
  for (let position = 0; ; position += BLOCK) {
    const [came, cameToo] = [one.read(block, position), two.read(other, position)];
    if (!came.ok) return came;
    if (!cameToo.ok) return cameToo;
    const ends = [block.subarray(0, came.value), other.subarray(0, cameToo.value)] as const;
    if (Buffer.compare(...ends) !== 0) return { ok: true, value: false };
    if (came.value < BLOCK) return { ok: true, value: true };
    await pause();
  }
}
