import { quantileSorted } from 'simple-statistics';
import { format } from '../../units/dimension.ts';
import { BINARY_SIZE } from '../../units/dimensions.ts';
import type { Opening } from '../measurement.ts';
import { PROBE_OPERATIONS, type ProbeRecord } from '../records/probe.ts';
import { type Line, lineThrough, occupied } from './lines.ts';

/** One operation on objects of one size, so many at once. */
export interface ProbedSize {
  /** Bytes; null for what has to do with no object. */
  readonly size: number | null;
  readonly operations: number;
  /** Seconds of one operation: the median, the least, the most. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** One operation on objects of all sizes, so many at once. */
export interface ProbedOperation {
  readonly target: string;
  readonly operation: ProbeRecord['operation'];
  readonly atOnce: number;
  readonly sizes: readonly ProbedSize[];
  /**
   * Seconds an object and bytes a second through the medians of all sizes, of all that go on at
   * once together; null with fewer than two sizes.
   */
  readonly line: Line | null;
}

/** What probes found: the JSON of `backcast bench --probe`. */
export interface ProbeSummary {
  readonly format: 'backcast/probe/1';
  readonly run: string;
  readonly plan: Opening['plan'];
  /** Path of the measurements file. */
  readonly measurements: string;
  readonly machine: Opening['machine'];
  readonly rows: readonly ProbedOperation[];
  readonly failures: readonly { readonly step: string; readonly reason: string }[];
  readonly leftOut: readonly { readonly what: string; readonly because: string }[];
}

/** Summarises the records of probes. */
export function summariseProbe(
  opening: Opening,
  measurements: string,
  records: readonly ProbeRecord[],
): ProbeSummary {
  const { run, plan, machine } = opening;
  const groups = new Map<string, ProbeRecord[]>();
  for (const record of [...records].sort(inOrder)) {
    if (record.each.length === 0 || record.outcome !== 'done') continue;
    const name = `${record.target}/${record.operation}/${record.atOnce}`;
    groups.set(name, [...(groups.get(name) ?? []), record]);
  }
  const told = (outcome: ProbeRecord['outcome']) =>
    records.filter((record) => record.outcome === outcome);
  return {
    format: 'backcast/probe/1',
    ...{ run, plan, measurements, machine },
    rows: [...groups.values()].map(rowOf),
    failures: told('failed').map(({ step, reason }) => ({ step, reason: reason ?? '' })),
    leftOut: told('left out')
      // What is not written is not read and deleted either.
      .filter(({ operation }) => operation !== 'read' && operation !== 'delete')
      .map((record) => ({ what: objectsOf(record), because: record.reason ?? '' })),
  };
}

/** `vault: 64 MiB, 4 at once`. */
function objectsOf({ target, operation, size, atOnce }: ProbeRecord): string {
  const many = operation === 'write in parts' ? `in ${atOnce} parts` : `${atOnce} at once`;
  return `${target}: ${size === null ? operation : format(BINARY_SIZE, size)}, ${many}`;
}

const inOrder = (a: ProbeRecord, b: ProbeRecord): number =>
  (a.target < b.target ? -1 : a.target > b.target ? 1 : 0) ||
  PROBE_OPERATIONS.indexOf(a.operation) - PROBE_OPERATIONS.indexOf(b.operation) ||
  a.atOnce - b.atOnce ||
  (a.size ?? 0) - (b.size ?? 0);

function rowOf(records: readonly ProbeRecord[]): ProbedOperation {
  const { target, operation, atOnce } = records[0] as ProbeRecord;
  const sizes = records.map(({ size, each }): ProbedSize => {
    const sorted = [...each].sort((a, b) => a - b);
    const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
    const median = quantileSorted(sorted, 0.5);
    return { size, operations: each.length, median, least, most };
  });
  const points = sizes.flatMap(({ size, median }) =>
    size === null ? [] : [{ size, seconds: occupied(median, { operation, atOnce }) }],
  );
  return { target, operation, atOnce, sizes, line: lineThrough(points) };
}
