import type { Change, ChangeRates } from './change.ts';
import type { Duplicates } from './chunk-sample.ts';
import type { Compressibility } from './compressibility.ts';
import type { Passed } from './walk.ts';

/** What `observe` measured in a directory; sizes are bytes. This is also the shape of its JSON. */
export interface Observation {
  readonly format: 'backcast/observation/1';
  /** The workload's name. */
  readonly name: string;
  /** The directory's path, escaped for display. */
  readonly directory: string;
  /** When the walk began, ISO 8601 in UTC. */
  readonly taken: string;
  readonly seed: number;
  /** Number of files; a file with several hard links counts once. */
  readonly files: number;
  /** Total bytes, without holes. */
  readonly size: number;
  readonly directories: number;
  readonly holes: { readonly files: number; readonly bytes: number };
  /** Further names of files already counted, and the bytes they would have counted twice. */
  readonly hardLinks: { readonly names: number; readonly bytes: number };
  /** Entries that were counted but never opened, by kind. */
  readonly passed: Readonly<Record<Passed, number>>;
  readonly unread: Unread;
  /** Null if the directory has no files. */
  readonly fileSize: FileSize | null;
  readonly compressibility: Compressibility | null;
  readonly duplicates: Duplicates | null;
  /** Difference from the index given with `--since`. */
  readonly change: MeasuredChange | null;
}

/** File sizes in bytes, without holes; median and p95 are accurate to about 1.1 %. */
export interface FileSize {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly largest: number;
}

/** What could not be read; `vanished` of these were deleted during the walk. */
export interface Unread {
  readonly count: number;
  readonly vanished: number;
  /** The first of these, each with the reason. */
  readonly first: readonly { readonly path: string; readonly reason: string }[];
}

/** The difference from an earlier walk of the same directory. */
export interface MeasuredChange extends Change {
  /** Time between the two walks. */
  readonly seconds: number;
  /** Share of the bytes that differs, without growth; null if the directory was empty before. */
  readonly perRun: number | null;
  /** Null if the walks are too close together, or the directory was empty before. */
  readonly rates: ChangeRates | null;
}
