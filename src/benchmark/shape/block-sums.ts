import { crc32 } from 'node:zlib';
import { joined, rootBytes } from '../../byte-path.ts';
import type { Files, Host, OpenFile, Outcome, WorkDirectory } from '../../host/host.ts';
import { pauses } from '../../pauses.ts';
import type { Entry } from '../manifest/entry.ts';

/** Bytes of a block: small enough for pages that a database writes, large enough to be cheap. */
const BLOCK = 4096;
const SUM = 4;

const piece = new Uint8Array(256 * BLOCK);

const blocksIn = ({ size }: Entry): number => Math.ceil(size / BLOCK);

const filesIn = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ kind }) => kind === 'file');

/**
 * Writes a checksum of each block of 4 KiB of all files of a tree, in the order of its listing, so
 * that what changed within files can be told in a later generation. A file that cannot be read, or
 * that shrank meanwhile, leaves zeros.
 */
export async function writeBlockSums(
  { files, clock, yieldNow }: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  work: WorkDirectory,
  { root, entries, to }: { root: string; entries: readonly Entry[]; to: string },
): Promise<Outcome<void>> {
  const pause = pauses({ clock, yieldNow });
  const base = rootBytes(root);
  const opened = work.open(to, 'empty');
  if (!opened.ok) return opened;
  let position = 0;
  try {
    for (const entry of filesIn(entries)) {
      const sums = new DataView(new ArrayBuffer(blocksIn(entry) * SUM));
      const file = files.openRegular(joined(base, entry.path));
      if (file.ok) {
        for (let from = 0; from < entry.size; from += piece.length) {
          const read = file.value.read(piece, from);
          if (!read.ok || read.value === 0) break;
          sumBlocks(piece.subarray(0, Math.min(read.value, entry.size - from)), from, sums);
          await pause();
        }
        file.value.close();
      }
      const written = opened.value.write(new Uint8Array(sums.buffer), position);
      if (!written.ok) return written;
      position += sums.byteLength;
    }
    return { ok: true, value: undefined };
  } finally {
    opened.value.close();
  }
}

/** Puts the sums of the blocks of a piece that begins at `from`, a multiple of a block. */
function sumBlocks(bytes: Uint8Array, from: number, sums: DataView): void {
  for (let at = 0; at < bytes.length; at += BLOCK) {
    sums.setUint32(((from + at) / BLOCK) * SUM, crc32(bytes.subarray(at, at + BLOCK)), true);
  }
}

/** A listing, and the open file of its sums. */
export interface Summed {
  readonly entries: readonly Entry[];
  readonly sums: OpenFile;
}

/**
 * Bytes in blocks of changed files that differ from what they held before, or are new. A change of
 * less than a block counts as a block.
 *
 * @returns null if the sums cannot be read.
 */
export function bytesChangedWithin(
  before: Summed,
  after: Summed,
  changed: readonly { readonly before: Entry; readonly after: Entry }[],
): number | null {
  const [old, now] = [sumsOf(before), sumsOf(after)];
  let bytes = 0;
  for (const pair of changed) {
    const [was, is] = [old(pair.before), now(pair.after)];
    if (!was || !is) return null;
    for (let block = 0; block < is.length; block++) {
      if (is[block] === was[block]) continue;
      bytes += Math.min(BLOCK, pair.after.size - block * BLOCK);
    }
  }
  return bytes;
}

/** A function that reads the sums of one file; they lie in the order of the listing. */
function sumsOf({ entries, sums }: Summed): (entry: Entry) => Uint32Array | undefined {
  const places = new Map<Entry, number>();
  let position = 0;
  for (const entry of filesIn(entries)) {
    places.set(entry, position);
    position += blocksIn(entry) * SUM;
  }
  return (entry) => {
    const bytes = new Uint8Array(blocksIn(entry) * SUM);
    const at = places.get(entry);
    if (at === undefined) return undefined;
    const read = sums.read(bytes, at);
    return read.ok && read.value === bytes.length ? new Uint32Array(bytes.buffer) : undefined;
  };
}

/** Opens the sums of a generation; undefined if they are not there. */
export function openSums(files: Pick<Files, 'openRegular'>, path: string): OpenFile | undefined {
  const opened = files.openRegular(path);
  return opened.ok ? opened.value : undefined;
}
