import type { Plan } from '../plan/plan.ts';

/**
 * What one phase of a job asks of the world for each source byte. A job's ratio is stored bytes ÷
 * source bytes; what travels and what is written is less than what is read by it.
 */
export interface FlowSpec {
  /** Shared resources, as indices of the plan. */
  readonly resources: Int32Array;
  /** Use of each resource by a source byte: fixed + ratio × byRatio. */
  readonly fixed: Float64Array;
  readonly byRatio: Float64Array;
  /** Source bytes a second that this job alone can do at most. */
  readonly cap: number;
  /** Bytes a second on the wire that this job alone can do at most. */
  readonly wireCap: number;
  /** What can be the bottleneck: the cap, the wire cap, then the resources. */
  readonly stages: readonly string[];
  /** Which term of the job's time it adds to. */
  readonly term: number;
}

/** The terms of a job's time, in order. */
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
/** Term: finding what changed, file by file. */
export const SCAN = 1;
/** Term: reading, working, sending and writing. */
export const MOVE = 2;
/** Term: the delay of the way, which the last byte meets. */
export const LATENCY = 3;
/** Term: building fulls inside the store. */
export const TRANSFORM = 4;
/** Term: checking afterwards; an inline check is part of the move. */
export const VERIFY = 5;
/** Term: the tool's fixed time after its work. */
export const FINISH = 6;
/** Term: waiting between attempts. */
export const RETRY = 7;

/** What a byte of the source uses of a resource: fixed + ratio × byRatio. */
export interface Use {
  readonly resource: number;
  readonly fixed: number;
  readonly byRatio: number;
}

/** A stage that goes no faster than so many source bytes a second, whoever else is at work. */
export interface Cap {
  readonly stage: string;
  readonly rate: number;
}

/** One phase of a job before it is put into numbers. */
export interface Phase {
  readonly term: number;
  readonly caps: readonly Cap[];
  readonly wireCap?: number;
  /** What the wire cap is called where it holds a job up. */
  readonly wireStage?: string;
  readonly uses: readonly Use[];
}

/** The flows of one protection in one future, in the order in which its jobs go through them. */
export interface Flows {
  readonly specs: readonly FlowSpec[];
  /** Where the stages of each begin when those of all are counted through, and how many there are. */
  readonly stagesAt: Int32Array;
  readonly stages: number;
  /** How many of the first belong to the move: one, or several where it is staged. */
  readonly moves: number;
  /** Index of the flow that builds fulls inside the store, or -1. */
  readonly transform: number;
  /** Index of the flow that checks afterwards, or -1. */
  readonly verify: number;
}

/** Whether a phase takes any time. */
export const isLimiting = ({ caps, uses, wireCap = Infinity }: Phase): boolean =>
  caps.length + uses.length > 0 || Number.isFinite(wireCap);

/** Phases that go on at the same time. */
export const joined = (term: number, phases: readonly Phase[]): Phase =>
  phases.reduce(
    (all, { caps, uses, wireCap, wireStage }) => ({
      ...narrowed(all, wireCap ?? Infinity, wireStage),
      caps: [...all.caps, ...caps],
      uses: [...all.uses, ...uses],
    }),
    { term, caps: [], uses: [] } as Phase,
  );

/** A phase whose bytes on the wire go no faster than this. */
export const narrowed = (phase: Phase, wireCap: number, wireStage = 'streams'): Phase =>
  wireCap < (phase.wireCap ?? Infinity) ? { ...phase, wireCap, wireStage } : phase;

/** A phase in numbers: the tightest of its limits, and one use for each resource. */
export function specOf(
  plan: Plan,
  { term, caps, wireCap = Infinity, wireStage = 'streams', uses }: Phase,
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
    stages: [
      tightest.stage,
      wireStage,
      ...all.map(({ resource }) => plan.resources[resource]?.name ?? ''),
    ],
    term,
  };
}

/** How the phases of a job are put together: the use of a resource where it is one, and a limit. */
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

/** What each resource gives in one future, in its own unit: cores, bytes a second, or store time. */
export function capacitiesOf(plan: Plan, values: Float64Array): Float64Array {
  return Float64Array.from(plan.resources, ({ kind, of }) => {
    if (kind === 'cores') return plan.sites[of]?.cores ?? Infinity;
    if (kind === 'store') return 1;
    const link = plan.links[of] as Plan['links'][number];
    return (values[link.rate] as number) * link.live;
  });
}
