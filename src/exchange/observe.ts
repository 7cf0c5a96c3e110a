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

/** The directory to observe, opened by the caller, who also checks that it exists. */
export interface Root {
  readonly path: string;
  readonly facts: Facts;
  readonly directory: Directory;
}

/**
 * Options of a walk. The seed selects the blocks that are compressed and the chunks that are
 * compared.
 */
export interface ObserveOptions extends WalkLimits {
  readonly name: string;
  readonly seed: number;
  /** Collects one row for each file; `key` is the HMAC key of the path hashes. */
  readonly index?: { readonly key: Uint8Array; readonly rows: RowSorter };
  /** Called now and then with the files and bytes counted so far. */
  readonly progress: (so: { readonly files: number; readonly bytes: number }) => void;
}

// 1024 blocks of 64 KiB take about a second and give the ratio within a few per cent.
const POINTS = 1024;
// About 30 MB of memory.
const MOST_CHUNKS = 131_072;
// Up to this size a directory is compared whole; beyond it only a sample of its chunks is.
const MOST_BYTES = 2 ** 31;

/**
 * Observes a directory: 1. walks it, counts every file and examines some; 2. compresses blocks
 * drawn evenly over all bytes; 3. assembles the result. Memory does not depend on the number of
 * files, except for files with hard links: each is remembered until all its names have been seen.
 */
export async function observe(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  root: Root,
  options: ObserveOptions,
): Promise<Observation> {
  const taken = new Date(host.clock.now()).toISOString();
  const counters = newCounters(options.seed);
  const pause = pauses(host, () =>
    options.progress({ files: counters.sizes.count, bytes: counters.sizes.sum }),
  );
  const base = rootBytes(root.path);
  for (const found of walk(host.files, root, options)) {
    if (found.kind === 'file') await countFile(host, counters, base, found, options, pause);
    else if (found.kind === 'directory') counters.directories += 1;
    else if (found.kind === 'passed') counters.passed[found.as] += 1;
    else counters.unread.add(found.path, found.fault);
    await pause();
  }
  const { shares, blocks } = await sharesLeft(host.files, base, counters.points.points, pause);
  return {
    format: 'backcast/observation/1',
    name: options.name,
    directory: shownPath(Buffer.from(root.path)),
    taken,
    seed: options.seed,
    files: counters.sizes.count,
    size: counters.sizes.sum,
    directories: counters.directories,
    holes: counters.holes,
    hardLinks: counters.hardLinks,
    passed: counters.passed,
    unread: counters.unread.summary(),
    fileSize: fileSize(counters.sizes),
    compressibility: compressibility(shares, blocks) ?? null,
    duplicates: counters.chunks.estimate() ?? null,
    change: null,
  };
}

/** Counters and samples of a walk. */
interface Counters {
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

const newCounters = (seed: number): Counters => ({
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

async function countFile(
  host: Pick<Host, 'files'>,
  counters: Counters,
  base: Uint8Array,
  file: { readonly path: Uint8Array; readonly facts: Facts },
  options: ObserveOptions,
  pause: () => Promise<void>,
): Promise<void> {
  const { path, facts } = file;
  if (!counters.links.isFirst(facts)) {
    counters.hardLinks.names += 1;
    counters.hardLinks.bytes += facts.size;
    return;
  }
  const seen = await examine(host.files, joined(base, path), facts, counters.chunks, pause);
  if (seen.fault !== undefined) counters.unread.add(path, seen.fault);
  if (seen.counted < facts.size) {
    counters.holes.files += 1;
    counters.holes.bytes += facts.size - seen.counted;
  }
  counters.sizes.add(seen.counted);
  counters.points.offer({ path, facts, counted: seen.counted }, seen.counted);
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
