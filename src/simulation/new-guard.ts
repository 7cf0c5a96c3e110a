import { stream } from '../random/stream.ts';
import { GFS_RULES } from '../scenario/keep.ts';
import { Chain } from './chain/chain.ts';
import { type FlowSpec, type Flows, flowsOf } from './flow-spec.ts';
import { CHAIN_AT, Guard } from './guard.ts';
import type { Plan, ProtectionPlan, WorkloadPlan } from './plan.ts';
import { type Sizes, sharedSizes } from './sizes.ts';
import type { StateOptions } from './state.ts';
import { guardWidth } from './tally.ts';

/** What protections that are alike have in common, by what it depends on. */
interface Known {
  readonly sizes: Map<string, Sizes>;
  readonly flows: Map<string, Flows>;
  readonly specs: Map<string, FlowSpec>;
}

/** All protections of a strategy as they stand before anything has happened. */
export function newGuards(options: StateOptions): readonly Guard[] {
  const { plan, strategy, values } = options;
  const known: Known = { sizes: new Map(), flows: new Map(), specs: new Map() };
  const flows = strategy.protections.map((protection) =>
    sharedFlows(flowsOf(plan, protection, values), known),
  );
  const width = flows.reduce((sum, one) => sum + guardWidth(one), 0);
  const data = new Float64Array(width);
  let base = 0;
  let durationsAt = 0;
  return strategy.protections.map((protection, index) => {
    const guard = newGuard(options, protection, index, flows[index] as Flows, known, data, base);
    guard.durationsAt = durationsAt;
    base += guardWidth(guard.flows);
    durationsAt += strategy.groups[protection.policy.group]?.times.length ?? 0;
    return guard;
  });
}

function newGuard(
  { plan, values, seed, future }: StateOptions,
  { workload: number, policy }: ProtectionPlan,
  index: number,
  flows: Flows,
  known: Known,
  data: Float64Array,
  base: number,
): Guard {
  const workload = plan.workloads[number] as WorkloadPlan;
  const { tool } = policy;
  const value = (parameter: number | null): number =>
    parameter === null ? 0 : (values[parameter] as number);
  const sizes = sharedSizes(plan, workload, tool, values, known.sizes);
  const trial = future.kind === 'trial' ? `trial ${future.number} ` : '';
  const guard = new Guard(data, base, {
    index,
    workload: number,
    site: workload.site,
    policy,
    sizes,
    flows,
    chain: new Chain(data, base + CHAIN_AT, {
      rules: policy.rules,
      sizes,
      gfs: GFS_RULES.map((rule) => policy.gfs[rule] ?? 0),
      style: tool.style,
      merges: policy.merges,
      clones: plan.stores[policy.store]?.clones ?? false,
    }),
    luck: stream(seed, `${trial}${workload.name} job failures`),
  });
  guard.size = value(workload.size);
  guard.files = workload.files === null ? guard.size / workload.fileSize : value(workload.files);
  guard.scanSeconds = tool.scan === null ? 0 : guard.files / value(tool.scan);
  guard.latency = policy.links.reduce((sum, link) => sum + (plan.links[link]?.propagation ?? 0), 0);
  guard.failure = value(policy.failure);
  guard.lastTime = Number.NaN;
  guard.lastFullTime = Number.NaN;
  guard.job.night = -1;
  guard.job.class = -1;
  guard.job.room = Infinity;
  return guard;
}

/** Phases that ask the same share one spec, so that their flows form one class. */
function sharedFlows(flows: Flows, known: Known): Flows {
  const keys = flows.specs.map(({ resources, fixed, byRatio, cap, wireCap, stages, term }) => {
    const numbers = [...resources, ...fixed, ...byRatio, cap, wireCap, term].join(' ');
    return `${numbers} ${stages.join('|')}`;
  });
  const key = [flows.moves, flows.transform, flows.verify, ...keys].join('\n');
  const same = known.flows.get(key);
  if (same) return same;
  const specs = flows.specs.map((spec, index) => {
    const shared = known.specs.get(keys[index] as string) ?? spec;
    known.specs.set(keys[index] as string, shared);
    return shared;
  });
  known.flows.set(key, { ...flows, specs });
  return { ...flows, specs };
}
