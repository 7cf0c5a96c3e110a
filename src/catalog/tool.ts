import type { HashName } from './hashes.ts';
import type { KeepDialect } from './keep-dialect.ts';
import type { Sourced } from './sourced.ts';

/**
 * Granularity at which a tool detects changes: exactly the stated change, whole files, fixed-size
 * blocks, or content-defined chunks of a mean and a least size; sizes in bytes.
 */
export type Granularity =
  | { readonly kind: 'stated' }
  | { readonly kind: 'file' }
  | { readonly kind: 'block'; readonly size: Sourced }
  | { readonly kind: 'chunk'; readonly mean: Sourced; readonly least: Sourced };

/**
 * What a backup takes of one core, term by term; it hides behind the way to the store.
 *
 * @property perFile seconds for each file that is looked at.
 * @property perChangedFile seconds for each file that has changed.
 * @property read bytes read that are cut and hashed in a second; absent: that costs nothing.
 * @property compress bytes compressed in a second where they shrink to half or less.
 * @property store bytes stored that are encrypted and written in a second.
 */
export interface WorkTerms {
  readonly perFile: Sourced;
  readonly perChangedFile: Sourced;
  readonly read?: Sourced;
  readonly compress?: Sourced;
  readonly store?: Sourced;
}

/**
 * What a restore by a tool takes beside the way there.
 *
 * @property fixed seconds of a restore, whatever its size.
 * @property perFile seconds for each file that comes back.
 * @property rate restored bytes a second that one core unpacks and writes.
 */
export interface RestoreTerms {
  readonly fixed: Sourced;
  readonly perFile: Sourced;
  readonly rate: Sourced;
}

/**
 * Bytes that a backup adds to its store, where they are measured term by term.
 *
 * @property perPoint bytes of a restore point, whatever it holds.
 * @property perFile bytes for each file that is looked at.
 * @property perChangedFile bytes for each file that has changed.
 * @property share of the new bytes, as compressed.
 * @property exponent new bytes shrink to `compressibility^-exponent` of what they were.
 */
export interface StoredTerms {
  readonly perPoint: Sourced;
  readonly perFile: Sourced;
  readonly perChangedFile: Sourced;
  readonly share: Sourced;
  readonly exponent: Sourced;
}

/**
 * What it takes to free the chunks that no point needs any more, and how.
 *
 * @property fixed seconds of a prune, whatever there is.
 * @property perChunk seconds for each chunk that the repository holds.
 * @property rate bytes of packs that one core reads and writes anew in a second.
 * @property pack bytes of a pack.
 * @property unused share that may stay unused, of the whole repository or of each pack: `of`.
 * @property at whether it runs where the data are or beside the store.
 */
export interface PruneTerms {
  readonly fixed: Sourced;
  readonly perChunk: Sourced;
  readonly rate: Sourced;
  readonly pack: Sourced;
  readonly unused: Sourced;
  readonly of: 'repository' | 'pack';
  readonly at: 'source' | 'target';
}

/**
 * How a backup tool works and what it costs.
 *
 * @property style `forward`: fulls and increments; `dedup`: a pool of chunks.
 * @property compresses whether stored bytes are divided by the workload's compressibility.
 * @property codec, cipher catalog names: CPU cost of compression and encryption.
 * @property hash catalog name: CPU cost of the tool's own ids and checks.
 * @property scanRate files scanned per second; absent: no limit.
 * @property perFile seconds per changed file; absent: unknown or free.
 * @property objects how files lie in an object store: many in one, or each by itself.
 * @property streams concurrent network connections.
 * @property objectStreams the same to an object store; absent: as elsewhere.
 * @property streamWindow bytes in flight on one connection; absent: that of the system.
 * @property cores number of cores the tool uses.
 * @property prepare, finish seconds before and after the data transfer.
 * @property work measured terms, in place of `hash`, `codec`, `cipher`, `scanRate` and `perFile`.
 * @property combine exponent with which work and way add up; absent: the longer one alone.
 * @property restore what a restore takes; absent: what `prepare`, `finish`, codec and cipher take.
 * @property prune what pruning takes; absent: nothing is known, and points go in no time.
 * @property stored measured bytes that a backup adds; absent: new bytes, shrunk, and `overhead`.
 * @property overhead index and headers as a share of the stored bytes.
 * @property mergesDuplicates whether equal content is stored once.
 */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly style: 'forward' | 'dedup';
  readonly granularity: Granularity;
  readonly compresses: boolean;
  readonly codec: string;
  readonly cipher: string;
  readonly hash: HashName;
  readonly scanRate?: Sourced;
  readonly perFile?: Sourced;
  readonly objects: 'packs' | 'files';
  readonly streams: number;
  readonly objectStreams?: number;
  readonly streamWindow?: Sourced;
  readonly cores: number;
  readonly prepare: Sourced;
  readonly finish: Sourced;
  readonly work?: WorkTerms;
  readonly combine?: Sourced;
  readonly restore?: RestoreTerms;
  readonly prune?: PruneTerms;
  readonly stored?: StoredTerms;
  readonly overhead: Sourced;
  readonly mergesDuplicates: boolean;
  readonly keepDialect: KeepDialect;
  readonly notes: readonly string[];
}
