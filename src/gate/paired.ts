import type { Measurement, Opening } from '../benchmark/measurement.ts';
import { type Reading, readingsOf } from './reading.ts';
import type { ReadingPair } from './sample.ts';

/** The repetition that is left out: whatever is done for the first time takes longer. */
export const WARM_UP = 1;

/**
 * The pairs of one series, `DATASET/TOOL/TARGET` with the tool of the plan.
 *
 * @property pairs that can be compared, in the order of time.
 * @property dropped why others cannot: both runs of a pair are dropped, so that the test stays exact.
 */
export interface PairedSeries {
  readonly scenario: string;
  readonly pairs: readonly ReadingPair[];
  readonly dropped: readonly string[];
}

/**
 * The pairs of a run that interleaved two sides.
 *
 * @param opening whose `arms` say which tools are sides of one pair.
 */
export function pairedSeries(
  { arms }: Pick<Opening, 'arms'>,
  lines: readonly Measurement[],
): readonly PairedSeries[] {
  const readings = readingsOf(lines);
  return [...readings].flatMap(([series, earlier]) => {
    const [dataset = '', tool = '', ...target] = series.split('/');
    const arm = arms[tool];
    if (arm?.side !== 'before') return [];
    const twin = Object.entries(arms).find(([, one]) => one.of === arm.of && one.side === 'after');
    const later = readings.get([dataset, twin?.[0], ...target].join('/')) ?? [];
    const scenario = [dataset, arm.of, ...target].join('/');
    return [paired(scenario, earlier, later)];
  });
}

function paired(
  scenario: string,
  earlier: readonly Reading[],
  later: readonly Reading[],
): PairedSeries {
  const whole = mostSteps([...earlier, ...later]);
  const pairs: ReadingPair[] = [];
  const dropped: string[] = [];
  for (const before of earlier.filter(({ repetition }) => repetition !== WARM_UP)) {
    const after = later.find(({ repetition }) => repetition === before.repetition);
    const faults = [...before.faults, ...(after?.faults ?? [])];
    if (faults[0] !== undefined) dropped.push(faults[0]);
    // A pair that time ran out on is no fault, but it is no pair either.
    else if (after && before.steps.join() === whole && after.steps.join() === whole) {
      pairs.push({ before, after, first: before.began <= after.began ? 'before' : 'after' });
    }
  }
  return { scenario, pairs, dropped };
}

/** The steps of the most complete readings, as one text. */
export const mostSteps = (readings: readonly Reading[]): string =>
  readings
    .map(({ steps }) => steps)
    .reduce<readonly string[]>((most, steps) => (steps.length > most.length ? steps : most), [])
    .join();
