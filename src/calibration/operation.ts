import type { Measurement } from '../benchmark/measurement.ts';

/** What a tool is asked to do; levels of backups are one operation, with more or less to do. */
export const OPERATIONS = [
  'backup',
  'restore',
  'check',
  'verify',
  'forget',
  'prune',
  'compact',
  'init',
] as const;

/** See `OPERATIONS`. */
export type Operation = (typeof OPERATIONS)[number];

/** The operation that a kind of step measures; null if it measures none. */
export const operationOf = (kind: Measurement['kind']): Operation | null =>
  OPERATIONS.find((one) => one === kind) ?? null;
