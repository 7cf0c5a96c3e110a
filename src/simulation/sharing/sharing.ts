import type { FlowSpec } from './flow-spec.ts';
import { firstKey, newQueue, type Queue } from './queue.ts';

/** Something that flows share: the cores of a site, a link, the time of a store. */
export interface SharedResource {
  capacity: number;
  /** Classes that use it, and whether it holds one of them up. */
  classes: number;
  tight: boolean;
  /** How much of it is in use, where `measured` says that this holds. */
  used: number;
  /** While rates are worked out: what is left of it, and asked for when each flow that waits gets a
   * byte a second; the rate at which it would be used up; and the least that one of its users gets. */
  left: number;
  load: number;
  level: number;
  least: number;
}

/** How much of a resource one source byte of a flow takes. */
interface Use {
  readonly resource: SharedResource;
  weight: number;
}

/**
 * Flows under way that ask the same of the same resources. Max-min fairness gives them the same
 * rate, and one number, the bytes each has done since the class began, tells when each ends. Costs
 * do not grow with the number of flows in a class.
 */
export interface FlowClass {
  /** Its place among all classes there ever were. */
  readonly index: number;
  readonly spec: FlowSpec;
  readonly uses: readonly Use[];
  ratio: number;
  members: number;
  cap: number;
  capStage: number;
  /** The time up to which `done` and `held` count: a class is brought up to date when it changes. */
  since: number;
  done: number;
  rate: number;
  stage: number;
  /** Seconds that each stage held the class up, since the class began. */
  readonly bottleneckSeconds: Float64Array;
  /** When the first flow ends. */
  endsAt: number;
  /** The flows by the bytes at which they end. */
  readonly flows: Queue;
  /** While rates are worked out: the rate it is limited to, the use that does so or -1 for the cap,
   * the stage that is named for it, and whether that is settled. */
  limit: number;
  by: number;
  named: number;
  settled: boolean;
}

/** What shares what, at this moment. */
export interface Sharing {
  readonly resources: readonly SharedResource[];
  /** All classes there ever were. */
  readonly classes: FlowClass[];
  /** Classes with flows under way, in no order. */
  readonly active: FlowClass[];
  /** Classes that have ended, to be used again: the inner loop allocates nothing. */
  readonly ended: Map<FlowSpec, FlowClass[]>;
  /** The clock, in seconds of the busy period. */
  now: number;
  /** Whether flows came or went since the rates were worked out. */
  stale: boolean;
  /** Whether what is used of each resource was added up since. */
  measured: boolean;
}

/** Resources with these capacities, each in its own unit, and no flow under way at time 0. */
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

/** Numbers that differ by rounding alone are the same. */
export const ROUNDING = 1e-14;

/** The class of a spec and a ratio: one under way, or a new one. */
export function classOf(sharing: Sharing, spec: FlowSpec, ratio: number): FlowClass {
  const { active } = sharing;
  for (let i = 0; i < active.length; i++) {
    const known = active[i] as FlowClass;
    if (known.spec === spec && Math.abs(known.ratio - ratio) <= ROUNDING * ratio) return known;
  }
  const group = sharing.ended.get(spec)?.pop() ?? addClass(sharing, spec);
  const { uses } = group;
  active.push(group);
  group.ratio = ratio;
  group.since = sharing.now;
  group.done = 0;
  group.rate = 0;
  group.bottleneckSeconds.fill(0);
  for (let i = 0; i < uses.length; i++) {
    const use = uses[i] as Use;
    use.weight = (spec.fixed[i] as number) + (spec.byRatio[i] as number) * ratio;
    use.resource.classes++;
  }
  const wire = ratio > 0 ? spec.wireCap / ratio : Infinity;
  group.cap = Math.min(spec.cap, wire);
  group.capStage = wire < spec.cap ? 1 : 0;
  return group;
}

/** Puts aside a class that no flow is left in. */
export function endClass({ active, ended }: Sharing, group: FlowClass): void {
  const last = active.pop() as FlowClass;
  if (last !== group) active[active.indexOf(group)] = last;
  const { uses } = group;
  for (let i = 0; i < uses.length; i++) (uses[i] as Use).resource.classes--;
  const alike = ended.get(group.spec);
  if (alike) alike.push(group);
  else ended.set(group.spec, [group]);
}

/** Brings a class up to date: what its flows have done, and what held them up meanwhile. */
export function catchUp({ now }: Sharing, group: FlowClass): void {
  const seconds = now - group.since;
  if (seconds <= 0) return;
  const { bottleneckSeconds, stage } = group;
  group.since = now;
  group.done += group.rate * seconds;
  bottleneckSeconds[stage] = (bottleneckSeconds[stage] as number) + seconds;
}

/** Sets from now on the rate of a class and what holds it up, and works out when its first flow ends. */
export function setRate(sharing: Sharing, group: FlowClass, rate: number, stage: number): void {
  if (group.rate !== rate || group.stage !== stage) {
    catchUp(sharing, group);
    group.rate = rate;
    group.stage = stage;
  }
  const left = firstKey(group.flows) - group.done;
  group.endsAt = group.since + (left <= 0 ? 0 : left / rate);
}

/** The class whose first flow ends next, or null where there is none. */
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
