import { logSegment, type SegmentLog } from '../chain/segment-log.ts';
import type { Plan, StorePlan } from '../plan/plan.ts';
import { sampleTimes } from '../plan/sample-times.ts';
import { type Accounts, addStored, noteFull, notePeak, type StoreAccount } from './accounts.ts';
import { flowOf } from './continuous.ts';
import type { Protection } from './protection.ts';
import { copiesOf, newestTime } from './protection.ts';

/**
 * Bytes of logs and replicas in their stores, in addition to the restore points. They have no jobs:
 * their bytes at an instant are a closed form, which is recorded from sample to sample.
 */
export interface LogsAndReplicas {
  readonly parts: readonly Part[];
  /** Bytes recorded in each store now, and their sum over all samples so far. */
  readonly booked: Float64Array;
  readonly sampled: Float64Array;
  /** Scratch: the bytes of each store while they are added up. */
  readonly now: Float64Array;
  /** First instant at which a store had no room for them; NaN: never. */
  readonly lackSince: Float64Array;
}

/** The log or the replica of one workload; `bytes` is its size in the store at an instant. */
type Part =
  | {
      readonly kind: 'log';
      readonly store: number;
      /** Bytes per second that arrive, and the most seconds for which any of them is kept. */
      readonly rate: number;
      /** Bytes of one shipment. */
      readonly shipment: number;
      readonly kept: () => number;
      readonly bytes: (instant: number) => number;
    }
  | {
      readonly kind: 'replica';
      readonly store: number;
      readonly bytes: (instant: number) => number;
    };

/** Logs and replicas at the start of the horizon: replicas are complete, logs are empty. */
export function newLogsAndReplicas(
  plan: Plan,
  protections: readonly Protection[],
  accounts: Accounts,
): LogsAndReplicas {
  const perStore = (): Float64Array => new Float64Array(plan.stores.length);
  const parts: Part[] = [];
  for (const protection of protections) addParts(parts, plan, protection);
  const logsAndReplicas = {
    parts,
    booked: perStore(),
    sampled: perStore(),
    now: perStore(),
    lackSince: perStore().fill(Number.NaN),
  };
  recordLogsAndReplicas(accounts, logsAndReplicas, plan.start, plan.start + sampleTimes(plan).step);
  return logsAndReplicas;
}

function addParts(parts: Part[], plan: Plan, protection: Protection): void {
  const { log, replica } = protection.policy;
  if (log) {
    const rate = flowOf(plan, protection).log;
    // Log is kept at least back to the newest point of the copy that lags most.
    const bytes = (instant: number): number =>
      rate * Math.min(instant - plan.start, Math.max(log.keep, instant - slowestTime(protection)));
    const kept = (): number => Math.max(log.keep, ...copiesOf(protection).map(({ gap }) => gap));
    const shipment = rate * log.every;
    parts.push({ kind: 'log', store: log.store, rate, shipment, kept, bytes });
  }
  if (replica) {
    const bytes = (instant: number): number => protection.sizes.source(protection.size, instant);
    parts.push({ kind: 'replica', store: replica.store, bytes });
  }
}

/** Instant up to which the copy that lags most is current; Infinity before the first point. */
function slowestTime(protection: Protection): number {
  const { copies } = protection;
  const own = newestTime(protection);
  let slowest = Number.isNaN(own) ? Infinity : own;
  for (let c = 0; c < copies.length; c++) {
    slowest = Math.min(slowest, slowestTime(copies[c] as Protection));
  }
  return slowest;
}

/** Records, for the time between two instants, the larger of the sizes at both. */
export function recordLogsAndReplicas(
  accounts: Accounts,
  { parts, booked, lackSince, now }: LogsAndReplicas,
  from: number,
  until: number,
): void {
  if (parts.length === 0) return;
  now.fill(0);
  for (const { store, bytes } of parts) {
    now[store] = (now[store] as number) + Math.max(bytes(from), bytes(until));
  }
  for (let store = 0; store < now.length; store++) {
    const change = (now[store] as number) - (booked[store] as number);
    if (change === 0) continue;
    const account = accounts.stores[store] as StoreAccount;
    booked[store] = now[store] as number;
    addStored(accounts, account, change);
    notePeak(accounts, account, 0, from);
    if (noteFull(account, 0, from) && Number.isNaN(lackSince[store])) lackSince[store] = from;
  }
}

/**
 * Adds what logs and replicas held in an object store to its segment log, for the bill: one segment
 * for each sample interval, written in the middle of it.
 */
export function logContinuousSegments(
  { parts }: LogsAndReplicas,
  plan: Plan,
  store: number,
  log: SegmentLog,
): void {
  const { cloud } = plan.stores[store] as StorePlan;
  if (!cloud) return;
  for (const part of parts) {
    if (part.store !== store) continue;
    if (part.kind === 'replica') logReplica(plan, part.bytes, log, cloud.objectSize);
    else logShippedLog(plan, part, log, Math.min(part.shipment, cloud.objectSize));
  }
}

/** Each shipment is an object of its own, or several of the largest. */
function logShippedLog(
  plan: Plan,
  { rate, kept: keptFor }: Extract<Part, { kind: 'log' }>,
  log: SegmentLog,
  objectBytes: number,
): void {
  const kept = keptFor();
  for (const [from, until] of intervals(plan)) {
    const written = (from + until) / 2;
    logSegment(
      log,
      written,
      written + kept < plan.end ? written + kept : Infinity,
      rate * (until - from),
      objectBytes,
    );
  }
}

/** A source that shrinks loses the bytes that were added last. */
function logReplica(
  plan: Plan,
  bytesAt: (instant: number) => number,
  log: SegmentLog,
  objectBytes: number,
): void {
  const live = [{ written: plan.start, bytes: bytesAt(plan.start) }];
  for (const [from, until] of intervals(plan)) {
    const middle = (from + until) / 2;
    const added = bytesAt(until) - bytesAt(from);
    if (added > 0) live.push({ written: middle, bytes: added });
    for (let toDelete = -added; toDelete > 0 && live.length > 0; ) {
      const last = live[live.length - 1] as (typeof live)[number];
      const part = Math.min(toDelete, last.bytes);
      logSegment(log, last.written, middle, part, objectBytes);
      last.bytes -= part;
      toDelete -= part;
      if (last.bytes === 0) live.pop();
    }
  }
  for (const { written, bytes } of live) logSegment(log, written, Infinity, bytes, objectBytes);
}

/** The intervals between samples, up to the end of the horizon. */
function* intervals(plan: Plan): Generator<readonly [from: number, until: number]> {
  const { step } = sampleTimes(plan);
  for (let from = plan.start; from < plan.end; from += step) {
    yield [from, Math.min(plan.end, from + step)];
  }
}
