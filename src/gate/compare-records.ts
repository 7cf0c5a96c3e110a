import { median } from 'simple-statistics';
import type { Problem } from '../problem.ts';
import type { Judgement } from './judgement.ts';
import type { Limits } from './limits.ts';
import { METRIC_NAMES, type MetricName, unitOf } from './metric.ts';
import { mostSteps } from './paired.ts';
import { clockFor, type Reading, valueIn } from './reading.ts';
import type { Records } from './records.ts';
import { byTolerance, varyLittle } from './tolerance.ts';

/** What two runs say, one after the other; problems where of something there is nothing to compare. */
export interface Compared {
  readonly judgements: readonly Judgement[];
  readonly problems: readonly Problem[];
}

/**
 * Compares two runs that were not interleaved. Amounts that hardly vary are held to their limits.
 * Of times there is an estimate and no verdict: between two runs a machine differs by more than
 * tools do, and no number of repetitions makes that less.
 *
 * @param limits by which share each metric may grow; `asked` says whether somebody named them.
 */
export function compareRecords(
  before: Records,
  after: Records,
  { limits, asked }: { readonly limits: Limits; readonly asked: boolean },
): Compared {
  const [earlier, later] = [before.readings, after.readings];
  const problems = [...earlier.keys()]
    .filter((scenario) => !later.has(scenario))
    .map((scenario) => lacking(after.path, scenario));
  const judgements = [...earlier].flatMap(([scenario, readings]) => {
    const others = later.get(scenario);
    if (!others) return [];
    const whole = mostSteps([...readings, ...others]);
    const complete = [readings, others].map((all) => all.filter(isComplete(whole)));
    const [was = [], is = []] = complete;
    for (const [side, path] of [
      [was, before.path],
      [is, after.path],
    ] as const) {
      if (side.length === 0) problems.push(lacking(path, scenario));
    }
    if (was.length === 0 || is.length === 0) return [];
    return METRIC_NAMES.flatMap((metric) => {
      const limit = limits[metric];
      return limit === undefined ? [] : (compared({ scenario, metric, limit }, was, is) ?? []);
    });
  });
  return { judgements, problems: [...problems, ...unmeasured(limits, judgements, asked)] };
}

const isComplete =
  (whole: string) =>
  ({ steps, faults }: Reading): boolean =>
    faults.length === 0 && steps.join() === whole;

const lacking = (path: string, scenario: string): Problem => ({
  path: '',
  message: `${path} holds no whole run of ${scenario}`,
  hint: 'compare files of whole runs, of the same plan and the same tools',
});

/** Metrics that were asked for and of which nothing was measured; nothing must not pass. */
export function unmeasured(
  limits: Limits,
  judgements: readonly Pick<Judgement, 'metric'>[],
  asked: boolean,
): readonly Problem[] {
  const missing = METRIC_NAMES.filter(
    (metric) => limits[metric] !== undefined && judgements.every((one) => one.metric !== metric),
  );
  if (judgements.length > 0 && !asked) return [];
  return missing.map((metric) => ({
    path: '',
    message: `nothing was measured of ${metric}`,
    hint: 'leave its limit out, or let the plan do what it is measured of',
  }));
}

type About = Pick<Judgement, 'scenario' | 'limit'> & { readonly metric: MetricName };

function compared(about: About, was: readonly Reading[], is: readonly Reading[]): Judgement | null {
  const clock = clockFor(about.metric);
  const of = (reading: Reading): number | null => valueIn(reading, about.metric);
  const sides = { before: known(was.map(of)), after: known(is.map(of)) };
  if (sides.before.length === 0 || sides.after.length === 0) return null;
  const found = {
    before: median([...sides.before]),
    after: median([...sides.after]),
    pairs: Math.min(sides.before.length, sides.after.length),
  };
  const ratio = found.before === found.after ? 1 : found.after / found.before;
  const isSteady = [sides.before, sides.after].every((side) => varyLittle(side, about.limit));
  if (clock === null && isSteady && found.pairs >= STEADY_RUNS) {
    return byTolerance(about, { ...found, ratio });
  }
  return estimated(about, clock, { ...found, ratio });
}

/** Repetitions of each side of which it is believed that an amount does not vary. */
const STEADY_RUNS = 3;

const known = (values: readonly (number | null)[]): readonly number[] =>
  values.flatMap((value) => (value === null ? [] : [value]));

function estimated(
  about: About,
  clock: Judgement['clock'],
  { ratio, ...found }: Pick<Judgement, 'before' | 'after' | 'pairs'> & { readonly ratio: number },
): Judgement {
  return {
    ...about,
    ...{ clock, unit: unitOf(about.metric), verdict: 'cannot tell', how: 'estimated', ...found },
    ratio: Number.isFinite(ratio) ? ratio : null,
    ...{ low: null, high: null, chance: null, detectable: null, needed: null },
    note:
      clock === null
        ? `it varies by more than half of the limit, or there are fewer than ${STEADY_RUNS} repetitions to show that it does not`
        : 'the runs were not interleaved, and machines differ from hour to hour: run both with --plan',
  };
}
