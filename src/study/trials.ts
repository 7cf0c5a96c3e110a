import type { Host, Threads } from '../host/host.ts';
import type { Run } from '../simulation/aftermath/run.ts';
import type { Plan, StrategyPlan } from '../simulation/plan/plan.ts';
import { simulate } from '../simulation/simulate.ts';
import { type Block, blocksOf, jobsOf, playBlock } from './blocks.ts';
import { type Figures, figuresOf } from './figures.ts';
import { sharedOf, TRIAL_THREAD } from './trial-thread.ts';

/** Number of trials, seed, and threads of a study. */
export interface TrialOptions {
  readonly seed: number;
  /** Number of trials; 1: the expected replication, with every input at its mean. */
  readonly trials: number;
  readonly unbounded: boolean;
  /** Called between blocks with the share done; may yield to the event loop. */
  readonly between: (share: number) => Promise<void>;
  /** Largest number of threads, and the host that starts them; absent: run in this thread. */
  readonly workers?: { readonly most: number; readonly host: Pick<Host, 'threads'> };
}

/** One strategy over all trials. */
export interface Study {
  readonly strategy: StrategyPlan;
  readonly figures: readonly Figures[];
  /** The expected run with all jobs and points; null for trials and for large plans. */
  readonly detail: Run | null;
}

/** Strategies with more jobs than this keep sums only. */
const MOST_DETAIL = 200_000;

/** Jobs that justify one more thread: starting it takes about as long as a fifth of them. */
const JOBS_WORTH_A_THREAD = 500_000;

/** Most jobs in concurrent runs: they and their points take up to 2 GB. */
const JOBS_AT_ONCE = 20_000_000;

/** Blocks in flight per thread, so that no thread idles between blocks. */
const BLOCKS_PER_THREAD = 2;

/**
 * Simulates every strategy in the same trials. The result does not depend on the number of threads:
 * a trial depends on seed and number only, and is stored at its own index.
 *
 * @throws whatever a run throws, in a thread or here.
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

/** Simulates the expected replication: every input stands at its mean. */
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

/** Simulates the expected replication of every strategy once, for its figures alone. */
export async function playOnce(
  plan: Plan,
  { seed, unbounded, between }: Omit<TrialOptions, 'trials' | 'workers'>,
): Promise<Study[]> {
  const options = { seed, replication: { kind: 'expected' }, unbounded, sumsOnly: true } as const;
  const studies: Study[] = [];
  for (const [index, strategy] of plan.strategies.entries()) {
    await between(index / plan.strategies.length);
    const figures = [figuresOf(plan, simulate(plan, strategy, options))];
    studies.push({ strategy, figures, detail: null });
  }
  return studies;
}

/** Starts as many threads as have enough work; null if that is fewer than two. */
async function threadsFor(
  plan: Plan,
  { trials, workers, ...options }: TrialOptions,
): Promise<Threads | null> {
  const jobs = plan.strategies.map(jobsOf);
  const all = trials * jobs.reduce((sum, perTrial) => sum + perTrial, 0);
  const longest = jobs.reduce((most, perTrial) => Math.max(most, perTrial), 1);
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
  const worker = async (): Promise<void> => {
    // The workers share this iterator.
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
  await Promise.all(
    Array.from({ length: threads ? threads.count * BLOCKS_PER_THREAD : 1 }, worker),
  );
  return studies;
}
