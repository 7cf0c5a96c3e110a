/**
 * Max-min fair sharing of resources among flows.
 *
 * Problem. Jobs that run at the same time share resources: links (bytes a second), the cores of a
 * site (core seconds a second), the time of a store (seconds a second). The job phase that moves
 * bytes is a flow. Its rate is in source bytes a second; each source byte takes `weight` units of
 * each resource that the flow uses. A flow may also have a cap of its own. Whenever a flow starts
 * or ends, the simulator needs the rates of all flows.
 *
 * Constraints. For each resource, the sum of weight * rate over its flows is at most its capacity;
 * each rate is at most its flow's cap. For example, with capacities in MB/s and all weights 1, flow
 * a uses a link with capacity 10, flow c a store with capacity 4, and flow b both:
 *
 *     link:   a + b     <= 10
 *     store:      b + c <=  4
 *
 * Many rates satisfy these. The largest total is 14, with a = 10, b = 0, c = 4, but b starves.
 *
 * Max-min fairness maximises the smallest rate, then the second smallest, and so on. There is one
 * such solution, here a = 8, b = 2, c = 2. Equivalently, each flow has a bottleneck: its own cap,
 * or a resource that is used up and on which no other flow has a higher rate (Bertsekas and
 * Gallager, Data Networks, 6.5.2). `members.ts` relies on this.
 *
 * Progressive filling finds the solution: raise all rates from 0 at the same pace until a resource
 * is used up or a flow reaches its cap; fix the rates of the flows concerned; raise the others.
 *
 *     at rate 2 the store is used up (2 + 2 = 4): b = c = 2
 *     at rate 8 the link is used up  (8 + 2 = 10): a = 8
 *
 * `filling.ts` computes these steps directly. Flows with the same demands form a class with one
 * rate, so the cost depends on the number of classes, not of flows.
 */
import type { FlowSpec } from './flow-spec.ts';
import { limitOf, weightOf, wireLimit } from './lone-rate.ts';
import { firstKey, newQueue, type Queue } from './queue.ts';
import { ROUNDING, type SharedResource } from './resource.ts';

/** Units of a resource that one source byte of a flow takes. */
interface Use {
  readonly resource: SharedResource;
  weight: number;
}

/**
 * Active flows with the same demand on the same resources. Max-min fairness gives them the same
 * rate, so a single number, the bytes each has moved since the class began, tells when each ends.
 * Costs do not grow with the number of flows in a class.
 */
export interface FlowClass {
  /** Its index among all classes that were ever made. */
  readonly index: number;
  readonly spec: FlowSpec;
  readonly uses: readonly Use[];
  /** Stored bytes a source byte, and core seconds of files a source byte. */
  ratio: number;
  effort: number;
  /** Number of flows. */
  members: number;
  /** Highest rate of one flow, source bytes a second, and the stage that sets it. */
  cap: number;
  capStage: number;
  /** The time up to which `done` and `bottleneckSeconds` are accounted; see `catchUp`. */
  since: number;
  /** Source bytes that each flow has moved since the class began. */
  done: number;
  /**
   * Source bytes a second of each flow, and the stage that limits it (an index into `spec.stages`).
   */
  rate: number;
  stage: number;
  /** By stage: seconds for which it was the bottleneck, since the class began. */
  readonly bottleneckSeconds: Float64Array;
  /** The time at which its first flow ends. */
  endsAt: number;
  /** The flows, keyed by the value of `done` at which each ends. */
  readonly flows: Queue;
  /**
   * During `share`: the rate it is limited to; the index in `uses` of the limiting resource, or -1
   * for the cap; the stage reported as its bottleneck; and whether its rate is fixed.
   */
  limit: number;
  by: number;
  named: number;
  settled: boolean;
}

/** The state of all resources and flows. */
export interface Sharing {
  readonly resources: readonly SharedResource[];
  /** All classes that were ever made. */
  readonly classes: FlowClass[];
  /** Classes with active flows, in no particular order. */
  readonly active: FlowClass[];
  /** Empty classes by spec, for reuse, so that the inner loop allocates nothing. */
  readonly ended: Map<FlowSpec, FlowClass[]>;
  /** The clock, in seconds since the present busy period began. */
  now: number;
  /** Whether flows came or went since rates were last computed. */
  stale: boolean;
  /** Whether `used` of each resource is up to date. */
  measured: boolean;
}

