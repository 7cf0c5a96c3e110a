import type { FlowSpec } from './flow-spec.ts';
import { firstKey, newQueue, type Queue } from './queue.ts';

/** The most shared resources one flow can use: cores, a few links, a store. */
export const WIDTH = 8;
/** The most links on one way: beside them a flow uses cores and a store. */
export const MOST_LINKS = WIDTH - 2;
/** Stages a flow can be held up by: its cap, its wire cap, its resources. */
export const STAGES = WIDTH + 2;

/**
 * Flows under way, grouped into classes. All flows of a class ask the same of the same resources,
 * so max-min fairness gives them the same rate, and one number, the bytes each has done since the
 * class began, tells when each ends. Costs do not grow with the number of flows in a class.
 */
export interface Sharing {
  readonly capacity: Float64Array;
  /** Classes in use, the first `active` of `order`. */
  readonly order: Int32Array;
  active: number;
  readonly spec: (FlowSpec | null)[];
  readonly ratio: Float64Array;
  readonly members: Int32Array;
  readonly weight: Float64Array;
  readonly cap: Float64Array;
  readonly capStage: Uint8Array;
  /** The clock, in seconds of the busy period. */
  now: number;
  /** The time up to which `done` and `held` count: a class is brought up to date when it changes. */
  readonly since: Float64Array;
  readonly done: Float64Array;
  readonly rate: Float64Array;
  readonly stage: Uint8Array;
  /** Seconds that each stage held the class up, since the class began. */
  readonly held: Float64Array;
  /** When the first flow of the class ends. */
  readonly endsAt: Float64Array;
  /** The flows of each class by the bytes at which they end. */
  readonly flows: Queue[];
  readonly free: Int32Array;
  frees: number;
  /** Whether flows came or went since the rates were worked out. */
  stale: boolean;
  /** By resource: classes that use it, whether it holds one of them up, and how much is in use. */
  readonly classes: Int32Array;
  readonly tight: Uint8Array;
  readonly used: Float64Array;
  /** Whether `used` holds since the rates were last worked out. */
  measured: boolean;
  /** While rates are worked out: by resource what is left of it and asked for, the rate at which it
   * would be used up, and the least that one of its users gets; by class what limits it to which
   * rate, and whether that is settled. */
  readonly left: Float64Array;
  readonly load: Float64Array;
  readonly level: Float64Array;
  readonly least: Float64Array;
  readonly limit: Float64Array;
  readonly by: Uint8Array;
  readonly settled: Uint8Array;
}

export function newSharing(resources: number, most: number): Sharing {
  const numbers = () => new Float64Array(most);
  return {
    capacity: new Float64Array(resources),
    order: new Int32Array(most),
    active: 0,
    spec: new Array<FlowSpec | null>(most).fill(null),
    ratio: numbers(),
    members: new Int32Array(most),
    weight: new Float64Array(most * WIDTH),
    cap: numbers(),
    capStage: new Uint8Array(most),
    now: 0,
    since: numbers(),
    done: numbers(),
    rate: numbers(),
    stage: new Uint8Array(most),
    held: new Float64Array(most * STAGES),
    endsAt: numbers(),
    flows: [],
    free: Int32Array.from({ length: most }, (_, index) => most - 1 - index),
    frees: most,
    stale: false,
    classes: new Int32Array(resources),
    tight: new Uint8Array(resources),
    used: new Float64Array(resources),
    measured: true,
    left: new Float64Array(resources),
    load: new Float64Array(resources),
    level: new Float64Array(resources),
    least: new Float64Array(resources),
    limit: numbers(),
    by: new Uint8Array(most),
    settled: new Uint8Array(most),
  };
}

/** Ratios that differ by rounding alone are the same. */
const ROUNDING = 1e-14;

/** The class of a spec and a ratio: one under way, or a new one. */
export function classOf(sharing: Sharing, spec: FlowSpec, ratio: number): number {
  for (let i = 0; i < sharing.active; i++) {
    const known = sharing.order[i] as number;
    if (sharing.spec[known] !== spec) continue;
    if (Math.abs((sharing.ratio[known] as number) - ratio) <= ROUNDING * ratio) return known;
  }
  const index = sharing.free[--sharing.frees] as number;
  sharing.order[sharing.active++] = index;
  sharing.spec[index] = spec;
  // A class that comes again finds the queue that it left.
  sharing.flows[index] ??= newQueue();
  sharing.ratio[index] = ratio;
  sharing.members[index] = 0;
  sharing.since[index] = sharing.now;
  sharing.done[index] = 0;
  sharing.rate[index] = 0;
  sharing.held.fill(0, index * STAGES, (index + 1) * STAGES);
  for (let i = 0; i < spec.resources.length; i++) {
    sharing.weight[index * WIDTH + i] =
      (spec.fixed[i] as number) + (spec.byRatio[i] as number) * ratio;
    const resource = spec.resources[i] as number;
    sharing.classes[resource] = (sharing.classes[resource] as number) + 1;
  }
  const wire = ratio > 0 ? spec.wireCap / ratio : Infinity;
  sharing.cap[index] = Math.min(spec.cap, wire);
  sharing.capStage[index] = wire < spec.cap ? 1 : 0;
  return index;
}

/** Gives back a class that no flow is left in. */
export function endClass(sharing: Sharing, index: number): void {
  let place = 0;
  while (sharing.order[place] !== index) place++;
  sharing.order[place] = sharing.order[--sharing.active] as number;
  const { resources } = sharing.spec[index] as FlowSpec;
  for (let i = 0; i < resources.length; i++) {
    const resource = resources[i] as number;
    sharing.classes[resource] = (sharing.classes[resource] as number) - 1;
  }
  sharing.spec[index] = null;
  sharing.free[sharing.frees++] = index;
}

/** Brings a class up to date: what its flows have done, and what held them up meanwhile. */
export function catchUp(sharing: Sharing, index: number): void {
  const seconds = sharing.now - (sharing.since[index] as number);
  if (seconds <= 0) return;
  const slot = index * STAGES + (sharing.stage[index] as number);
  sharing.since[index] = sharing.now;
  sharing.done[index] = (sharing.done[index] as number) + (sharing.rate[index] as number) * seconds;
  sharing.held[slot] = (sharing.held[slot] as number) + seconds;
}

/** Sets from now on the rate of a class and what holds it up, and works out when its first flow ends. */
export function setRate(sharing: Sharing, index: number, rate: number, stage: number): void {
  if (sharing.rate[index] !== rate || sharing.stage[index] !== stage) {
    catchUp(sharing, index);
    sharing.rate[index] = rate;
    sharing.stage[index] = stage;
  }
  const left = firstKey(sharing.flows[index] as Queue) - (sharing.done[index] as number);
  sharing.endsAt[index] =
    (sharing.since[index] as number) + (left <= 0 ? 0 : left / (sharing.rate[index] as number));
}

/** The class whose first flow ends next, or -1 where there is none. */
export function firstToEnd({ order, active, endsAt }: Sharing): number {
  let least = Infinity;
  let first = -1;
  for (let i = 0; i < active; i++) {
    const index = order[i] as number;
    if ((endsAt[index] as number) >= least) continue;
    least = endsAt[index] as number;
    first = index;
  }
  return first;
}
