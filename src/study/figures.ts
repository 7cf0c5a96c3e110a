import { quantile } from 'simple-statistics';
import type { Recovery } from '../simulation/aftermath/restored-point.ts';
import type { Run } from '../simulation/aftermath/run.ts';
import type { Tally } from '../simulation/engine/tally.ts';
import { LEVELS } from '../simulation/plan/levels.ts';
import type { Plan } from '../simulation/plan/plan.ts';
import type { Flows } from '../simulation/sharing/flow-spec.ts';
import { FINISH, LATENCY, PREPARE, RETRY, SCAN, TERMS } from '../simulation/sharing/flow-spec.ts';
import { type CopyFigures, copyFigures } from './copy-figures.ts';
import { type DisasterFigures, disasterFigures } from './disaster-figures.ts';
import { type ScheduleFigures, scheduleFigures } from './schedule-figures.ts';
import { type WorkloadFigures, workloadFigures } from './workload-figures.ts';

/** The figures of one strategy in one replication, without details of jobs and points. */
export interface Figures {
  readonly jobs: readonly JobFigures[];
  readonly skipped: number;
  readonly failed: number;
  readonly unstarted: number;
  /** Share of window occurrences in which all jobs fit; null without a window. */
  readonly fits: number | null;
  readonly firstMiss: number;
  readonly stored: Run['stored'];
  readonly byStore: Run['byStore'];
  readonly files: number;
  readonly logsAndReplicas: Run['logsAndReplicas'];
  readonly unused: Run['unused'];
  readonly points: number;
  readonly traffic: Float64Array;
  readonly verification: Run['verification'];
  readonly recovery: { readonly newest: Recovery | null; readonly worst: Recovery | null };
  readonly gap: number;
  readonly worstAge: number;
  readonly rpo: number;
  readonly series: Float64Array;
  readonly sizes: Run['sizes'];
  readonly workloads: readonly WorkloadFigures[];
  readonly schedules: readonly ScheduleFigures[];
  readonly copies: readonly CopyFigures[];
  readonly disasters: readonly DisasterFigures[];
  readonly following: Run['following'];
  readonly rechecks: Run['rechecks'];
  readonly costs: Run['costs'];
  readonly bills: Run['bills'];
  readonly bought: Run['bought'];
  readonly cartridges: Run['cartridges'];
}

/** Means and quantiles over the jobs of one workload at one level. */
export interface JobFigures {
  readonly workload: number;
  readonly level: number;
  readonly count: number;
  readonly seconds: number;
  readonly wait: number;
  readonly bytesRead: number;
  readonly bytesStored: number;
  readonly bytesFreed: number;
  readonly terms: readonly number[];
  /** Share of job time by bottleneck: a stage or a fixed phase. */
  readonly bottleneckSeconds: ReadonlyMap<string, number>;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Reduces a run to its figures. */
export function figuresOf(plan: Plan, run: Run): Figures {
  const { windowOutcomes } = run;
  return {
    jobs: run.strategy.protections.flatMap((protection, index) =>
      LEVELS.flatMap((_, level) => {
        const tally = run.tallies[index]?.[level];
        const flows = run.flows[index];
        return tally && flows && tally.count > 0 && protection.from < 0
          ? [jobFigures(run, { index, level, workload: protection.workload }, tally, flows)]
          : [];
      }),
    ),
    skipped: run.skipped,
    failed: run.failed,
    unstarted: run.unstarted,
    fits:
      windowOutcomes.seen > 0
        ? (windowOutcomes.seen - windowOutcomes.missed) / windowOutcomes.seen
        : null,
    firstMiss: windowOutcomes.firstMiss,
    stored: run.stored,
    byStore: run.byStore,
    files: run.files,
    logsAndReplicas: run.logsAndReplicas,
    unused: run.unused,
    points: run.points,
    traffic: run.traffic,
    verification: run.verification,
    recovery: { newest: run.recovery.newest, worst: run.recovery.worst },
    gap: run.gap,
    worstAge: run.worstAge,
    rpo: run.rpo,
    series: run.series,
    sizes: sizesByWorkload(plan, run),
    workloads: workloadFigures(run),
    schedules: scheduleFigures(run),
    copies: copyFigures(run),
    disasters: disasterFigures(plan, run.impact),
    following: run.following,
    rechecks: run.rechecks,
    costs: run.costs,
    bills: run.bills,
    bought: run.bought,
    cartridges: run.cartridges,
  };
}

/** Sizes by workload index of the plan; NaN for workloads that the strategy does not protect. */
function sizesByWorkload(plan: Plan, { strategy, sizes }: Run): Run['sizes'] {
  // Copies overwrite the entry of their source, whose sizes they share.
  const places = new Map(strategy.protections.map(({ workload }, index) => [workload, index]));
  return plan.workloads.map(
    (_, workload) => sizes[places.get(workload) ?? -1] ?? { start: Number.NaN, end: Number.NaN },
  );
}

function jobFigures(
  run: Run,
  { index, level, workload }: { index: number; level: number; workload: number },
  tally: Tally,
  flows: Flows,
): JobFigures {
  const { count } = tally;
  const seconds = durationsAt(run, index, level, count);
  // `quantile` uses quickselect: a full sort is not needed.
  const [p50 = Number.NaN, p95 = Number.NaN] = quantile(seconds, [0.5, 0.95]);
  return {
    workload,
    level,
    count,
    seconds: tally.seconds / count,
    wait: tally.wait / count,
    bytesRead: tally.bytesRead / count,
    bytesStored: tally.bytesStored / count,
    bytesFreed: tally.bytesFreed / count,
    terms: Array.from(tally.terms, (sum) => sum / count),
    bottleneckSeconds: bottleneckShares(tally, flows),
    p50,
    p95,
    max: seconds.reduce((most, one) => Math.max(most, one), 0),
  };
}

/** Durations in seconds of the `count` jobs of one level. */
function durationsAt(run: Run, index: number, level: number, count: number): number[] {
  const all = run.durations[index] ?? new Float64Array();
  const levels = run.durationLevels[index] ?? new Uint8Array();
  const chosen = new Array<number>(count);
  for (let i = 0, place = 0; i < all.length; i++) {
    if (levels[i] === level) chosen[place++] = all[i] as number;
  }
  return chosen;
}

/** Phases of fixed duration, which count as bottlenecks under the names of their terms. */
const FIXED = [PREPARE, SCAN, LATENCY, FINISH, RETRY] as const;

function bottleneckShares(tally: Tally, { specs, stagesAt }: Flows): ReadonlyMap<string, number> {
  const bottleneckSeconds = new Map<string, number>();
  const add = (stage: string, seconds: number): void => {
    if (seconds > 0) bottleneckSeconds.set(stage, (bottleneckSeconds.get(stage) ?? 0) + seconds);
  };
  for (const term of FIXED) add(TERMS[term], tally.terms[term] as number);
  for (const [phase, { stages }] of specs.entries()) {
    for (const [stage, name] of stages.entries()) {
      add(name, tally.bottleneckSeconds[(stagesAt[phase] as number) + stage] as number);
    }
  }
  // Divided by their own sum, so that rounding cannot push a share above 1.
  const all = [...bottleneckSeconds.values()].reduce((sum, seconds) => sum + seconds, 0);
  return new Map([...bottleneckSeconds].map(([stage, seconds]) => [stage, seconds / all]));
}
