import type { Guard } from './guard.ts';
import type { LinkPlan, Plan, StorePlan } from './plan.ts';
import { wireCapOf } from './wire-cap.ts';
import type { WorkloadPlan } from './workload-plan.ts';

/** How fast one copy comes back with nothing else going on; times in seconds. */
export interface RestorePace {
  /** Fixed times of the tool, and the delay of the way. */
  readonly prepare: number;
  readonly latency: number;
  readonly finish: number;
  /** Seconds that a stored byte takes on each stage: store, links, streams. */
  readonly stored: readonly number[];
  /** Core seconds a byte that is given back, and a byte as stored, take together on all cores. */
  readonly unpacking: number;
  readonly opening: number;
  /** Seconds to write a byte where it belongs, and to check it. */
  readonly writing: number;
  readonly verifying: number;
  readonly staged: boolean;
}

/** The pace at which the points of a copy come back in the future that drew `values`. */
export function paceOf(plan: Plan, { policy, workload }: Guard, values: Float64Array): RestorePace {
  const { tool, restoreCheck: checks, back, restoreAt } = policy;
  const data = plan.workloads[workload] as WorkloadPlan;
  const store = plan.stores[policy.store] as StorePlan;
  const per = (parameter: number | null): number =>
    parameter === null ? 0 : 1 / (values[parameter] as number);
  const cores = Math.min(tool.cores, plan.sites[restoreAt ?? data.site]?.cores ?? Infinity);
  const links = back.map((link) => plan.links[link] as LinkPlan);
  const lines = back.map((link, index) => {
    const { rate, live } = links[index] as LinkPlan;
    const streams = tool.staged ? wireCapOf(plan, { tool, links: [link] }, values) : Infinity;
    return 1 / Math.min((values[rate] as number) * live, streams);
  });
  const streams = tool.staged ? 0 : 1 / wireCapOf(plan, { tool, links: back }, values);
  const checked = checks && checks.method !== 'byte-compare' ? checks.coverage : 0;
  return {
    prepare: tool.prepare,
    latency: links.reduce((sum, { propagation }) => sum + propagation, 0),
    finish: tool.finish,
    stored: [per(store.read), ...lines, streams],
    unpacking: tool.workBack / cores,
    opening: tool.seal / cores,
    writing: per(data.write),
    verifying: checks ? checked / ((values[checks.rate] as number) * checks.cores) : 0,
    staged: tool.staged,
  };
}

/**
 * Seconds of the move of a restore: the slowest of store, way, work and target sets its pace;
 * staged, it takes as long as all of them together.
 *
 * @param bytes stored bytes that are read.
 * @param source bytes that are given back.
 */
export function moveSeconds(
  { stored, unpacking, opening, writing, staged }: RestorePace,
  bytes: number,
  source: number,
): number {
  let slowest = Math.max(source * unpacking + bytes * opening, source * writing);
  let sum = source * unpacking + bytes * opening + source * writing;
  for (let i = 0; i < stored.length; i++) {
    const seconds = bytes * (stored[i] as number);
    sum += seconds;
    if (seconds > slowest) slowest = seconds;
  }
  return staged ? sum : slowest;
}
