import type { Plan } from '../plan/plan.ts';

/**
 * The demand of one phase of a job, for each source byte. The job's ratio is its stored bytes
 * divided by its source bytes; bytes on the wire and in the store scale with it.
 */
export interface FlowSpec {
  /** The shared resources it uses, as indices of the plan. */
  readonly resources: Int32Array;
  /** Units of each resource that a source byte takes: fixed + ratio × byRatio. */
  readonly fixed: Float64Array;
  readonly byRatio: Float64Array;
  /** The job's own limit in source bytes a second. */
  readonly cap: number;
  /** The job's own limit in bytes a second on the wire. */
  readonly wireCap: number;
  /** The work of the tool, if it is measured term by term; null: what it takes is in the others. */
  readonly worker: Worker | null;
  /** The possible bottlenecks: the cap, the wire cap, the resources, the worker. */
  readonly stages: readonly string[];
  /** Index in `TERMS` of the part of the job's time that it counts as. */
  readonly term: number;
}

/**
 * The work of a tool on the bytes of a job: `fixed + ratio × byRatio + effort` core seconds a source
 * byte, `effort` for its files, on at most so many cores. With a finite exponent `combine` the longer
 * of work and way does not hide the shorter (see `lone-rate.ts`).
 */
export interface Worker {
  readonly name: string;
  readonly fixed: number;
  readonly byRatio: number;
  readonly cores: number;
  readonly combine: number;
  /** Index in `FlowSpec.resources` of the cores that it uses; -1: they are not limited. */
  readonly at: number;
}

/** The parts of a job's time, in order. */
export const TERMS = [
  'prepare',
  'scan',
  'move',
  'latency',
  'transform',
  'verify',
  'finish',
  'retry',
] as const;
/** Term: the tool's fixed time before its work. */
export const PREPARE = 0;
/** Term: finding changes, file by file. */
export const SCAN = 1;
/** Term: reading, processing, sending and writing. */
export const MOVE = 2;
/** Term: the propagation delay of the route, paid by the last byte. */
export const LATENCY = 3;
/** Term: building fulls inside the store. */
export const TRANSFORM = 4;
/** Term: verification afterwards; an inline check is part of the move. */
export const VERIFY = 5;
/** Term: the tool's fixed time after its work. */
export const FINISH = 6;
/** Term: waiting between attempts. */
export const RETRY = 7;

/** Units of a resource that a source byte takes: fixed + ratio × byRatio. */
export interface Use {
  readonly resource: number;
  readonly fixed: number;
  readonly byRatio: number;
}

/** A stage with a limit in source bytes a second that does not depend on other jobs. */
export interface Cap {
  readonly stage: string;
  readonly rate: number;
}

/** One phase of a job, before `specOf` turns it into numbers. */
export interface Phase {
  readonly term: number;
  readonly caps: readonly Cap[];
  readonly wireCap?: number;
  /** The name of the wire cap where it is the bottleneck. */
  readonly wireStage?: string;
  readonly uses: readonly Use[];
  readonly worker?: Omit<Worker, 'at'> & { readonly on: number };
}

/** The flows of one protection in one replication, in the order in which its jobs pass them. */
export interface Flows {
  readonly specs: readonly FlowSpec[];
  /**
   * Index of the first stage of each flow when the stages of all are numbered consecutively, and
   * their total number.
   */
  readonly stagesAt: Int32Array;
  readonly stages: number;
  /** Number of flows at the beginning that belong to the move: one, or several on a staged path. */
  readonly moves: number;
  /** Index of the flow that builds fulls inside the store; -1 if there is none. */
  readonly transform: number;
  /** Index of the flow that verifies afterwards; -1 if there is none. */
  readonly verify: number;
  /** Index of the flow that rewrites packs, the last one; -1 if nothing is pruned by jobs. */
  readonly prune: number;
}

/** Whether a phase takes any time. */
export const isLimiting = ({ caps, uses, wireCap = Infinity, worker }: Phase): boolean =>
  caps.length + uses.length > 0 || Number.isFinite(wireCap) || worker !== undefined;

/** One phase for several that run at the same time. */
export const inParallel = (term: number, phases: readonly Phase[]): Phase =>
  phases.reduce(
    (all, { caps, uses, wireCap, wireStage, worker }) => ({
      ...withWireCap(all, wireCap ?? Infinity, wireStage),
      ...(worker && { worker }),
      caps: [...all.caps, ...caps],
      uses: [...all.uses, ...uses],
    }),
    { term, caps: [], uses: [] } as Phase,
  );

/** A phase with at most this wire cap. */
export const withWireCap = (phase: Phase, wireCap: number, wireStage = 'streams'): Phase =>
  wireCap < (phase.wireCap ?? Infinity) ? { ...phase, wireCap, wireStage } : phase;

/** The numbers of a phase: the tightest of its limits, and one use for each resource. */
export function specOf(
  plan: Plan,
  { term, caps, wireCap = Infinity, wireStage = 'streams', uses, worker }: Phase,
): FlowSpec {
  const tightest = caps.reduce((least, cap) => (cap.rate < least.rate ? cap : least), {
    stage: 'nothing',
    rate: Infinity,
  });
  const merged = new Map<number, Use>();
  for (const use of uses) {
    const before = merged.get(use.resource);
    merged.set(use.resource, {
      resource: use.resource,
      fixed: use.fixed + (before?.fixed ?? 0),
      byRatio: use.byRatio + (before?.byRatio ?? 0),
    });
  }
  const all = [...merged.values()];
  return {
    resources: Int32Array.from(all, ({ resource }) => resource),
    fixed: Float64Array.from(all, ({ fixed }) => fixed),
    byRatio: Float64Array.from(all, ({ byRatio }) => byRatio),
    cap: tightest.rate,
    wireCap,
    worker: worker
      ? {
          name: worker.name,
          fixed: worker.fixed,
          byRatio: worker.byRatio,
          cores: worker.cores,
          combine: worker.combine,
          at: all.findIndex(({ resource }) => resource === worker.on),
        }
      : null,
    stages: [
      tightest.stage,
      wireStage,
      ...all.map(({ resource }) => plan.resources[resource]?.name ?? ''),
      ...(worker ? [worker.name] : []),
    ],
    term,
  };
}

/**
 * Helpers that build phases for one replication: the value of a parameter (Infinity for null), the
 * use of a resource (empty if it is not shared), and a limit (empty if infinite).
 */
export function partMaker(plan: Plan, values: Float64Array) {
  return {
    value: (parameter: number | null): number =>
      parameter === null ? Infinity : (values[parameter] as number),
    use: (kind: string, of: number, fixed: number, byRatio: number): Use[] => {
      const resource = plan.resources.findIndex((one) => one.kind === kind && one.of === of);
      return resource < 0 || (fixed === 0 && byRatio === 0) ? [] : [{ resource, fixed, byRatio }];
    },
    cap: (stage: string, rate: number): Cap[] => (Number.isFinite(rate) ? [{ stage, rate }] : []),
  };
}

/**
 * The capacity of each resource in one replication, in its own unit: cores, bytes a second, or
 * store time.
 */
export function capacitiesOf(plan: Plan, values: Float64Array): Float64Array {
  return Float64Array.from(plan.resources, ({ kind, of }) => {
    if (kind === 'cores') return plan.sites[of]?.cores ?? Infinity;
    if (kind === 'store') return 1;
    const link = plan.links[of] as Plan['links'][number];
    return (values[link.rate] as number) * link.live;
  });
}
