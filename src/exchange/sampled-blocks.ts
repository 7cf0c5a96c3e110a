import { joined } from '../byte-path.ts';
import type { Facts, Files } from '../host/host.ts';
import type { BytePoint } from './byte-points.ts';
import { shareLeft } from './compressibility.ts';
import { openSame } from './content.ts';
import { isZero } from './holes.ts';

/** A file as the sampler remembers it. */
export interface SampledFile {
  readonly path: Uint8Array;
  readonly facts: Facts;
  readonly counted: number;
}

const BLOCK = 65_536;

// How often another place is tried when a point falls into a hole.
const TRIES = 16;

/**
 * Reads the block around each point and compresses it; gives the share left at each point and how
 * many different blocks that were. Files that have gone since the walk are left out.
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
    // Where a file has holes the points stand for its allocated bytes and are spread over all.
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
      const came = opened.value.read(buffer, block * BLOCK);
      if (!came.ok || came.value === 0) return undefined;
      const bytes = buffer.subarray(0, came.value);
      if (tries === 1 || !isZero(bytes)) return bytes;
    }
    return undefined;
  } finally {
    opened.value.close();
  }
}
