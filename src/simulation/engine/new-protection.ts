import { stream } from '../../random/stream.ts';
import { newCohorts } from '../chain/cohorts.ts';
import { newHistory } from '../chain/history.ts';
import { type ChainOptions, emptyChain } from '../chain/new-chain.ts';
import { newSegments } from '../chain/segments.ts';
import { newShelf } from '../chain/shelf.ts';
import { agesThatMatter, archivalOf } from '../plan/cloud.ts';
import type { Plan, ProtectionPlan, StrategyPlan, TriggerGroup } from '../plan/plan.ts';
import type { PolicyPlan } from '../plan/policy.ts';
import { recoveryLimit } from '../plan/recovery-limit.ts';
import type { WorkloadPlan } from '../plan/workload.ts';
import type { Flows } from '../sharing/flow-spec.ts';
import { flowsOf } from '../sharing/flows.ts';
import { type SharedFlows, sharedFlows } from '../sharing/shared-flows.ts';
import type { StoreAccount } from './accounts.ts';
import { type DurationPlace, placesOf } from './durations.ts';
import { nightsOf } from './nights.ts';
import { newJob, type Protection } from './protection.ts';
import { objectBytesOf } from './size/object-bytes.ts';
import { type Sizes, sharedSizes } from './size/sizes.ts';
import type { SlotQueue } from './slots.ts';
import type { State, StateOptions } from './state.ts';
import { protectionWidth } from './tally.ts';

/** Immutable parts of protections that are alike, by a key of everything they depend on. */
interface SharedParts extends SharedFlows {
  readonly sizes: Map<string, Sizes>;
}

/** Mutable parts of the state that protections share. */
type Shared = Pick<
  State,
  'slotQueues' | 'siteSlots' | 'storeSlots' | 'accounts' | 'windowOutcomes' | 'pools' | 'logs'
>;

/** All protections of a strategy before the first event; copies refer to those before them. */
export function newProtections(options: StateOptions, shared: Shared): readonly Protection[] {
  const { plan, strategy, values } = options;
  const parts: SharedParts = { sizes: new Map(), flows: new Map(), specs: new Map() };
  const flows = Array.from(strategy.protections, (planned) =>
    sharedFlows(flowsOf(plan, planned, values), parts),
  );
  const data = new Float64Array(flows.reduce((sum, own) => sum + protectionWidth(own), 0));
  let base = 0;
  const protections: Protection[] = [];
  const all = { ...options, ...shared };
  const mostByIndex = mostJobs(strategy);
  const places = placesOf(mostByIndex, options.packs);
  for (const [index, planned] of strategy.protections.entries()) {
    const own = flows[index] as Flows;
    const from = protections[planned.from] ?? null;
    const { durationsAt, durationStep } = places[index] as DurationPlace;
    const runs = mostByIndex[rootOf(strategy, index)] as number;
    const place = { index, flows: own, data, base, durationsAt, durationStep, from, runs };
    base += protectionWidth(own);
    const protection = newProtection(all, planned, parts, place);
    from?.copies.push(protection);
    protections.push(protection);
  }
  return protections;
}

/**
 * The most jobs of each protection: one for each date, prunes counted; for a copy that follows points, those of its
 * source.
 */
export function mostJobs({ protections, groups, prunes }: StrategyPlan): readonly number[] {
  const most: number[] = [];
  for (const { policy, from } of protections) {
    const pruned = policy.pruning ? (prunes[policy.prunes]?.length ?? 0) : 0;
    const dates = (groups[policy.group] as TriggerGroup).times.length + pruned;
    most.push(policy.copy && policy.copy.after !== 'dates' ? (most[from] as number) : dates);
  }
  return most;
}

