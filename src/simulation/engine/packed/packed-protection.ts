import type { Chain } from '../../chain/chain.ts';
import type { RowPool } from '../../chain/rows.ts';
import type { Job, Protection } from '../protection.ts';
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
  'occurrence',
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
] as const satisfies readonly (keyof Protection)[];
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
] as const satisfies readonly (keyof Protection)[];
const FLAGS = ['again'] as const satisfies readonly (keyof Protection)[];

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
class PackedProtection implements Place {
  readonly data: Float64Array;
  readonly ints: Int32Array;
  at: number;
  spot: number;
  index: number;
  readonly workload: number;
  readonly job: Job;
  readonly chain: Chain;
  readonly policy: Protection['policy'];
  readonly flows: Protection['flows'];
  readonly sizes: Protection['sizes'];
  readonly slotQueue: Protection['slotQueue'];
  readonly store: Protection['store'];
  readonly windowOutcomes: Protection['windowOutcomes'];
  readonly tape: Protection['tape'];
  readonly drives: number;
  readonly failureDraws: Protection['failureDraws'];
  readonly history: Protection['history'];
  readonly from: Protection | null;
  readonly copies: Protection[] = [];

  constructor(
    like: Protection,
    place: Place,
    { job, chain, from }: Pick<Protection, 'job' | 'chain' | 'from'>,
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
    this.slotQueue = like.slotQueue;
    this.store = like.store;
    this.windowOutcomes = like.windowOutcomes;
    this.tape = like.tape;
    this.drives = like.drives;
    this.failureDraws = like.failureDraws;
    this.history = like.history;
    this.from = from;
  }

  get base(): number {
    return this.at + SUMS_FROM;
  }
}

const JOB_FROM = placeFlags(
  PackedProtection,
  FLAGS,
  placeInts(PackedProtection, INTS, placeNumbers(PackedProtection, NUMBERS, CHAIN_WIDTH)),
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
export function packedProtection(
  like: Protection,
  place: Place,
  pool: RowPool,
  from: Protection | null,
): Protection {
  const job = new PackedJob(place) as unknown as Job;
  const chain = packedChain(like.chain, place, pool);
  const protection = new PackedProtection(like, place, {
    job,
    chain,
    from,
  }) as unknown as Protection;
  carry(like, protection, [...NUMBERS, ...INTS, ...FLAGS] as const);
  carry(like.job, job, [...JOB_NUMBERS, ...JOB_INTS, ...JOB_FLAGS] as const);
  from?.copies.push(protection);
  return protection;
}

/** A guard to be moved from place to place. */
export function movingProtection(like: Protection): Protection {
  const place = like as unknown as PackedProtection;
  const job = new PackedJob(place) as unknown as Job;
  const chain = movingChain(like.chain);
  return new PackedProtection(like, place, { job, chain, from: null }) as unknown as Protection;
}

/** Moves a guard to the place of another one of its kind, with that index. */
export function moveProtection(moving: Protection, index: number, at: number): void {
  const protection = moving as unknown as PackedProtection;
  const job = protection.job as unknown as PackedJob;
  protection.index = index;
  protection.at = at;
  protection.spot = 2 * at;
  job.at = at;
  job.spot = 2 * at;
  moveChain(protection.chain, at);
}
