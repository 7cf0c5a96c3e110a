import type { Chain } from '../../chain/chain.ts';
import type { RowPool } from '../../chain/rows.ts';
import type { Job, Protection } from '../protection.ts';
import { CHAIN_WIDTH, chainCursor, moveChainCursor, packedChain } from './packed-chain.ts';
import { copyFields, defineFlags, defineInts, defineNumbers, type Place } from './place.ts';

/**
 * The last ones are used by every flow: they lie next to the seconds of the job (see
 * `engine/tally.ts`).
 */
const JOB_NUMBERS = [
  'ready',
  'start',
  'time',
  'source',
  'need',
  'moveStart',
  'fitShare',
  'reserved',
  'wait',
  'after',
  'left',
  'store',
  'read',
  'ratio',
  'effort',
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
const JOB_FLAGS = [
  'busy',
  'started',
  'fails',
  'succeeded',
] as const satisfies readonly (keyof Job)[];
const NUMBERS = [
  'size',
  'lastTime',
  'seenTime',
  'lastFullTime',
  'cycleBytes',
  'workspace',
  'pruneDue',
  'unused',
  'scattered',
  'freed',
  'gap',
  'gapSince',
  'gapOnceSeeded',
  'gapOnceSeededSince',
  'firstMiss',
  'seededAt',
  'firstSkip',
  'worstAge',
  'files',
  'scanSeconds',
  'walking',
  'filing',
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
  'differentials',
  'kept',
  'fulls',
  'nextTrigger',
  'dueTriggers',
  'failed',
  'early',
  'due',
  'missed',
  'missReason',
  'seedSkips',
  'seedTriggers',
] as const satisfies readonly (keyof Protection)[];
const FLAGS = ['again'] as const satisfies readonly (keyof Protection)[];

class PackedJob {
  readonly data: Float64Array;
  readonly ints: Int32Array;
  at: number;
  intsAt: number;

  constructor({ data, ints, at, intsAt }: Place) {
    this.data = data;
    this.ints = ints;
    this.at = at;
    this.intsAt = intsAt;
  }
}

/**
 * A protection with its numbers at a location: first its chain, then itself, its job and its sums.
 */
class PackedProtection implements Place {
  readonly data: Float64Array;
  readonly ints: Int32Array;
  at: number;
  intsAt: number;
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
  readonly nights: Protection['nights'];
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
    this.intsAt = place.intsAt;
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
    this.nights = like.nights;
    this.history = like.history;
    this.from = from;
  }

  get base(): number {
    return this.at + SUMS_FROM;
  }
}

const JOB_FROM = defineFlags(
  PackedProtection,
  FLAGS,
  defineInts(PackedProtection, INTS, defineNumbers(PackedProtection, NUMBERS, CHAIN_WIDTH)),
);
/** Offset of a protection's sums (see `engine/tally.ts`), which come last in a location. */
export const SUMS_FROM = defineInts(
  PackedJob,
  JOB_INTS,
  defineFlags(PackedJob, JOB_FLAGS, defineNumbers(PackedJob, JOB_NUMBERS, JOB_FROM)),
);

/**
 * A protection at a location, in the state of a protection that has had no event yet.
 *
 * @param from for a copy: the packed protection whose points it copies.
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
  copyFields(like, protection, [...NUMBERS, ...INTS, ...FLAGS] as const);
  copyFields(like.job, job, [...JOB_NUMBERS, ...JOB_INTS, ...JOB_FLAGS] as const);
  from?.copies.push(protection);
  return protection;
}

/** A cursor for protections like this one. */
export function protectionCursor(like: Protection): Protection {
  const place = like as unknown as PackedProtection;
  const job = new PackedJob(place) as unknown as Job;
  const chain = chainCursor(like.chain);
  return new PackedProtection(like, place, { job, chain, from: null }) as unknown as Protection;
}

/** Moves a cursor to the location of another protection of its kind. */
export function moveCursor(moving: Protection, index: number, at: number): void {
  const protection = moving as unknown as PackedProtection;
  const job = protection.job as unknown as PackedJob;
  protection.index = index;
  protection.at = at;
  protection.intsAt = 2 * at;
  job.at = at;
  job.intsAt = 2 * at;
  moveChainCursor(protection.chain, at);
}
