import { joined, rootBytes } from '../../byte-path.ts';
import { BytePoints } from '../../exchange/byte-points.ts';
import { ChunkSample, type Duplicates } from '../../exchange/chunk-sample.ts';
import { type Compressibility, compressibility } from '../../exchange/compressibility.ts';
import { examine } from '../../exchange/content.ts';
import { type SampledFile, sharesLeft } from '../../exchange/sampled-blocks.ts';
import type { Host } from '../../host/host.ts';
import { pauses } from '../../pauses.ts';

/** How well files compress, and what share of their bytes is there more than once. */
export interface Content {
  readonly compressibility: Compressibility | null;
  readonly duplicates: Duplicates | null;
}

/** Blocks of 64 KiB that are compressed: half a second's work, and the ratio within some per cent. */
const POINTS = 512;
/** Some 15 MB of memory, and a second of reading. */
const MOST_CHUNKS = 65_536;
const MOST_BYTES = 2 ** 30;

/**
 * Samples files as `observe` does.
 *
 * @param paths of regular files, relative to the root.
 * @param seed selects the blocks and chunks that are looked at.
 */
export async function contentOf(
  { files, clock, yieldNow }: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  root: string,
  paths: Iterable<Uint8Array>,
  seed: number,
): Promise<Content> {
  const pause = pauses({ clock, yieldNow });
  const base = rootBytes(root);
  const points = new BytePoints<SampledFile>({ seed, limit: POINTS });
  const chunks = new ChunkSample({ seed, mostChunks: MOST_CHUNKS, mostBytes: MOST_BYTES });
  for (const path of paths) {
    const facts = files.lstat(joined(base, path));
    if (!facts.ok || facts.value.kind !== 'file') continue;
    const { counted } = await examine(files, joined(base, path), facts.value, chunks, pause);
    points.offer({ path, facts: facts.value, counted }, counted);
    await pause();
  }
  const { shares, blocks } = await sharesLeft(files, base, points.points, pause);
  return {
    compressibility: compressibility(shares, blocks) ?? null,
    duplicates: chunks.estimate() ?? null,
  };
}
