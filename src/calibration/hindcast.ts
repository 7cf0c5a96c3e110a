import { median, quantileSorted } from 'simple-statistics';
import { type FittedForecast, FORETOLD, type Foretold, forecastOf } from './forecast.ts';
import { type Beyond, beyond } from './hull.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { Profile, ProfiledOperation } from './profile.ts';

/**
 * One figure of one step beside what was measured of it, over its repetitions.
 *
 * @property measured median of the repetitions.
 * @property forecast null where the profile says nothing of it.
 * @property floor what one repetition misses another by in the median, as a share; null with one.
 * @property plain what bytes ÷ throughput of the calibration would foretell; null where nothing was read.
 * @property beyond where it lies outside of what the profile has seen.
 */
export interface Compared {
  readonly tool: string;
  readonly operation: string;
  readonly level: string | null;
  readonly target: string;
  readonly step: string;
  readonly figure: Foretold;
  readonly measured: number;
  readonly repetitions: number;
  readonly forecast: FittedForecast;
  readonly floor: number | null;
  readonly plain: number | null;
  readonly beyond: Beyond | null;
}

/** How good the forecasts of some steps are. */
export interface Score {
  readonly steps: number;
  readonly error: number;
  readonly p90: number;
  /** Median of ln(foretold ÷ measured): above 0 where too much was foretold. */
  readonly bias: number;
  readonly holds50: number | null;
  readonly holds90: number | null;
  readonly floor: number | null;
  /** What a perfect forecast would miss the median of so few repetitions by. */
  readonly least: number | null;
  /** 1 − error ÷ error of the plain forecast: 1 is perfect, 0 no better; null where there is none. */
  readonly skill: number | null;
}

/** Measured steps beside what the profile foretells of them; steps of unknown tools are not there. */
export function compare(profile: Profile, runs: readonly MeasuredRun[]): Compared[] {
  const steps = new Map<string, MeasuredRun[]>();
  for (const run of runs) {
    const key = `${run.tool} ${run.target} ${run.group} ${run.name} ${run.method ?? ''}`;
    steps.set(key, [...(steps.get(key) ?? []), run]);
  }
  return [...steps.values()].flatMap((repetitions) => {
    const operation = operationIn(profile, repetitions[0] as MeasuredRun);
    return operation
      ? FORETOLD.flatMap((figure) => comparedFigure(operation, repetitions, figure))
      : [];
  });
}

const operationIn = (profile: Profile, run: MeasuredRun): ProfiledOperation | undefined =>
  profile.tools[run.tool]?.operations.find(
    ({ operation, method }) => operation === run.operation && method === run.method,
  );

function comparedFigure(
  operation: ProfiledOperation,
  repetitions: readonly MeasuredRun[],
  figure: Foretold,
): Compared[] {
  const run = middleOf(repetitions);
  const forecast = forecastOf(operation, run.quantities, figure);
  const values = repetitions.flatMap((one) => measuredOf(one, figure) ?? []);
  if (!forecast || values.length === 0) return [];
  const measured = median(values);
  if (!(measured > 0)) return [];
  return [
    {
      tool: run.tool,
      operation: run.operation,
      level: run.level,
      target: run.target,
      step: run.name,
      figure,
      measured,
      repetitions: values.length,
      forecast,
      floor: floorOf(values),
      plain: plainForecast(operation, run, figure),
      beyond: beyond(operation.hull, run.quantities),
    },
  ];
}

/** Bytes read × what one took in the median; a run that read nothing would take nothing. */
function plainForecast(
  { perByte }: ProfiledOperation,
  { quantities }: MeasuredRun,
  figure: Foretold,
): number | null {
  const rate = perByte[figure === 'wall' ? 'quiet' : figure];
  return rate === null ? null : rate * quantities.read;
}

/** The repetition with the middle amount stored: what was to be done is alike in all. */
const middleOf = (repetitions: readonly MeasuredRun[]): MeasuredRun =>
  [...repetitions].sort((a, b) => a.quantities.stored - b.quantities.stored)[
    Math.floor((repetitions.length - 1) / 2)
  ] as MeasuredRun;

const measuredOf = (run: MeasuredRun, figure: Foretold): number | null =>
  figure === 'stored' ? (run.operation === 'backup' ? run.quantities.stored : null) : run[figure];

/** What one repetition misses another by, in the median of all pairs. */
function floorOf(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const pairs = values.flatMap((a, i) =>
    values.flatMap((b, j) => (i === j || !(b > 0) ? [] : [Math.abs(a / b - 1)])),
  );
  return pairs.length > 0 ? median(pairs) : null;
}

/** The score of some comparisons; null of none. */
export function scoreOf(compared: readonly Compared[]): Score | null {
  if (compared.length === 0) return null;
  const errors = compared
    .map(({ forecast, measured }) => Math.abs(forecast.expected / measured - 1))
    .sort((a, b) => a - b);
  const logs = compared.map(({ forecast, measured }) =>
    Math.log(Math.max(forecast.expected, 1e-12) / measured),
  );
  const floors = compared.flatMap(({ floor }) => floor ?? []);
  const leasts = compared.flatMap(({ floor, repetitions }) =>
    floor === null ? [] : [floor * ofPairNoise(repetitions)],
  );
  const error = quantileSorted(errors, 0.5);
  const holds = (share: 50 | 90): number | null => {
    const known = compared.flatMap(({ forecast, measured }) => {
      const interval = share === 50 ? forecast.half : forecast.most;
      return interval ? [interval.low <= measured && measured <= interval.high] : [];
    });
    return known.length > 0 ? known.filter(Boolean).length / known.length : null;
  };
  return {
    steps: compared.length,
    error,
    p90: quantileSorted(errors, 0.9),
    bias: median(logs),
    holds50: holds(50),
    holds90: holds(90),
    floor: floors.length > 0 ? median(floors) : null,
    least: leasts.length > 0 ? median(leasts) : null,
    skill: skillOf(compared, error),
  };
}

/**
 * What a perfect forecast misses the median of some repetitions by, as a share of what one misses another
 * by, where noise is normal on the logarithmic scale (simulated).
 */
const OF_PAIR_NOISE = [0.71, 0.5, 0.47, 0.42, 0.38];
const ofPairNoise = (repetitions: number): number =>
  OF_PAIR_NOISE[Math.min(repetitions, OF_PAIR_NOISE.length) - 1] as number;

function skillOf(compared: readonly Compared[], error: number): number | null {
  const plain = compared.flatMap((one) =>
    one.plain === null ? [] : [Math.abs(one.plain / one.measured - 1)],
  );
  if (plain.length < compared.length) return null;
  const other = median(plain);
  return other > 0 ? 1 - error / other : null;
}
