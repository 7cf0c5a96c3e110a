import { wholeNets } from '../../../random/net.ts';
import type { Plan, StrategyPlan } from '../../../simulation/plan/plan.ts';
import { LEAST_TRIALS_FOR_INTERVAL } from '../../../stats/estimate.ts';
import type { Result, StrategyResult } from '../../result/result.ts';
import { isUncertain, mayFail } from '../doubt.ts';
import { listed } from '../in-words.ts';
import { retentionReach } from '../retention-reach.ts';
import { declaredWarnings, trainingWarnings } from './declared-warnings.ts';
import { priceWarnings } from './price-warnings.ts';
import { unpricedWarnings } from './unpriced-warnings.ts';

/** Doubts about the whole result that a reader should know of; one line names all it holds for. */
export function warningsOf(
  plan: Plan,
  strategies: readonly StrategyResult[],
  { trials, doubt, training }: Pick<Result, 'trials' | 'doubt' | 'training'>,
): string[] {
  const { end, start } = plan;
  const where: Where = (test) => strategies.filter(test).map(({ name }) => name);
  const tooShort = plan.strategies.filter(
    (strategy) => retentionReach(plan, strategy) > end - start,
  );
  return [
    ...strategies.flatMap(({ name, unprotected }) =>
      reported(
        unprotected.length > 0 ? [name] : [],
        `leaves ${listed(unprotected)} without a backup`,
      ),
    ),
    ...tooFew(plan, trials, doubt, strategies.some(hasDoubtfulPromise)),
    ...reported(
      tooShort.map(({ name }) => name),
      'the horizon is shorter than the longest retention, so what is stored has not come to rest',
    ),
    ...reported(
      where(({ stored, failed }) => stored.fullOn.never < 1 && failed.mean > 0),
      'a store is full, and jobs that found no room left no points; --unbounded shows the need',
    ),
    ...reported(
      where(({ stored, failed }) => stored.fullOn.never < 1 && failed.mean === 0),
      'a store would have to hold more than it can',
    ),
    ...['full', 'synthetic', 'differential'].flatMap((level) =>
      reported(
        plan.strategies.filter((one) => runsAsIncrement(one, level)).map(({ name }) => name),
        `the style makes no ${level} backups${level === 'full' ? ' after the first' : ''}: they run as increments`,
      ),
    ),
    ...windowWarnings(where),
    ...declaredWarnings(plan, strategies).flatMap(({ names, doubt: what }) =>
      reported(names, what),
    ),
    ...trainingWarnings(training),
    ...reported(
      where(takesNoTime),
      'nothing limits how fast some data are restored, so they take 0 s, whatever the rto: give their stores a read rate',
    ),
    ...reported(
      plan.cost.allLost.includes(null)
        ? where(({ disasters }) =>
            disasters.some((one) => one.takesData && one.unprotected.mean > 0),
          )
        : [],
      'a disaster may leave nothing: total loss is counted as its chance alone, and has no price without penalties.all-lost',
    ),
    ...unpricedWarnings(strategies, {
      currency: plan.cost.currency,
      limit: plan.objectives.cost !== undefined,
    }).flatMap(({ names, doubt: what }) => reported(names, what)),
    ...priceWarnings(plan),
    ...jobWarnings(where),
  ];
}

type Where = (test: (strategy: StrategyResult) => boolean) => string[];

const windowWarnings = (where: Where): string[] => [
  ...reported(
    where(promisesWindow),
    'nights that fit are promised, but there is no window, so every night does',
  ),
  ...reported(
    where(missesWindow),
    'jobs do not fit their window in some of its nights; objectives.window says in how many they must',
  ),
];

const jobWarnings = (where: Where): string[] => [
  ...reported(
    where(({ copies }) => copies.some(({ early }) => early.mean > 0)),
    'copies were due while the newest backup was still being made, and took the one before; a later date or a delay waits for it',
  ),
  ...reported(
    where(({ skipped }) => skipped.mean > 0),
    'jobs were skipped because the one before was still running',
  ),
  ...reported(
    where(({ unstarted }) => unstarted.mean > 0),
    'jobs that were due had not begun at the end',
  ),
];

const reported = (names: readonly string[], doubt: string): string[] =>
  names.length > 0 ? [`${names.join(', ')}: ${doubt}`] : [];

const runsAsIncrement = ({ policies }: StrategyPlan, level: string): boolean =>
  policies.some(({ asIncrements }) => asIncrements.includes(level));

const promisesWindow = ({ objectives, window }: StrategyResult): boolean =>
  window.fits === null && objectives.some(({ name }) => name === 'window');

const missesWindow = ({ objectives, window: { fits } }: StrategyResult): boolean =>
  fits !== null && fits.p50 < 1 && objectives.every(({ name }) => name !== 'window');

/** Whether an RTO is judged by a restore of which no rate is known. */
const takesNoTime = ({ objectives, workloads }: StrategyResult): boolean =>
  objectives.some(({ name }) => name === 'rto') &&
  workloads.some(({ slowest }) => slowest?.p95 === 0);

/** Whether trials decide on any promise: not on schedules that always hold, nor without a price. */
const hasDoubtfulPromise = ({ objectives }: StrategyResult): boolean =>
  objectives.some(
    ({ name, share, undecided }) => undecided === undefined && (name !== 'schedule' || share < 1),
  );

function tooFew(plan: Plan, trials: number, doubt: Result['doubt'], isDoubtful: boolean): string[] {
  if (!doubt) {
    const left = [
      ...(isUncertain(plan) ? ['each uncertain input stands at its mean'] : []),
      ...(plan.strategies.some((one) => mayFail(plan, one))
        ? ['which jobs fail is drawn from the seed']
        : []),
    ];
    return left.length > 0 ? [`${left.join(', and ')}; --trials 1000 shows the spread`] : [];
  }
  if (trials < LEAST_TRIALS_FOR_INTERVAL) {
    return [
      `${trials} trials are too few for p05 and p95; ${LEAST_TRIALS_FOR_INTERVAL} are the least`,
    ];
  }
  if (doubt.enough) return [];
  const chances = isDoubtful ? 'the chance of each objective to 1 point and ' : '';
  return [
    `${trials} trials are too few to know ${chances}the p95 of the peak stored to 2 %; some ${wholeNets(doubt.needed)} would do`,
  ];
}
