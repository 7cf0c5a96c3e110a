import type { Host, Threads } from '../host/host.ts';
import type { Run } from '../simulation/aftermath/run.ts';
import type { Plan, StrategyPlan } from '../simulation/plan/plan.ts';
import { simulate } from '../simulation/simulate.ts';
import { type Block, blocksOf, jobsOf, playBlock } from './blocks.ts';
import { type Figures, figuresOf } from './figures.ts';
import { sharedOf, TRIAL_THREAD } from './trial-thread.ts';

/** How many futures are played, from which seed, and by how many. */
export interface TrialOptions {
  readonly seed: number;
  /** 1: the one future in which every input stands at its mean. */
  readonly trials: number;
  readonly unbounded: boolean;
  /** Called between blocks of runs with the share that is done; may let others have a turn. */
  readonly between: (share: number) => Promise<void>;
  /** Threads to play in, at most, and who starts them; without, all is played in this one. */
  readonly workers?: { readonly most: number; readonly host: Pick<Host, 'threads'> };
}

/** One strategy over all futures. */
export interface Study {
  readonly strategy: StrategyPlan;
  readonly figures: readonly Figures[];
  /** The run with every file, in detail mode. */
  readonly detail: Run | null;
}

/** Plans with more jobs than this keep sums only. */
const MOST_DETAIL = 200_000;

/** A thread takes as long to start as a fifth of these jobs to play. */
const JOBS_WORTH_A_THREAD = 500_000;

/** Jobs of runs under way at the same time, at most: they and their points take up to 2 GB. */
const JOBS_AT_ONCE = 20_000_000;

/** Blocks that wait for each thread, so that none has to wait for its next. */
const IN_HAND = 2;

/**
 * Plays every strategy in the same futures. The studies are the same however many threads there
 * are, since a trial hangs on seed and number alone and each has its own place.
 *
 * @throws whatever a run throws, in a thread as here.
 */
export async function playTrials(plan: Plan, options: TrialOptions): Promise<Study[]> {
  if (options.trials === 1) return playExpected(plan, options);
  const threads = await threadsFor(plan, options);
  try {
    return await playBlocks(plan, options, threads);
  } finally {
    await threads?.stop();
  }
}

/** The one future in which every input stands at its mean. */
async function playExpected(
  plan: Plan,
  { seed, unbounded, between }: TrialOptions,
): Promise<Study[]> {
  const studies: Study[] = [];
  const options = { seed, replication: { kind: 'expected' }, unbounded } as const;
  for (const [index, strategy] of plan.strategies.entries()) {
    await between(index / plan.strategies.length);
    const run = simulate(plan, strategy, { ...options, sumsOnly: true });
    const detail =
      jobsOf(strategy) <= MOST_DETAIL
        ? simulate(plan, strategy, { ...options, snapshotAt: run.stored.peakSerial })
        : null;
    studies.push({ strategy, figures: [figuresOf(plan, run)], detail });
  }
  return studies;
}

/** As many threads as have enough to do; none where that is one. */
async function threadsFor(
  plan: Plan,
  { trials, workers, ...options }: TrialOptions,
): Promise<Threads | null> {
  const jobs = plan.strategies.map(jobsOf);
  const all = trials * jobs.reduce((sum, each) => sum + each, 0);
  const longest = jobs.reduce((most, each) => Math.max(most, each), 1);
  const count = Math.min(
    workers?.most ?? 1,
    Math.floor(all / JOBS_WORTH_A_THREAD),
    Math.floor(JOBS_AT_ONCE / longest),
  );
  if (!workers || count < 2) return null;
  return workers.host.threads({ ...TRIAL_THREAD, count, shared: sharedOf(plan, options) });
}

async function playBlocks(
  plan: Plan,
  options: TrialOptions,
  threads: Threads | null,
): Promise<Study[]> {
  const { trials, between } = options;
  const studies = plan.strategies.map((strategy) => ({
    strategy,
    figures: new Array<Figures>(trials),
    detail: null,
  }));
  const all = trials * studies.length;
  let done = 0;
  const blocks = blocksOf(plan, trials).values();
  const work = async (): Promise<void> => {
    // All who work take from the same blocks.
    for (const block of blocks) {
      await between(done / all);
      const figures = threads
        ? await threads.run<Block, Figures[]>(block)
        : playBlock(plan, options, block);
      for (const [place, one] of figures.entries()) {
        (studies[block.strategy] as (typeof studies)[number]).figures[block.from + place] = one;
      }
      done += figures.length;
    }
  };
  await Promise.all(Array.from({ length: threads ? threads.count * IN_HAND : 1 }, work));
  return studies;
}
