import { medianInterval } from '../stats/median-interval.ts';
import { doubtsOf, isNoisy, isTooShort, waitedShare, workOf } from './doubts.ts';
import type { Measurement, Opening } from './measurement.ts';
import { MEASURED_KINDS, type Step } from './step.ts';

/**
 * A figure over all repetitions: median, its 95 % interval if there are enough, smallest and
 * largest.
 */
export interface Spread {
  readonly median: number;
  /** Null with fewer than six repetitions. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly least: number;
  readonly most: number;
}

/** Figures of one step over its repetitions, in base units; null for what was not measured. */
export interface Row {
  readonly dataset: string;
  readonly tool: string;
  readonly target: string;
  /** The step without its series: `0-full`, `check`, `restore-0`, `restore-0-md5`. */
  readonly step: string;
  readonly kind: Measurement['kind'];
  readonly done: number;
  readonly failed: number;
  readonly leftOut: number;
  readonly wall: Spread | null;
  /** Median time ÷ that of the fastest tool in this step; null where no other tool has it. */
  readonly toFastest: number | null;
  readonly cpu: Spread | null;
  readonly peakMemory: Spread | null;
  /** How many of those that are done tell more of a busy machine than of the tool. */
  readonly noisy: number;
  /** How many of them hold less work than the clock tells apart. */
  readonly tooShort: number;
  /** Share of the time of its threads in which they waited for a core. */
  readonly waited: Spread | null;
  /** Source bytes ÷ seconds, of what reads or writes all of it: not of increments. */
  readonly rate: Spread | null;
  readonly read: Spread | null;
  readonly written: Spread | null;
  /** Bytes in the repository after the step, and bytes that the step added. */
  readonly stored: Spread | null;
  readonly added: Spread | null;
  /** Bytes to another machine, and requests to an object store, where they are counted. */
  readonly sent: Spread | null;
  readonly requests: Spread | null;
}

/** The results of a run: the JSON of `backcast bench`. */
export interface Summary {
  readonly format: 'backcast/bench/1';
  readonly run: string;
  readonly plan: Opening['plan'];
  /** Path of the measurements file. */
  readonly measurements: string;
  readonly machine: Opening['machine'];
  readonly tools: Opening['tools'];
  readonly rows: readonly Row[];
  /** Number of restores due, of those compared with the source, and of those equal to it. */
  readonly restores: { readonly due: number; readonly compared: number; readonly equal: number };
  /** Properties that were not compared because the tool does not keep them, by tool. */
  readonly notCompared: Readonly<Record<string, readonly string[]>>;
  readonly failures: readonly Failure[];
  readonly warnings: readonly string[];
  /** What the plan asks for but was not done, with the reason. */
  readonly leftOut: readonly { readonly what: string; readonly because: string }[];
  /** Steps that were not started because the budget was used up. */
  readonly notBegun: readonly string[];
}

/** A failed step, with the end of the tool's output. */
export interface Failure {
  readonly step: string;
  readonly reason: string;
  readonly said: string | null;
  readonly differences: readonly string[];
}

/** The input of a summary. */
export interface RunData {
  readonly opening: Opening;
  readonly measurements: string;
  readonly lines: readonly Measurement[];
  readonly leftOut: Summary['leftOut'];
  readonly notBegun: readonly Step[];
}

/**
 * Summarises the measurements of a run: one row for each step of a series, over its repetitions.
 */
export function summarise({ opening, measurements, lines, leftOut, notBegun }: RunData): Summary {
  const rows = [...grouped(lines.filter(({ kind }) => MEASURED_KINDS.includes(kind))).values()];
  const comparisons = lines.flatMap((line) => line.compared ?? []);
  const failed = lines.filter(({ outcome }) => outcome === 'failed');
  return {
    format: 'backcast/bench/1',
    run: opening.run,
    plan: opening.plan,
    measurements,
    machine: opening.machine,
    tools: opening.tools,
    rows: besideFastest(rows.map((group) => rowOf(group, lines, opening.least))),
    restores: {
      due: lines.filter(({ kind }) => kind === 'restore').length,
      compared: comparisons.length,
      equal: comparisons.filter(({ differences }) => differences === 0).length,
    },
    notCompared: notComparedIn(lines),
    failures: failed.map((line) => ({
      step: line.step,
      reason: line.reason ?? '',
      said: line.said,
      differences: line.compared?.first ?? [],
    })),
    warnings: [
      ...doubtsOf(lines, opening.least),
      ...lines.flatMap((line) => line.warnings.map((warning) => `${line.step}: ${warning}`)),
    ],
    leftOut,
    notBegun: notBegun.map(({ id }) => id),
  };
}

/** The id of a step without its repetition. */
const nameOf = ({ step, repetition }: Measurement): string => step.slice(`${repetition}/`.length);

/** Groups measurements of the same step, sorted so that tools can be compared side by side. */
function grouped(lines: readonly Measurement[]): Map<string, Measurement[]> {
  const groups = new Map<string, Measurement[]>();
  for (const line of [...lines].sort(inOrder)) {
    const name = nameOf(line);
    const group = groups.get(name) ?? [];
    group.push(line);
    groups.set(name, group);
  }
  return groups;
}

/** Sorts by dataset and target, then backups, checks, restores and verifications, then tool. */
function inOrder(a: Measurement, b: Measurement): number {
  return (
    byName(a.dataset, b.dataset) ||
    byName(a.target ?? '', b.target ?? '') ||
    MEASURED_KINDS.indexOf(a.kind) - MEASURED_KINDS.indexOf(b.kind) ||
    (a.point ?? 0) - (b.point ?? 0) ||
    byName(a.part ?? '', b.part ?? '') ||
    byName(a.method ?? '', b.method ?? '') ||
    byName(a.tool ?? '', b.tool ?? '')
  );
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each row with how many times as long as the fastest tool it takes for the same. */
function besideFastest(rows: readonly Row[]): readonly Row[] {
  const keyOf = ({ dataset, target, step }: Row): string => [dataset, target, step].join('/');
  const times = new Map<string, number[]>();
  for (const row of rows) {
    if (row.wall) times.set(keyOf(row), [...(times.get(keyOf(row)) ?? []), row.wall.median]);
  }
  return rows.map((row) => {
    const alike = times.get(keyOf(row)) ?? [];
    const fastest = Math.min(...alike);
    if (!row.wall || alike.length < 2 || fastest === 0) return row;
    return { ...row, toFastest: row.wall.median / fastest };
  });
}

function rowOf(
  group: readonly Measurement[],
  all: readonly Measurement[],
  least: number | null,
): Row {
  const first = group[0] as Measurement;
  const done = group.filter(({ outcome }) => outcome === 'done');
  const over = (of: (line: Measurement) => number | null | undefined): Spread | null =>
    spread(done.flatMap((line) => of(line) ?? []));
  return {
    dataset: first.dataset,
    tool: first.tool ?? '',
    target: first.target ?? '',
    step: nameOf(first).split('/').at(-1) ?? '',
    kind: first.kind,
    done: done.length,
    failed: group.filter(({ outcome }) => outcome === 'failed').length,
    leftOut: group.filter(({ outcome }) => outcome === 'left out').length,
    wall: over(({ usage }) => usage?.wall),
    toFastest: null,
    cpu: over(workOf),
    noisy: done.filter(isNoisy).length,
    tooShort: done.filter((line) => isTooShort(line, least)).length,
    waited: over(waitedShare),
    peakMemory: over(({ usage }) => usage?.peakMemory?.bytes),
    rate: over((line) => rateOf(line)),
    read: over(({ usage }) => usage?.read?.bytes),
    written: over(({ usage }) => usage?.written?.bytes),
    stored: over(({ stored }) => stored?.bytes),
    added: over((line) => addedBy(line, all)),
    sent: over(({ wire }) => wire?.sent),
    requests: over(({ requests }) => requests),
  };
}

/**
 * Bytes that a backup added to its repository. Measurements of format 1 do not say so; there it is
 * what is stored after it and after the backup before, and null if that was not measured.
 */
function addedBy(
  { kind, step, point, stored, added }: Measurement,
  all: readonly Measurement[],
): number | null {
  if (kind === 'backup' && added) return Math.max(0, added.bytes);
  if (kind !== 'backup' || !stored) return null;
  if (point === 0) return stored.bytes;
  const series = step.slice(0, step.lastIndexOf('/') + 1);
  const before = all.find(
    (line) =>
      line.kind === 'backup' && line.point === (point ?? 0) - 1 && line.step.startsWith(series),
  )?.stored;
  return before ? Math.max(0, stored.bytes - before.bytes) : null;
}

function notComparedIn(lines: readonly Measurement[]): Summary['notCompared'] {
  const by: Record<string, readonly string[]> = {};
  for (const { tool, compared } of lines) {
    if (tool === null || !compared || compared.notCompared.length === 0) continue;
    // A tool may keep more properties in one target than in another.
    by[tool] = [...new Set([...(by[tool] ?? []), ...compared.notCompared])];
  }
  return by;
}

function rateOf({ kind, level, source, usage }: Measurement): number | null {
  if (kind === 'backup' && level !== 'full') return null;
  return source && usage && usage.wall > 0 ? source.bytes / usage.wall : null;
}

function spread(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const { value, low, high } = medianInterval(values);
  return {
    median: value,
    interval: Number.isFinite(low) ? { low, high } : null,
    least: Math.min(...values),
    most: Math.max(...values),
  };
}
