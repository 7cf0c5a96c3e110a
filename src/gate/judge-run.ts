import { mean } from 'simple-statistics';
import type { Measurement, Opening } from '../benchmark/measurement.ts';
import type { Problem } from '../problem.ts';
import { unmeasured } from './compare-records.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import type { Limits } from './limits.ts';
import { METRIC_NAMES, METRICS, type Metric } from './metric.ts';
import { type PairedSeries, pairedSeries } from './paired.ts';
import { type ReadingPair, type Sample, sampleOf } from './sample.ts';
import { looksOf } from './stages.ts';

/** What is judged of a run of pairs, and at how many pairs it is looked for the last time. */
export interface Terms {
  readonly limits: Limits;
  /** Whether somebody named the limits. */
  readonly asked: boolean;
  /** Pairs at the last look; null for as many as are usual. */
  readonly most: number | null;
}

/** What a run of pairs says so far. */
export interface JudgedRun {
  readonly judgements: readonly Judgement[];
  /** By series: how many pairs there are, how many it wants, and why some were dropped. */
  readonly series: readonly (PairedSeries & { readonly wanted: number })[];
  readonly orderEffect: number | null;
  readonly problems: readonly Problem[];
}

/** Pairs of one series that may be dropped for a failure, and are made up for. */
export const MOST_DROPPED = 2;

/** Judges all pairs of a run so far; the same lines always give the same verdicts. */
export function judgeRun(
  opening: Pick<Opening, 'arms'>,
  lines: readonly Measurement[],
  { limits, asked, most }: Terms,
): JudgedRun {
  const series = pairedSeries(opening, lines);
  const usual = looksOf(series.length * testedIn(limits), most).first;
  const samples = series.flatMap(({ scenario, pairs }) =>
    METRIC_NAMES.flatMap((metric): Sample[] => {
      const limit = limits[metric];
      const found = limit === undefined ? null : sampleOf(pairs, metric, usual);
      return limit === undefined || !found ? [] : [{ scenario, metric, limit, ...found }];
    }),
  );
  const { judgements, wanted } = judge(samples, most);
  const wantedBy = (scenario: string): number =>
    Math.max(0, ...wanted.filter((_, index) => samples[index]?.scenario === scenario));
  return {
    judgements: [...judgements].sort((a, b) =>
      a.scenario < b.scenario ? -1 : +(a.scenario > b.scenario),
    ),
    series: series.map((one) => ({ ...one, wanted: wantedBy(one.scenario) || usual })),
    orderEffect: orderEffectOf(series.flatMap(({ pairs }) => pairs)),
    problems:
      series.length === 0 || series.some(({ pairs }) => pairs.length === 0)
        ? [...(series.length === 0 ? [NOTHING] : []), ...series.flatMap(brokenIn)]
        : [...series.flatMap(brokenIn), ...unmeasured(limits, judgements, asked)],
  };
}

/** How many metrics of one series are tested, where amounts but memory do not vary. */
const testedIn = (limits: Limits): number =>
  METRIC_NAMES.filter((name) => {
    const metric: Metric = METRICS[name];
    return limits[name] !== undefined && (metric.kind === 'time' || metric.amount === 'memory');
  }).length;

const NOTHING: Problem = {
  path: '',
  message: 'no pair of runs came to its end',
  hint: 'give it more time',
};

function brokenIn({ scenario, pairs, dropped }: PairedSeries): readonly Problem[] {
  const [first] = dropped;
  const hint = 'see what failed in the measurements, and mend it';
  if (dropped.length > MOST_DROPPED) {
    const message = `${dropped.length} pairs of ${scenario} failed; first ${first}`;
    return [{ path: '', message, hint }];
  }
  if (pairs.length > 0) return [];
  const message = `no pair of ${scenario} came to its end${first ? `; first ${first}` : ''}`;
  return [{ path: '', message, hint: first ? hint : 'give it more time' }];
}

/** By what share the second run of a pair takes longer than the first, by the clock on the wall. */
function orderEffectOf(pairs: readonly ReadingPair[]): number | null {
  const effects = (['before', 'after'] as const).map((side) =>
    pairs.flatMap(({ before, after, first }) => {
      const [was, is] = [before.times.backup?.wall, after.times.backup?.wall];
      return first === side && was && is ? [Math.log(is / was)] : [];
    }),
  );
  const [early = [], late = []] = effects;
  if (early.length === 0 || late.length === 0) return null;
  return Math.expm1((mean(early) - mean(late)) / 2);
}
