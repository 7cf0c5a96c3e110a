import type { Run } from '../../src/simulation/aftermath/run.ts';
import { KINDS } from '../../src/simulation/chain/kinds.ts';
import { BYTES, cell, kindAt, SOURCE, TIME } from '../../src/simulation/chain/rows.ts';
import type { Declared } from './played.ts';

/** Data whose bytes are stored as they are: one byte read is one byte written. */
export const PLAIN = { compressibility: 1, duplicates: 0, change: '0 %/day' } as const;

/** A scenario of one workload and one store that takes 1 GB/s, with more laid over it. */
export const oneWorkload = ({
  workload = {},
  store = {},
  strategy = {},
  ...rest
}: {
  readonly workload?: Declared;
  readonly store?: Declared;
  readonly strategy?: Declared;
} & Declared = {}): Declared => ({
  start: '2026-01-05',
  horizon: '10 days',
  workloads: { data: { size: '1 TB', ...PLAIN, ...workload } },
  stores: { disk: { write: '1 GB/s', ...store } },
  strategies: { plan: { full: 'daily at 00:00', keep: { last: 100 }, ...strategy } },
  ...rest,
});

/** A file of a chain as it lies there at the end of a run. */
export interface ChainFile {
  readonly kind: string;
  readonly time: number;
  readonly source: number;
  readonly bytes: number;
}

/** The files of one chain at the end, oldest first. */
export function filesOf(run: Run, protection = 0): ChainFile[] {
  const rows = run.chains[protection]?.rows;
  if (!rows) return [];
  return Array.from({ length: rows.count }, (_, index) => ({
    kind: KINDS[kindAt(rows, index)] ?? '',
    time: cell(rows, index, TIME),
    source: cell(rows, index, SOURCE),
    bytes: cell(rows, index, BYTES),
  }));
}

/** Seconds since 1970 of a date and time in UTC. */
export const instant = (text: string): number => Date.parse(text) / 1000;
