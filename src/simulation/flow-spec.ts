import type { Plan, PolicyPlan, ProtectionPlan, WorkloadPlan } from './plan.ts';
import { wireCapOf } from './wire-cap.ts';

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
const TRANSFORM = 4;
/** Term: checking afterwards; an inline check is part of the move. */
export const VERIFY = 5;
/** Term: the tool's fixed time after its work. */
export const FINISH = 6;
/** Term: waiting between attempts. */
export const RETRY = 7;

interface Use {
  readonly resource: number;
  readonly fixed: number;
  readonly byRatio: number;
}

interface Cap {
  readonly stage: string;
  readonly rate: number;
}

interface Phase {
  readonly term: number;
  readonly caps: readonly Cap[];
  readonly wireCap?: number;
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

/**
 * The flows of a protection in the future that drew `values`. What limits nothing takes no time and
 * is left out: there may be no flow at all.
 */
export function flowsOf(
  plan: Plan,
  { workload, policy }: ProtectionPlan,
  values: Float64Array,
): Flows {
  const parts = partsOf(plan, plan.workloads[workload] as WorkloadPlan, policy, values);
  const steps = [parts.read, parts.work, parts.check, ...parts.wires, parts.write];
  const whole = { ...joined(MOVE, steps), wireCap: wireCapOf(plan, policy, values) };
  const moves = (policy.tool.staged ? steps : [whole]).filter(isLimiting);
  const transform = isLimiting(parts.transform) ? [parts.transform] : [];
  const verify = parts.verify ? [parts.verify] : [];
  const specs = [...moves, ...transform, ...verify].map((phase) => specOf(plan, phase));
  let stages = 0;
  const stagesAt = Int32Array.from(specs, (spec) => {
    stages += spec.stages.length;
    return stages - spec.stages.length;
  });
  return {
    specs,
    stagesAt,
    stages,
    moves: moves.length,
    transform: transform.length > 0 ? moves.length : -1,
    verify: verify.length > 0 ? moves.length + transform.length : -1,
  };
}

const isLimiting = ({ caps, uses, wireCap = Infinity }: Phase): boolean =>
  caps.length + uses.length > 0 || Number.isFinite(wireCap);

const joined = (term: number, phases: readonly Phase[]): Phase => ({
  term,
  caps: phases.flatMap(({ caps }) => caps),
  uses: phases.flatMap(({ uses }) => uses),
});

function specOf(plan: Plan, { term, caps, wireCap = Infinity, uses }: Phase): FlowSpec {
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
      'streams',
      ...all.map(({ resource }) => plan.resources[resource]?.name ?? ''),
    ],
    term,
  };
}

/** How the phases of a job are put together: the use of a resource where it is one, and a limit. */
function partMaker(plan: Plan, values: Float64Array) {
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

function partsOf(plan: Plan, workload: WorkloadPlan, policy: PolicyPlan, values: Float64Array) {
  const { tool, store: storeIndex } = policy;
  const { value, use, cap } = partMaker(plan, values);
  const store = plan.stores[storeIndex] as Plan['stores'][number];
  const secondsToRead = 1 / value(store.read);
  const secondsToWrite = 1 / value(store.write);
  // A reverse increment reads the old block, keeps it beside, and writes the new one.
  const touches = tool.style === 'reverse' ? secondsToRead + 2 * secondsToWrite : secondsToWrite;
  // What is encrypted has been compressed.
  const left = tool.compresses ? 1 / value(workload.compressibility) : 1;
  const work = tool.work + tool.seal * left;
  const read: Phase = { term: MOVE, caps: cap('read source', value(workload.read)), uses: [] };
  const working: Phase = {
    term: MOVE,
    caps: cap(`work of ${tool.name}`, work > 0 ? tool.cores / work : Infinity),
    uses: use('cores', workload.site, work, 0),
  };
  const wires = policy.links.map(
    (link): Phase => ({
      term: MOVE,
      caps: [],
      // Staged, each link is a transfer of its own; else the streams go from end to end.
      wireCap: tool.staged ? wireCapOf(plan, { tool, links: [link] }, values) : Infinity,
      uses: use('link', link, 0, 1),
    }),
  );
  const write: Phase = { term: MOVE, caps: [], uses: use('store', storeIndex, 0, touches) };
  const transform: Phase = {
    term: TRANSFORM,
    caps: [],
    uses: use('store', storeIndex, secondsToRead + secondsToWrite, 0),
  };
  const checks = checksOf(plan, workload, policy, values);
  return { read, work: working, wires, write, transform, ...checks };
}

/** The check of a backup: inline as a stage of the move, or afterwards as a phase of its own. */
function checksOf(plan: Plan, workload: WorkloadPlan, policy: PolicyPlan, values: Float64Array) {
  const { verify, store: storeIndex, links } = policy;
  const none: Phase = { term: MOVE, caps: [], uses: [] };
  if (!verify) return { check: none, verify: null };
  const { value, use, cap } = partMaker(plan, values);
  const store = plan.stores[storeIndex] as Plan['stores'][number];
  const checking = 1 / (value(verify.rate) * verify.cores);
  const both = verify.method === 'byte-compare';
  const atSource = verify.at === 'source' && !both;
  const phase = (term: number, site: number): Phase => ({
    term,
    caps: cap(`verify ${verify.method}`, 1 / checking),
    uses: use('cores', site, checking * verify.cores, 0),
  });
  if (verify.inline) return { check: phase(MOVE, workload.site), verify: null };
  const alone = phase(VERIFY, atSource || both ? workload.site : store.site);
  const after: Phase = {
    term: VERIFY,
    caps: [...alone.caps, ...(atSource || both ? cap('read source', value(workload.read)) : [])],
    ...(both ? { wireCap: wireCapOf(plan, policy, values) } : {}),
    uses: [
      ...alone.uses,
      ...(atSource ? [] : use('store', storeIndex, 0, 1 / value(store.read))),
      ...(both ? links.flatMap((link) => use('link', link, 0, 1)) : []),
    ],
  };
  return { check: none, verify: after };
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
