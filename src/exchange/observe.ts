import { createHmac } from 'node:crypto';
import { joined, rootBytes, shownPath } from '../byte-path.ts';
import type { Directory, Facts, Host } from '../host/host.ts';
import { pauses } from '../pauses.ts';
import { BytePoints } from './byte-points.ts';
import { ChunkSample } from './chunk-sample.ts';
import { compressibility } from './compressibility.ts';
import { examine } from './content.ts';
import { HardLinks } from './hard-links.ts';
import { KEY_SIZE, writeRow } from './index-row.ts';
import type { FileSize, Observation } from './observation.ts';
import { type SampledFile, sharesLeft } from './sampled-blocks.ts';
import { SizeHistogram } from './size-histogram.ts';
import type { RowSorter } from './sort-rows.ts';
import { UnreadList } from './unread-list.ts';
import { type Passed, type WalkLimits, walk } from './walk.ts';

/** The directory to observe, opened by the caller, who answers for its being there. */
export interface Root {
  readonly path: string;
  readonly facts: Facts;
  readonly directory: Directory;
}

/**
 * How to observe: what bounds the walk, and what its result is called.
 * The seed chooses which blocks are compressed and which chunks are compared.
 */
export interface ObserveOptions extends WalkLimits {
  readonly name: string;
  readonly seed: number;
  /** Where to put a row for every file, and the key that hashes its path. */
  readonly index?: { readonly key: Uint8Array; readonly rows: RowSorter };
  /** Told now and then how far the walk is. */
  readonly progress: (so: { readonly files: number; readonly bytes: number }) => void;
}

// 1024 blocks of 64 KiB take about a second and give the ratio within a few per cent.
const POINTS = 1024;
// About 30 MB of memory.
const MOST_CHUNKS = 131_072;
// A directory up to this size is compared whole; beyond, each doubling costs half of it again.
const MOST_BYTES = 2 ** 31;

/**
 * Observes a directory: 1. walks it, counting each file and looking into some; 2. compresses blocks
 * drawn evenly over all bytes; 3. puts the figures together. Memory does not grow with the number
 * of files, apart from files with several names, of which each is remembered until all are met.
 */
export async function observe(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  root: Root,
  options: ObserveOptions,
): Promise<Observation> {
  const taken = new Date(host.clock.now()).toISOString();
  const look = newLook(options.seed);
  const pause = pauses(host, () =>
    options.progress({ files: look.sizes.count, bytes: look.sizes.sum }),
  );
  const base = rootBytes(root.path);
  for (const found of walk(host.files, root, options)) {
    if (found.kind === 'file') await meetFile(host, look, base, found, options, pause);
    else if (found.kind === 'directory') look.directories += 1;
    else if (found.kind === 'passed') look.passed[found.as] += 1;
    else look.unread.add(found.path, found.fault);
    await pause();
  }
  const { shares, blocks } = await sharesLeft(host.files, base, look.points.points, pause);
  return {
    format: 'backcast/observation/1',
    name: options.name,
    directory: shownPath(Buffer.from(root.path)),
    taken,
    seed: options.seed,
    files: look.sizes.count,
    size: look.sizes.sum,
    directories: look.directories,
    holes: look.holes,
    hardLinks: look.hardLinks,
    passed: look.passed,
    unread: look.unread.summary(),
    fileSize: fileSize(look.sizes),
    compressibility: compressibility(shares, blocks) ?? null,
    duplicates: look.chunks.estimate() ?? null,
    change: null,
  };
}

/** The counters of a walk. */
interface Look {
  readonly sizes: SizeHistogram;
  readonly links: HardLinks;
  readonly points: BytePoints<SampledFile>;
  readonly chunks: ChunkSample;
  readonly unread: UnreadList;
  readonly holes: { files: number; bytes: number };
  readonly hardLinks: { names: number; bytes: number };
  readonly passed: Record<Passed, number>;
  directories: number;
}

const newLook = (seed: number): Look => ({
  sizes: new SizeHistogram(),
  links: new HardLinks(),
  points: new BytePoints({ seed, limit: POINTS }),
  chunks: new ChunkSample({ seed, mostChunks: MOST_CHUNKS, mostBytes: MOST_BYTES }),
  unread: new UnreadList(),
  holes: { files: 0, bytes: 0 },
  hardLinks: { names: 0, bytes: 0 },
  passed: { link: 0, fifo: 0, socket: 0, device: 0, 'other file system': 0, 'own file': 0 },
  directories: 0,
});

async function meetFile(
  host: Pick<Host, 'files'>,
  look: Look,
  base: Uint8Array,
  file: { readonly path: Uint8Array; readonly facts: Facts },
  options: ObserveOptions,
  pause: () => Promise<void>,
): Promise<void> {
  const { path, facts } = file;
  if (!look.links.isFirst(facts)) {
    look.hardLinks.names += 1;
    look.hardLinks.bytes += facts.size;
    return;
  }
  const seen = await examine(host.files, joined(base, path), facts, look.chunks, pause);
  if (seen.fault !== undefined) look.unread.add(path, seen.fault);
  if (seen.counted < facts.size) {
    look.holes.files += 1;
    look.holes.bytes += facts.size - seen.counted;
  }
  look.sizes.add(seen.counted);
  look.points.offer({ path, facts, counted: seen.counted }, seen.counted);
  const { index } = options;
  index?.rows.add((target, offset) => {
    const key = createHmac('sha256', index.key).update(path).digest().subarray(0, KEY_SIZE);
    const { modified, inode } = facts;
    writeRow({ key, size: seen.counted, modified, inode }, target, offset);
  });
}

function fileSize(sizes: SizeHistogram): FileSize | null {
  if (sizes.count === 0) return null;
  return {
    mean: sizes.mean,
    median: sizes.quantile(0.5),
    p95: sizes.quantile(0.95),
    largest: sizes.largest,
  };
}
