import { median } from 'simple-statistics';
import { CLOCKS, type Clock, METRICS, type Metric, type MetricName } from './metric.ts';
import type { Reading } from './reading.ts';
import type { Pair } from './statistics/alignment.ts';

/** A pair of runs of one series, and which side ran first. */
export interface ReadingPair {
  readonly before: Reading;
  readonly after: Reading;
  readonly first: 'before' | 'after';
}

/**
 * The figures of one metric in one series.
 *
 * @property clock by which times were taken; null for amounts.
 * @property pairs in the order of time, in base units.
 * @property others the same by the other clocks, where the quietest was chosen.
 */
export interface Sample {
  readonly scenario: string;
  readonly metric: MetricName;
  readonly limit: number;
  readonly clock: Clock | null;
  readonly pairs: readonly Pair[];
  readonly others: readonly Timed[];
}

/** Pairs of times by one clock. */
export interface Timed {
  readonly clock: Clock;
  readonly pairs: readonly Pair[];
}

/**
 * The figures of a metric in pairs of readings; null where any lacks it. Of three clocks the one
 * whose pairs differ least is taken: by how much, never which way, so that the choice favours no
 * side and the test stays exact.
 *
 * @param first of how many pairs the choice may know: those before the first look.
 */
export function sampleOf(
  readings: readonly ReadingPair[],
  metric: MetricName,
  first: number,
): Pick<Sample, 'clock' | 'pairs' | 'others'> | null {
  const kind: Metric = METRICS[metric];
  if (kind.kind === 'amount') {
    const pairs = pairsOf(readings, ({ amounts }) => amounts[kind.amount]);
    return pairs && { clock: null, pairs, others: [] };
  }
  const clocks = kind.clock === 'quietest' ? CLOCKS : [kind.clock];
  const timed = clocks.flatMap((clock) => {
    const pairs = pairsOf(readings, ({ times }) => times[kind.phase]?.[clock] ?? null);
    return pairs && isTimed(pairs) ? [{ clock, pairs }] : [];
  });
  const noise = ({ pairs }: Timed): number => noiseOf(pairs.slice(0, first));
  const [quietest, ...others] = [...timed].sort((a, b) => noise(a) - noise(b));
  return quietest ? { ...quietest, others } : null;
}

/** A time of zero is one that was too short to be told from none. */
const isTimed = (pairs: readonly Pair[]): boolean =>
  pairs.every(({ before, after }) => before > 0 && after > 0);

function pairsOf(
  readings: readonly ReadingPair[],
  of: (reading: Reading) => number | null,
): readonly Pair[] | null {
  const pairs = readings.flatMap((pair): Pair[] => {
    const [before, after] = [of(pair.before), of(pair.after)];
    return before === null || after === null ? [] : [{ before, after }];
  });
  return pairs.length === readings.length && pairs.length > 0 ? pairs : null;
}

const noiseOf = (pairs: readonly Pair[]): number =>
  median(pairs.map(({ before, after }) => Math.abs(Math.log(after / before))));
