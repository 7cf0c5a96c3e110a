import type { Plan } from '../../../simulation/plan/plan.ts';
import { type Assumption, assumptionsOf, planWith } from '../../../study/assumptions.ts';
import { jobsOf } from '../../../study/blocks.ts';
import { playOnce } from '../../../study/trials.ts';
import type { Advice } from '../../result/advice.ts';
import type { Result, StrategyResult } from '../../result/result.ts';
import { keepsPromises } from '../advice.ts';
import { type AnswerContext, answer } from '../answer.ts';
import { inWords } from '../in-words.ts';
import { type Move, mostMoved } from './worst-figures.ts';

type HangsOn = NonNullable<Advice['hangsOn']>;
type Tried = HangsOn['assumptions'][number];
type End = Tried['ends'][number];

/** How the runs are made in which an assumption is another one. */
interface PlayOptions {
  readonly unbounded: boolean;
  /** Called between runs; may yield. */
  readonly between: (share: number) => Promise<void>;
  /** Most jobs that may be played for it. */
  readonly mostJobs?: number;
}

/** So many jobs take about a second. */
const MOST_JOBS = 1_000_000;

/** So many assumptions are told. */
const MOST_TOLD = 3;

/** What moves less is not worth telling. */
const LEAST_MOVE = 0.01;

/**
 * Adds which assumptions the recommendation hangs on: each number of a content class or a tool that
 * nobody gave is tried at the ends of its range, in the expected future, all else as it was. Where that
 * takes too long for all strategies the recommended one is tried alone, and where even that does, none.
 */
export async function withAssumptions(
  plan: Plan,
  result: Result,
  context: AnswerContext,
  { unbounded, between, mostJobs = MOST_JOBS }: PlayOptions,
): Promise<Result> {
  const { take } = result.advice;
  if (take === null) return result;
  const assumptions = assumptionsOf(plan);
  const ranged = assumptions.flatMap(triesOf);
  const unranged = assumptions.flatMap(({ what, range }) => (range ? [] : [what]));
  const own = { ...plan, strategies: plan.strategies.filter(({ name }) => name === take) };
  const tried = [plan, own].find((one) => jobsIn(one) * (ranged.length + 1) <= mostJobs);
  const told = (more: Partial<HangsOn>): Result => {
    const hangsOn = { assumptions: [], all: tried === plan, unranged, untried: null, ...more };
    return { ...result, advice: { ...result.advice, hangsOn } };
  };
  if (ranged.length === 0) return told({});
  if (!tried) return told({ untried: tooMany(own, ranged.length + 1) });
  const play = async (variant: Plan): Promise<Result> =>
    answer(variant, await playOnce(variant, { seed: context.seed, unbounded, between }), {
      ...context,
      trials: 1,
    });
  const expected = tried === plan && context.trials === 1 ? result : await play(tried);
  const strategy = strategyIn(expected, take);
  if (!strategy) return told({});
  const before = { strategy, take: expected.advice.take };
  const moved: Moved[] = [];
  for (const one of ranged) {
    moved.push(...movedBy(one, before, await play(planWith(tried, one.assumption, one.value))));
  }
  return told({ assumptions: worstOf(moved) });
}

/** The recommended strategy in the expected future, and the one that is to be taken there. */
interface Base {
  readonly strategy: StrategyResult;
  readonly take: string | null;
}

/** An assumption at one of its ends. */
interface Try {
  readonly assumption: Assumption;
  readonly value: number;
  readonly shown: string;
}

/** The ends of an assumption that differ from the value used. */
function triesOf(assumption: Assumption): Try[] {
  const { range, value: used } = assumption;
  if (!range) return [];
  return [range.low, range.high].flatMap(({ value, shown }) =>
    shown === used ? [] : [{ assumption, value, shown }],
  );
}

const jobsIn = ({ strategies }: Plan): number =>
  strategies.reduce((sum, strategy) => sum + jobsOf(strategy), 0);

const tooMany = (own: Plan, runs: number): string =>
  `${inWords('count', jobsIn(own) * runs)} more jobs would have to be played`;

const strategyIn = ({ strategies }: Result, take: string): StrategyResult | undefined =>
  strategies.find(({ name }) => name === take);

/** What one end does to the recommended strategy and to the recommendation. */
interface Moved extends Move {
  readonly assumption: Assumption;
  readonly end: End;
  readonly turns: boolean;
}

function movedBy({ assumption, shown }: Try, before: Base, after: Result): Moved[] {
  const strategy = strategyIn(after, before.strategy.name);
  const move = strategy && mostMoved(before.strategy, strategy);
  if (!move) return [];
  const { figure, from, to } = move;
  const { name } = before.strategy;
  // Trials may take another strategy than the expected future: an end is held against the latter.
  const take = after.advice.take === before.take ? name : after.advice.take;
  const keeps = keepsPromises(strategy);
  const end = { value: shown, figure: { name: figure, from, to }, keeps, take };
  return [{ ...move, assumption, end, turns: take !== name }];
}

/** Those that turn the recommendation first, then those that move a figure most. */
function worstOf(moved: readonly Moved[]): Tried[] {
  const order = [...moved].sort((a, b) => Number(b.turns) - Number(a.turns) || b.by - a.by);
  const told = [...new Set(order.filter(isTold).map(({ assumption }) => assumption))];
  return told.slice(0, MOST_TOLD).map((assumption) => ({
    what: assumption.what,
    value: assumption.value,
    fields: [...assumption.fields],
    source: assumption.range?.source ?? '',
    ends: moved.filter((one) => one.assumption === assumption).map(({ end }) => end),
  }));
}

const isTold = ({ by, turns }: Moved): boolean => turns || by >= LEAST_MOVE;
