import type { Chain } from '../../chain/chain.ts';
import type { RowPool } from '../../chain/rows.ts';
import type { Guard, Job } from '../protection.ts';
import { CHAIN_WIDTH, moveChain, movingChain, packedChain } from './packed-chain.ts';
import { carry, type Place, placeFlags, placeInts, placeNumbers } from './place.ts';

/** Those that each flow needs stand last, next to the seconds of the job so far (see `engine/tally.ts`). */
const JOB_NUMBERS = [
  'ready',
  'start',
  'time',
  'source',
  'need',
  'moveStart',
  'room',
  'reserved',
  'wait',
  'after',
  'store',
  'read',
  'ratio',
  'amount',
  'phaseStart',
] as const satisfies readonly (keyof Job)[];
const JOB_INTS = [
  'number',
  'attempt',
  'attempts',
  'level',
  'night',
  'run',
  'phase',
  'class',
] as const satisfies readonly (keyof Job)[];
const JOB_FLAGS = ['busy', 'started', 'fails', 'well'] as const satisfies readonly (keyof Job)[];
const NUMBERS = [
  'size',
  'lastTime',
  'seenTime',
  'lastFullTime',
  'workspace',
  'gap',
  'worstAge',
  'files',
  'scanSeconds',
  'latency',
  'failure',
  'checking',
] as const satisfies readonly (keyof Guard)[];
const INTS = [
  'durationsAt',
  'durationStep',
  'durations',
  'runs',
  'lastRun',
  'lastLevel',
  'lastFullRun',
  'kept',
  'fulls',
  'nextTrigger',
  'dueTriggers',
  'failed',
] as const satisfies readonly (keyof Guard)[];
const FLAGS = ['again'] as const satisfies readonly (keyof Guard)[];

class PackedJob {
  readonly data: Float64Array;
  readonly ints: Int32Array;
  at: number;
  spot: number;

  constructor({ data, ints, at, spot }: Place) {
    this.data = data;
    this.ints = ints;
    this.at = at;
    this.spot = spot;
  }
}

/** A guard whose numbers lie in a place, its sums behind those of its chain, its job and its own. */
class PackedGuard implements Place {
  readonly data: Float64Array;
  readonly ints: Int32Array;
  at: number;
  spot: number;
  index: number;
  readonly workload: number;
  readonly job: Job;
  readonly chain: Chain;
  readonly policy: Guard['policy'];
  readonly flows: Guard['flows'];
  readonly sizes: Guard['sizes'];
  readonly line: Guard['line'];
  readonly store: Guard['store'];
  readonly nights: Guard['nights'];
  readonly tape: Guard['tape'];
  readonly drives: number;
  readonly luck: Guard['luck'];
  readonly history: Guard['history'];
  readonly from: Guard | null;
  readonly copies: Guard[] = [];

  constructor(
    like: Guard,
    place: Place,
    { job, chain, from }: Pick<Guard, 'job' | 'chain' | 'from'>,
  ) {
    this.data = place.data;
    this.ints = place.ints;
    this.at = place.at;
    this.spot = place.spot;
    this.index = like.index;
    this.workload = like.workload;
    this.job = job;
    this.chain = chain;
    this.policy = like.policy;
    this.flows = like.flows;
    this.sizes = like.sizes;
    this.line = like.line;
    this.store = like.store;
    this.nights = like.nights;
    this.tape = like.tape;
    this.drives = like.drives;
    this.luck = like.luck;
    this.history = like.history;
    this.from = from;
  }

  get base(): number {
    return this.at + SUMS_FROM;
  }
}

const JOB_FROM = placeFlags(
  PackedGuard,
  FLAGS,
  placeInts(PackedGuard, INTS, placeNumbers(PackedGuard, NUMBERS, CHAIN_WIDTH)),
);
/** How many numbers a guard has besides its sums (see `engine/tally.ts`), which stand behind them. */
export const SUMS_FROM = placeInts(
  PackedJob,
  JOB_INTS,
  placeFlags(PackedJob, JOB_FLAGS, placeNumbers(PackedJob, JOB_NUMBERS, JOB_FROM)),
);

/**
 * A guard at a place, which goes on as another one stands before anything has happened.
 *
 * @param from the packed guard whose points it copies, if it does.
 */
export function packedGuard(like: Guard, place: Place, pool: RowPool, from: Guard | null): Guard {
  const job = new PackedJob(place) as unknown as Job;
  const chain = packedChain(like.chain, place, pool);
  const guard = new PackedGuard(like, place, { job, chain, from }) as unknown as Guard;
  carry(like, guard, [...NUMBERS, ...INTS, ...FLAGS] as const);
  carry(like.job, job, [...JOB_NUMBERS, ...JOB_INTS, ...JOB_FLAGS] as const);
  from?.copies.push(guard);
  return guard;
}

/** A guard to be moved from place to place. */
export function movingGuard(like: Guard): Guard {
  const place = like as unknown as PackedGuard;
  const job = new PackedJob(place) as unknown as Job;
  const chain = movingChain(like.chain);
  return new PackedGuard(like, place, { job, chain, from: null }) as unknown as Guard;
}

/** Moves a guard to the place of another one of its kind, with that index. */
export function moveGuard(moving: Guard, index: number, at: number): void {
  const guard = moving as unknown as PackedGuard;
  const job = guard.job as unknown as PackedJob;
  guard.index = index;
  guard.at = at;
  guard.spot = 2 * at;
  job.at = at;
  job.spot = 2 * at;
  moveChain(guard.chain, at);
}
