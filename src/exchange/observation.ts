import type { Change, ChangeRates } from './change.ts';
import type { Duplicates } from './chunk-sample.ts';
import type { Compressibility } from './compressibility.ts';
import type { Passed } from './walk.ts';

/** What `observe` found in a directory; sizes are bytes. Also the shape of its JSON. */
export interface Observation {
  readonly format: 'backcast/observation/1';
  /** The workload's name. */
  readonly name: string;
  /** The directory's path, made safe to show. */
  readonly directory: string;
  /** When the walk began, as ISO 8601 in UTC. */
  readonly taken: string;
  readonly seed: number;
  /** Files, each counted once however many names it has. */
  readonly files: number;
  /** Bytes, holes left out. */
  readonly size: number;
  readonly directories: number;
  readonly holes: { readonly files: number; readonly bytes: number };
  /** Names beyond the first of a file, and the bytes that would be counted twice. */
  readonly hardLinks: { readonly names: number; readonly bytes: number };
  /** What was counted and never opened. */
  readonly passed: Readonly<Record<Passed, number>>;
  readonly unread: Unread;
  /** Null in an empty directory. */
  readonly fileSize: FileSize | null;
  readonly compressibility: Compressibility | null;
  readonly duplicates: Duplicates | null;
  /** Against the index of `--since`. */
  readonly change: MeasuredChange | null;
}

/** Bytes of a file, holes left out; median and p95 are right within about 1.1 %. */
export interface FileSize {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly largest: number;
}

/** What could not be read; `vanished` of them had gone by then. */
export interface Unread {
  readonly count: number;
  readonly vanished: number;
  /** The first of them, with what was wrong. */
  readonly first: readonly { readonly path: string; readonly reason: string }[];
}

/** What differs from an earlier walk of the same directory. */
export interface MeasuredChange extends Change {
  /** Between the two walks. */
  readonly seconds: number;
  /** Null where the walks are too close together for rates. */
  readonly rates: ChangeRates | null;
}
