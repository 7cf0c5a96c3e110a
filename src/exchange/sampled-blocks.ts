import { joined } from '../byte-path.ts';
import type { Facts, Files } from '../host/host.ts';
import type { BytePoint } from './byte-points.ts';
import { shareLeft } from './compressibility.ts';
import { openSame } from './content.ts';
import { isZero } from './holes.ts';

/** A file from which blocks are sampled; `counted` is its bytes without holes. */
export interface SampledFile {
  readonly path: Uint8Array;
  readonly facts: Facts;
  readonly counted: number;
}

const BLOCK = 65_536;

// How many other positions are tried if a point falls into a hole.
const TRIES = 16;

/**
 * Reads and compresses the block around each point. Returns the compressed share at each point and
 * the number of distinct blocks. Skips files that were deleted or replaced since the walk.
 */
export async function sharesLeft(
  files: Pick<Files, 'openRegular'>,
  base: Uint8Array,
  points: readonly BytePoint<SampledFile>[],
  pause: () => Promise<void>,
): Promise<{ readonly shares: readonly number[]; readonly blocks: number }> {
  const shares: number[] = [];
  let blocks = 0;
  let last:
    | { readonly file: SampledFile; readonly block: number; readonly share: number }
    | undefined;
  for (const { file, at } of points) {
    // In a sparse file, points index allocated bytes; they are stretched over the file's whole
    // length.
    const block = Math.floor((at * (file.facts.size / file.counted)) / BLOCK);
    if (last?.file !== file || last.block !== block) {
      const bytes = readBlock(files, base, file, block);
      if (!bytes) continue;
      blocks += 1;
      last = { file, block, share: shareLeft(bytes) };
    }
    shares.push(last.share);
    await pause();
  }
  return { shares, blocks };
}

function readBlock(
  files: Pick<Files, 'openRegular'>,
  base: Uint8Array,
  file: SampledFile,
  first: number,
): Uint8Array | undefined {
  const opened = openSame(files, joined(base, file.path), file.facts);
  if (!opened.ok) return undefined;
  try {
    const count = Math.ceil(file.facts.size / BLOCK);
    const buffer = new Uint8Array(BLOCK);
    const tries = file.counted < file.facts.size ? TRIES : 1;
    for (let tried = 0; tried < tries; tried++) {
      const block = (first + Math.floor((tried * count) / tries)) % count;
      const read = opened.value.read(buffer, block * BLOCK);
      if (!read.ok || read.value === 0) return undefined;
      const bytes = buffer.subarray(0, read.value);
      if (tries === 1 || !isZero(bytes)) return bytes;
    }
    return undefined;
  } finally {
    opened.value.close();
  }
}
