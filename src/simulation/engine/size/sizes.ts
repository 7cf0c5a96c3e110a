import { newShare } from '../../../model/block-clone.ts';
import {
  hotShare,
  powerLaw,
  uniformShare,
  zipfShare,
  zipfWeights,
  zipfWrites,
} from '../../../model/change.ts';
import { shrunk } from '../../../model/shrunk.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ToolPlan } from '../../plan/policy.ts';
import type { ChangePlan, WorkloadPlan } from '../../plan/workload.ts';
import { amplifications, type Lifts, UNAMPLIFIED } from './detected-change.ts';
import { cumulative, growthOf } from './growth.ts';

const DAY = 86400;
/** Entries of the cache of shares by elapsed time; schedules repeat few distances. */
const CACHE_ENTRIES = 256;

/**
 * Size of a workload and how much of it differs between runs, in one future and for one tool.
 * Shared by workloads that change alike.
 */
export interface Sizes {
  /** Source bytes at an instant, of a source with `first` bytes at the start. */
  source(first: number, time: number): number;
  /** Bytes of a full in the store. */
  full(source: number): number;
  /** Bytes in the store of the difference between two runs. */
  between(fromTime: number, fromRun: number, toTime: number, toRun: number, source: number): number;
  /** Source bytes that a tool reads to find the difference between two runs. */
  read(fromTime: number, fromRun: number, toTime: number, toRun: number, source: number): number;
  newShare(days: number): number;
  /** Stored bytes ÷ source bytes by compression and overhead, without deduplication. */
  readonly storedShare: number;
  /** Whether as much changes on each day as on any other. */
  readonly steady: boolean;
}

/** The share of the data that differs after some days or runs, before granularity. */
type Share = (days: number) => number;

/** Mean bytes of a file; a workload without files counts as one file. */
function fileSizeOf({ size, files, fileSize }: WorkloadPlan, values: Float64Array): number {
  if (files === null) return fileSize;
  const bytes = values[size] as number;
  const number = values[files] as number;
  return number > 0 ? bytes / number : bytes;
}

/**
 * The sizes of a workload, shared by all that change alike.
 *
 * @param cache the sizes made so far, by `cacheKey`; new ones are added.
 */
export function sharedSizes(
  plan: Plan,
  workload: WorkloadPlan,
  tool: ToolPlan,
  values: Float64Array,
  cache: Map<string, Sizes>,
): Sizes {
  const key = cacheKey(workload, tool, values);
  const sizes = cache.get(key) ?? sizesOf(plan, workload, tool, values);
  cache.set(key, sizes);
  return sizes;
}

/**
 * What sizes depend on, as text; long tables are keyed by workload, as they never repeat. The tool of a
 * copy has the name of that of its backup and need not store as it does.
 */
function cacheKey(workload: WorkloadPlan, tool: ToolPlan, values: Float64Array): string {
  const { change, growth, events, compressibility, duplicates } = workload;
  const value = (index: number): number => values[index] as number;
  const { style, granularity, compresses, merges, overhead, stored } = tool;
  const storing = [style, granularity, compresses, merges, overhead, stored];
  if (change.kind === 'series' || events.times.length > 0)
    return JSON.stringify([workload.name, storing]);
  const amounts = amountsOf(change);
  return JSON.stringify([
    change.kind === 'files' ? [change.every, change.unit] : 0,
    amounts.map(({ amount, ...rest }) => [rest, value(amount)]),
    amounts.some(({ inBytes }) => inBytes) ? value(workload.size) : 0,
    growth.kind === 'none' ? 0 : { ...growth, rate: value(growth.rate) },
    fileSizeOf(workload, values),
    [value(compressibility), value(duplicates)],
    storing,
  ]);
}

/** The uncertain amounts of a change. */
function amountsOf(change: Exclude<ChangePlan, { kind: 'series' }>) {
  if (change.kind === 'power law') return change.points;
  if (change.kind === 'rate') return [change];
  return Array.from([change.files, change.within], (amount) => ({ amount, inBytes: false }));
}

