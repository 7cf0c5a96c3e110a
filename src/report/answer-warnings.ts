import type { Plan, StrategyPlan } from '../simulation/plan.ts';
import { LEAST_TRIALS_FOR_INTERVAL } from '../stats/estimate.ts';
import type { StrategyResult } from './result.ts';
import { retentionReach } from './retention-reach.ts';

/** Doubts about the whole result that a reader should know of; one line names all it holds for. */
export function warningsOf(
  plan: Plan,
  strategies: readonly StrategyResult[],
  trials: number,
): string[] {
  const { end, start } = plan;
  const where = (test: (strategy: StrategyResult) => boolean): string[] =>
    strategies.filter(test).map(({ name }) => name);
  const tooShort = plan.strategies.filter(
    (strategy) => retentionReach(plan, strategy) > end - start,
  );
  return [
    ...doubtOf(plan, trials),
    ...told(
      tooShort.map(({ name }) => name),
      'the horizon is shorter than the longest retention, so what is stored has not come to rest',
    ),
    ...told(
      where(({ stored, failed }) => stored.fullOn.never < 1 && failed.mean > 0),
      'a store is full, and jobs that found no room left no points; --unbounded shows the need',
    ),
    ...told(
      where(({ stored, failed }) => stored.fullOn.never < 1 && failed.mean === 0),
      'a store would have to hold more than it can',
    ),
    ...['full', 'synthetic', 'differential'].flatMap((level) =>
      told(
        plan.strategies.filter((one) => runsAsIncrement(one, level)).map(({ name }) => name),
        `the style makes no ${level} backups${level === 'full' ? ' after the first' : ''}: they run as increments`,
      ),
    ),
    ...told(
      where(promisesWindow),
      'nights that fit are promised, but there is no window, so every night does',
    ),
    ...told(
      where(({ skipped }) => skipped.mean > 0),
      'jobs were skipped because the one before was still running',
    ),
    ...told(
      where(({ unstarted }) => unstarted.mean > 0),
      'jobs that were due had not begun at the end',
    ),
  ];
}

const told = (names: readonly string[], doubt: string): string[] =>
  names.length > 0 ? [`${names.join(', ')}: ${doubt}`] : [];

const runsAsIncrement = ({ policies }: StrategyPlan, level: string): boolean =>
  policies.some(({ asIncrements }) => asIncrements.includes(level));

const promisesWindow = ({ objectives, window }: StrategyResult): boolean =>
  window.fits === null && objectives.some(({ name }) => name === 'window');

function doubtOf(plan: Plan, trials: number): string[] {
  if (trials === 1) {
    const uncertain = plan.parameters.some(({ distribution }) => distribution.kind !== 'fixed');
    const left = [
      ...(uncertain ? ['each uncertain input stands at its mean'] : []),
      ...(plan.strategies.some((one) => mayFail(plan, one))
        ? ['which jobs fail is drawn from the seed']
        : []),
    ];
    return left.length > 0 ? [`${left.join(', and ')}; --trials 1000 shows the spread`] : [];
  }
  return trials < LEAST_TRIALS_FOR_INTERVAL
    ? [`${trials} trials are too few for p05 and p95; ${LEAST_TRIALS_FOR_INTERVAL} are the least`]
    : [];
}

function mayFail({ parameters }: Plan, { policies }: StrategyPlan): boolean {
  return policies.some(({ failure }) => {
    const distribution = failure === null ? undefined : parameters[failure]?.distribution;
    return distribution && !(distribution.kind === 'fixed' && distribution.value === 0);
  });
}
