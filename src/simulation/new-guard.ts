import { stream } from '../random/stream.ts';
import { GFS_RULES } from '../scenario/keep.ts';
import { emptyChain } from './chain/chain.ts';
import { type FlowSpec, type Flows, flowsOf, TERMS } from './flow-spec.ts';
import { LEVELS, type Plan, type ProtectionPlan } from './plan.ts';
import type { Tally } from './run.ts';
import { STAGES } from './sharing.ts';
import { sizesOf } from './sizes.ts';
import type { Guard, Job, StateOptions } from './state.ts';

/**
 * One protection as it stands before anything has happened.
 *
 * @param shared the specs of flows so far, by what they ask for; new ones are added.
 */
export function newGuard(
  { plan, values, seed, future }: StateOptions,
  protection: ProtectionPlan,
  index: number,
  shared: Map<string, FlowSpec>,
): Guard {
  const workload = plan.workloads[protection.workload] as Plan['workloads'][number];
  const store = plan.stores[protection.store] as Plan['stores'][number];
  const { tool } = protection;
  const sizes = sizesOf(plan, workload, tool, values);
  const flows = sharedFlows(flowsOf(plan, protection, values), shared);
  const value = (parameter: number | null): number =>
    parameter === null ? 0 : (values[parameter] as number);
  const name = future.kind === 'trial' ? `trial ${future.number} ` : '';
  return {
    index,
    site: workload.site,
    plan: protection,
    sizes,
    flows,
    chain: emptyChain({
      rules: protection.rules,
      sizes,
      gfs: GFS_RULES.map((rule) => protection.gfs[rule] ?? 0),
      style: tool.style,
      merges: protection.merges,
      clones: store.clones,
    }),
    tallies: LEVELS.map(() => newTally(flows.specs.length)),
    scanSeconds: tool.scan === null ? 0 : sizes.files / value(tool.scan),
    perFile: tool.perFile,
    latency: protection.links.reduce((sum, link) => sum + (plan.links[link]?.propagation ?? 0), 0),
    failure: value(protection.failure),
    luck: stream(seed, `${name}${workload.name} job failures`),
    job: newJob(),
    nextTrigger: 0,
    dueTriggers: 0,
    starting: false,
    runs: 0,
    lastTime: Number.NaN,
    lastRun: 0,
    lastFullTime: Number.NaN,
    lastFullRun: 0,
    workspace: 0,
    files: 0,
    fulls: 0,
    merged: 0,
    gap: 0,
    worstAge: 0,
  };
}

/** Phases that ask the same share one spec, so that their flows form one class. */
function sharedFlows(flows: Flows, shared: Map<string, FlowSpec>): Flows {
  const specs = flows.specs.map((spec) => {
    const { resources, fixed, byRatio, cap, wireCap, stages, term } = spec;
    const numbers = [...resources, ...fixed, ...byRatio, cap, wireCap, term].join(' ');
    const key = `${numbers} ${stages.join('|')}`;
    const known = shared.get(key) ?? spec;
    shared.set(key, known);
    return known;
  });
  const { moves, transform, verify } = flows;
  return { specs, moves, transform, verify };
}

const newTally = (flows: number): Tally => ({
  count: 0,
  seconds: 0,
  wait: 0,
  bytesRead: 0,
  bytesStored: 0,
  terms: new Float64Array(TERMS.length),
  held: new Float64Array(flows * STAGES),
});

const newJob = (): Job => ({
  busy: false,
  number: 0,
  attempt: 0,
  attempts: 0,
  level: 0,
  night: -1,
  ready: 0,
  start: 0,
  source: 0,
  read: 0,
  store: 0,
  need: 0,
  ratio: 0,
  phase: 0,
  phaseStart: 0,
  moveStart: 0,
  amount: 0,
  class: -1,
  room: Infinity,
  fails: false,
  reserved: 0,
  wait: 0,
  terms: new Float64Array(TERMS.length),
  heldBefore: new Float64Array(STAGES),
});