/** Index of the backup that a copy goes back to, over any number of copies. */
function rootOf({ protections }: StrategyPlan, index: number): number {
  const from = protections[index]?.from ?? -1;
  return from < 0 ? index : rootOf({ protections } as StrategyPlan, from);
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one record, which must be one literal
function newProtection(
  options: StateOptions & Shared,
  { workload: number, policy }: ProtectionPlan,
  parts: SharedParts,
  place: Pick<Protection, 'index' | 'flows' | 'data' | 'base' | 'from'> &
    DurationPlace & { readonly runs: number },
): Protection {
  const { plan, strategy, values, seed, replication } = options;
  const workload = plan.workloads[number] as WorkloadPlan;
  const { tool } = policy;
  const value = (parameter: number | null): number =>
    parameter === null ? 0 : (values[parameter] as number);
  const sizes = sharedSizes(plan, workload, tool, values, parts.sizes);
  const size = value(workload.size);
  const files = workload.files === null ? size / workload.fileSize : value(workload.files);
  const history = historyOf(options, { workload: number, policy }, place.runs);
  const trial = replication.kind === 'trial' ? `trial ${replication.number} ` : '';
  // Field by field: an object made by a spread is slow to read in the inner loop.
  return {
    index: place.index,
    flows: place.flows,
    data: place.data,
    base: place.base,
    durationsAt: place.durationsAt,
    durationStep: place.durationStep,
    from: place.from,
    copies: [],
    again: false,
    pruneDue: -1,
    early: 0,
    failed: 0,
    history,
    lastLevel: 0,
    workload: number,
    policy,
    slotQueue: options.slotQueues.find(
      ({ site, store, drives }) =>
        site === options.siteSlots[startOf(plan, policy, workload)] &&
        store === options.storeSlots[policy.store] &&
        drives === drivesOf(plan, policy),
    ) as SlotQueue,
    store: options.accounts.stores[policy.store] as StoreAccount,
    windowOutcomes: options.windowOutcomes[strategy.groups[policy.group]?.window ?? -1] ?? null,
    sizes,
    chain: chainOf(options, policy, { sizes, size, files, history, runs: place.runs }),
    tape: plan.stores[policy.store]?.tape ?? null,
    drives: drivesOf(plan, policy),
    failureDraws: stream(seed, `${trial}${workload.name} job failures`),
    nights: place.from ? null : nightsOf(options, policy, workload),
    size,
    files,
    scanSeconds: tool.scan === null ? 0 : files / value(tool.scan),
    walking: files * tool.terms.perFile,
    filing: files * tool.terms.perChangedFile,
    latency: policy.links.reduce((sum, link) => sum + (plan.links[link]?.propagation ?? 0), 0),
    failure: value(policy.failure),
    checking: policy.verify ? 1 / value(policy.verify.rate) : 0,
    job: newJob(),
    durations: 0,
    nextTrigger: 0,
    dueTriggers: 0,
    runs: 0,
    lastTime: Number.NaN,
    seenTime: Number.NaN,
    lastRun: 0,
    lastFullTime: Number.NaN,
    lastFullRun: 0,
    cycleBytes: 0,
    differentials: 0,
    workspace: 0,
    unused: 0,
    scattered: 0,
    freed: 0,
    kept: 0,
    fulls: 0,
    gap: 0,
    gapSince: Number.NaN,
    gapOnceSeeded: 0,
    gapOnceSeededSince: Number.NaN,
    due: 0,
    missed: 0,
    firstMiss: Number.NaN,
    missReason: 0,
    seededAt: Number.NaN,
    seedSkips: 0,
    seedTriggers: -1,
    firstSkip: Number.NaN,
    worstAge: 0,
  };
}

/** When its points were usable, if a disaster or a promise of restores may ask for them. */
function historyOf(
  { plan, arena }: StateOptions,
  { workload, policy: { store } }: Pick<ProtectionPlan, 'workload' | 'policy'>,
  runs: number,
) {
  const cloud = plan.stores[store]?.cloud ?? null;
  const moves = Boolean(cloud?.transitions.length) && !archivalOf(cloud);
  const isAsked = plan.disasters.length > 0 || recoveryLimit(plan, 'rto', workload) < Infinity;
  return isAsked ? newHistory(runs, arena, moves) : null;
}

/**
 * Whether increments are merged into a full that goes on with the bytes it has. Where fulls are archived
 * beside it, it is copied, and only the mean age of its bytes is known.
 */
const mergesIntoFulls = ({ tool, merges, gfs }: PolicyPlan): boolean =>
  tool.style === 'replica' ||
  (tool.style === 'forward' && merges) ||
  (tool.style === 'copy' && gfs.every((kept) => kept === 0));

function chainOf(
  { plan, pools, logs, arena, packs }: StateOptions & Shared,
  policy: PolicyPlan,
  own: Pick<ChainOptions, 'history'> &
    Pick<Protection, 'sizes' | 'size' | 'files'> & {
      readonly runs: number;
    },
) {
  const pool = pools[policy.store];
  const log = logs[policy.store] ?? null;
  const { cloud = null, clones = false } = plan.stores[policy.store] ?? {};
  const { tool, merges } = policy;
  const shares = tool.style === 'dedup' || (mergesIntoFulls(policy) && !clones);
  const { runs } = own;
  const objectBytes = cloud ? objectBytesOf({ policy, ...own }, cloud.objectSize) : 0;
  const sharing =
    cloud && log && shares
      ? newCohorts(log, objectBytes, runs, agesThatMatter(cloud), arena)
      : null;
  const options: ChainOptions = {
    rules: policy.rules,
    sizes: own.sizes,
    gfs: policy.gfs,
    style: tool.style,
    merges,
    clones,
    history: own.history,
    shelf: pool ? newShelf(pool, runs, arena) : null,
    segments:
      log && newSegments(log, objectBytes, runs, arena, sharing, archivalOf(cloud) !== null),
  };
  // Packed chains have their rows in a common pool.
  return packs ? emptyChain(options, arena, 0) : emptyChain(options, arena);
}

/**
 * Index of the site whose server runs the jobs: the workload's, or that of the store copied from.
 */
export const startOf = (plan: Plan, { copy }: PolicyPlan, { site }: WorkloadPlan): number =>
  copy ? (plan.stores[copy.from]?.site ?? site) : site;

/** Slots that a job takes at its store: on tape the drives that it writes with, otherwise 1. */
export function drivesOf(plan: Plan, { store, tool }: PolicyPlan): number {
  const drives = plan.stores[store]?.tape?.drives;
  return drives === undefined ? 1 : Math.min(tool.streams, drives);
}