/** Resources with these capacities, each in its own unit; no flow is active, the time is 0. */
export const newSharing = (capacities: Float64Array): Sharing => ({
  resources: Array.from(capacities, (capacity) => ({
    capacity,
    classes: 0,
    tight: false,
    used: 0,
    left: 0,
    load: 0,
    level: 0,
    least: 0,
  })),
  classes: [],
  active: [],
  ended: new Map(),
  now: 0,
  stale: false,
  measured: true,
});

const newClass = ({ resources, classes }: Sharing, spec: FlowSpec): FlowClass => ({
  index: classes.length,
  spec,
  uses: Array.from(spec.resources, (index) => ({
    resource: resources[index] as SharedResource,
    weight: 0,
  })),
  ratio: 0,
  effort: 0,
  members: 0,
  cap: Infinity,
  capStage: 0,
  since: 0,
  done: 0,
  rate: 0,
  stage: 0,
  bottleneckSeconds: new Float64Array(spec.stages.length),
  endsAt: Infinity,
  flows: newQueue(),
  limit: 0,
  by: -1,
  named: 0,
  settled: false,
});

function addClass(sharing: Sharing, spec: FlowSpec): FlowClass {
  const group = newClass(sharing, spec);
  sharing.classes.push(group);
  return group;
}

/** The class for a spec, a ratio and an effort: an active one, or else a new or reused one without flows. */
export function classOf(
  sharing: Sharing,
  spec: FlowSpec,
  ratio: number,
  effort: number,
): FlowClass {
  const { active } = sharing;
  for (let i = 0; i < active.length; i++) {
    const candidate = active[i] as FlowClass;
    if (
      candidate.spec === spec &&
      Math.abs(candidate.ratio - ratio) <= ROUNDING * ratio &&
      Math.abs(candidate.effort - effort) <= ROUNDING * effort
    )
      return candidate;
  }
  const group = sharing.ended.get(spec)?.pop() ?? addClass(sharing, spec);
  const { uses } = group;
  active.push(group);
  group.ratio = ratio;
  group.effort = effort;
  group.since = sharing.now;
  group.done = 0;
  group.rate = 0;
  group.bottleneckSeconds.fill(0);
  for (let i = 0; i < uses.length; i++) {
    const use = uses[i] as Use;
    use.weight = weightOf(spec, i, ratio, effort);
    use.resource.classes++;
  }
  const wire = wireLimit(spec, ratio);
  group.cap = Math.min(spec.cap, wire);
  group.capStage = wire < spec.cap ? 1 : 0;
  if (spec.worker) {
    const limit = limitOf(sharing.resources, spec, ratio, effort);
    group.cap = limit.rate;
    group.capStage = limit.stage;
  }
  return group;
}

/** Deactivates a class without flows and keeps it for reuse. */
export function endClass({ active, ended }: Sharing, group: FlowClass): void {
  const last = active.pop() as FlowClass;
  if (last !== group) active[active.indexOf(group)] = last;
  const { uses } = group;
  for (let i = 0; i < uses.length; i++) (uses[i] as Use).resource.classes--;
  const alike = ended.get(group.spec);
  if (alike) alike.push(group);
  else ended.set(group.spec, [group]);
}

/**
 * Brings a class up to date: adds what its flows have moved, and for how long its bottleneck held,
 * since the last call.
 */
export function catchUp({ now }: Sharing, group: FlowClass): void {
  const seconds = now - group.since;
  if (seconds <= 0) return;
  const { bottleneckSeconds, stage } = group;
  group.since = now;
  group.done += group.rate * seconds;
  bottleneckSeconds[stage] = (bottleneckSeconds[stage] as number) + seconds;
}

/**
 * Sets the rate and the bottleneck of a class from now on, and computes when its first flow ends.
 */
export function setRate(sharing: Sharing, group: FlowClass, rate: number, stage: number): void {
  if (group.rate !== rate || group.stage !== stage) {
    catchUp(sharing, group);
    group.rate = rate;
    group.stage = stage;
  }
  const left = firstKey(group.flows) - group.done;
  group.endsAt = group.since + (left <= 0 ? 0 : left / rate);
}

/** The class with the next flow to end; null if no flow is active. */
export function firstToEnd({ active }: Sharing): FlowClass | null {
  let least = Infinity;
  let first: FlowClass | null = null;
  for (let i = 0; i < active.length; i++) {
    const group = active[i] as FlowClass;
    if (group.endsAt >= least) continue;
    least = group.endsAt;
    first = group;
  }
  return first;
}