function sizesOf(plan: Plan, workload: WorkloadPlan, tool: ToolPlan, values: Float64Array): Sizes {
  const value = (index: number): number => values[index] as number;
  const size = value(workload.size);
  const { change, events, growth } = workload;
  const isReplica = tool.style === 'replica';
  const { share, exponent } = tool.stored;
  const left = tool.compresses ? shrunk(value(workload.compressibility), exponent) : 1;
  const storedShare = isReplica ? 1 : left * share * (1 + tool.overhead);
  const headers = headersOf(tool, fileSizeOf(workload, values));
  // An unbounded draw of a share may exceed 1.
  const unique = tool.merges && !isReplica ? Math.max(0, 1 - value(workload.duplicates)) : 1;
  const { source, appended } = growthOf(plan, workload, values);
  const inBytes = change.kind === 'rate' && change.inBytes;
  const perRun = 'every' in change && change.every === 'run';
  const amplify = amplifications(change, tool, fileSizeOf(workload, values));
  // A change in bytes is a smaller share of a source that has grown: it is amplified below.
  const shareAfter = memoized(
    change.kind === 'files'
      ? sharesInFiles(value(change.files), value(change.within), amplify)
      : amplified(shareOf(change, size, values), inBytes ? UNAMPLIFIED : amplify),
  );
  const series = change.kind === 'series' ? cumulative(change.series) : null;
  const differing = (
    column: 0 | 1,
    fromTime: number,
    fromRun: number,
    toTime: number,
    toRun: number,
    now: number,
  ): number => {
    if (series) return Math.min(now, series(toTime) - series(fromTime));
    const distance = perRun ? toRun - fromRun : (toTime - fromTime) / DAY;
    let share = shareAfter(distance, column);
    // Appended bytes are all new; only older bytes can have changed.
    const added = appended * (toTime - fromTime);
    const old = Math.max(0, now - added);
    if (inBytes && old > 0) share = amplify[column](Math.min(1, (size * share) / old));
    // In this form data without rewrites keep full precision.
    if (events.times.length > 0) share += (1 - share) * rewrittenIn(events, fromTime, toTime);
    return Math.min(now, old * share + added);
  };
  return {
    source,
    full: (now) => now * unique * storedShare + (headers ? headers(now, now) : 0),
    between: (a, b, c, d, now) =>
      differing(1, a, b, c, d, now) * storedShare +
      (headers ? headers(now, differing(0, a, b, c, d, now)) : 0),
    read: (a, b, c, d, now) => differing(0, a, b, c, d, now),
    newShare: (days) => newShare(days, shareAfter(1, 1)),
    storedShare,
    steady: growth.kind === 'none' && change.kind !== 'series' && events.times.length === 0,
  };
}

/** Bytes that a point takes beside its data, of a source of which so many bytes were read; null: none. */
function headersOf({ style, stored }: ToolPlan, fileSize: number) {
  const { perPoint, perFile, perChangedFile } = stored;
  if (style === 'replica' || perPoint + perFile + perChangedFile === 0) return null;
  return (source: number, read: number): number =>
    perPoint + (source > 0 ? (source * perFile + read * perChangedFile) / fileSize : 0);
}

/** Share of the data that rewrite events in (from, to] touch, as independent events. */
function rewrittenIn({ times, shares }: WorkloadPlan['events'], from: number, to: number): number {
  let rewritten = 0;
  for (let i = firstAfter(times, from); i < times.length; i++) {
    if ((times[i] as number) > to) break;
    rewritten += (1 - rewritten) * (shares[i] as number);
  }
  return rewritten;
}

/** Index of the first of some ascending times after an instant. */
function firstAfter(times: readonly number[], instant: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The share that differs over time, for each way to describe a change. */
function shareOf(change: ChangePlan, size: number, values: Float64Array): Share {
  const amount = (index: number, inBytes: boolean): number => {
    const value = values[index] as number;
    return Math.min(1, inBytes ? (size > 0 ? value / size : 0) : value);
  };
  if (change.kind === 'series' || change.kind === 'files') return () => 0;
  if (change.kind === 'power law') {
    const [first, second] = change.points.map((point) => ({
      days: point.after / DAY,
      share: amount(point.amount, point.inBytes),
    }));
    return first && second ? powerLaw(first, second).share : () => 0;
  }
  const share = amount(change.amount, change.inBytes);
  const { skew } = change;
  if (share === 0) return () => 0;
  if (skew.kind === 'hot') return (days) => hotShare(share, skew.hot, skew.takes, days);
  if (skew.kind === 'zipf' && share < 1) {
    const weights = zipfWeights(skew.exponent, skew.units);
    const writes = zipfWrites(share, skew.exponent, skew.units, weights);
    return (days) => zipfShare(writes, skew.exponent, skew.units, days, weights);
  }
  return (days) => uniformShare(share, days);
}

/** A share and what a tool reads and stores of it. */
const amplified =
  (share: Share, [read, store]: Lifts) =>
  (distance: number): readonly [number, number] => {
    const plain = Math.min(1, share(distance));
    return [read(plain), store(plain)];
  };

/** Each file changes by itself, and each time a part of it: what is seen of one change comes again. */
const sharesInFiles =
  (files: number, within: number, [read, store]: Lifts) =>
  (distance: number): readonly [number, number] => [
    uniformShare(files * read(Math.min(1, within)), distance),
    uniformShare(files * store(Math.min(1, within)), distance),
  ];

/** Caches shares by elapsed time: each costs an exponential or a sum. */
function memoized(sharesAfter: (distance: number) => readonly [number, number]) {
  const keys = new Float64Array(CACHE_ENTRIES).fill(-1);
  const shares = new Float64Array(2 * CACHE_ENTRIES);
  return (distance: number, column: 0 | 1): number => {
    const entry = Math.floor(distance * 1440) & (CACHE_ENTRIES - 1);
    if (keys[entry] !== distance) {
      const [read, store] = sharesAfter(distance);
      keys[entry] = distance;
      shares[2 * entry] = read;
      shares[2 * entry + 1] = store;
    }
    return shares[2 * entry + column] as number;
  };
}
