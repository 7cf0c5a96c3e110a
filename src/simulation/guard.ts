import type { Stream } from '../random/stream.ts';
import type { Chain } from './chain/chain.ts';
import { type Flows, TERMS } from './flow-spec.ts';
import type { PolicyPlan } from './plan.ts';
import { rowOf } from './record.ts';
import { STAGES } from './sharing.ts';
import type { Sizes } from './sizes.ts';

const GUARD = [
  // Source bytes and files at the start.
  'size',
  'files',
  'scanSeconds',
  'latency',
  'failure',
  // Where jobs queue: the next trigger to be run, and how many have come due.
  'nextTrigger',
  'dueTriggers',
  // Whether queued jobs are being started.
  'starting',
  'runs',
  'lastTime',
  'lastRun',
  'lastFullTime',
  'lastFullRun',
  'workspace',
  // Files in the store, and fulls among them.
  'kept',
  'fulls',
  // Bytes that the last retention merged, a forecast of what the next will.
  'merged',
  'gap',
  'worstAge',
  // Where its jobs' times begin in the state's, and how many there are.
  'durationsAt',
  'durations',
] as const;

const JOB = [
  'busy',
  // Counts the jobs that can be cut off, and the attempts: what is due for an older one is void.
  'number',
  'attempt',
  'attempts',
  'level',
  'night',
  // Seconds in the busy period at which it was ready, and instant at which it started.
  'ready',
  'start',
  'source',
  'read',
  'store',
  'need',
  'ratio',
  'phase',
  'phaseStart',
  'moveStart',
  'amount',
  // Class of the flow under way, or -1.
  'class',
  // Share of the move after which the store is full; above 1: there is room.
  'room',
  'fails',
  'reserved',
  'wait',
] as const;

const JOB_AT = GUARD.length;
const TERMS_AT = JOB_AT + JOB.length;
export const HELD_AT = TERMS_AT + TERMS.length;
export const CHAIN_AT = HELD_AT + STAGES;

/** The job of a protection that is under way, or the last one; a protection has one at a time. */
export class Job extends rowOf(JOB, JOB_AT) {}

/** Seconds of the job so far that went into a term; see TERMS. */
export const termOf = ({ data, base }: Job, term: number): number =>
  data[base + TERMS_AT + term] as number;

export function addTerm({ data, base }: Job, term: number, seconds: number): void {
  const at = base + TERMS_AT + term;
  data[at] = (data[at] as number) + seconds;
}

export function clearTerms({ data, base }: Job): void {
  const at = base + TERMS_AT;
  for (let term = 0; term < TERMS.length; term++) data[at + term] = 0;
}

/** Notes for how long each stage had held up the class when the job's flow joined it. */
export function noteHeld({ data, base }: Job, held: Float64Array, from: number, stages: number) {
  const at = base + HELD_AT;
  for (let stage = 0; stage < stages; stage++) data[at + stage] = held[from + stage] as number;
}

/** One protection in one future, with its chain and everything its jobs need. */
export class Guard extends rowOf(GUARD) {
  readonly index: number;
  readonly workload: number;
  /** The site at which its jobs run: that of the workload. */
  readonly site: number;
  readonly policy: PolicyPlan;
  readonly sizes: Sizes;
  readonly flows: Flows;
  readonly chain: Chain;
  readonly luck: Stream;
  readonly job: Job;
  constructor(data: Float64Array, base: number, parts: GuardParts) {
    super(data, base);
    this.index = parts.index;
    this.workload = parts.workload;
    this.site = parts.site;
    this.policy = parts.policy;
    this.sizes = parts.sizes;
    this.flows = parts.flows;
    this.chain = parts.chain;
    this.luck = parts.luck;
    this.job = new Job(data, base);
  }
}

type GuardParts = Pick<
  Guard,
  'index' | 'workload' | 'site' | 'policy' | 'sizes' | 'flows' | 'chain' | 'luck'
>;
