import { median } from 'simple-statistics';
import { METRIC_NAMES, type MetricName } from '../metric.ts';
import { type Reading, valueIn } from '../reading.ts';

/** What histories tell: all metrics but `time`, which is one of the others. */
export const TOLD_METRICS: readonly MetricName[] = METRIC_NAMES.filter((name) => name !== 'time');

/**
 * What a metric was in one run of a series: the median of its repetitions, in base units; null where
 * none measured it.
 */
export function figureIn(readings: readonly Reading[], metric: MetricName): number | null {
  const values = readings
    .filter(({ faults }) => faults.length === 0)
    .flatMap((reading) => valueIn(reading, metric) ?? []);
  return values.length === 0 ? null : median(values);
}
