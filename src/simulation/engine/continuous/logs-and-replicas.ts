import { type Arena, take } from '../../arena.ts';
import { logSegment, type SegmentLog } from '../../chain/segment-log.ts';
import type { Plan, StorePlan } from '../../plan/plan.ts';
import { type Accounts, addStored, noteFull, notePeak, type StoreAccount } from '../accounts.ts';
import type { Protection } from '../protection.ts';
import { newestTime } from '../protection.ts';
import { type ChangesByDay, changedBetween, changeOn, daysOf } from './changes-by-day.ts';

const DAY = 86400;

/**
 * Bytes of logs and replicas in their stores, in addition to the restore points. They have no jobs:
 * their bytes at an instant are a closed form, which is recorded from day to day.
 */
export interface LogsAndReplicas {
  readonly parts: readonly Part[];
  /** The stores that hold any of them. */
  readonly stores: readonly number[];
  /** Bytes recorded in each store now, and their sum over all samples so far. */
  readonly booked: Float64Array;
  readonly sampled: Float64Array;
  /** Scratch: the bytes of each store while they are added up. */
  readonly now: Float64Array;
  /** First instant at which a store had no room for them; NaN: never. */
  readonly lackSince: Float64Array;
  /** Instants at which they were recorded last, and will be next; Infinity: there are none. */
  last: number;
  due: number;
}

/** The log or the replica of one workload. */
type Part = LogPart | ReplicaPart;

interface LogPart {
  readonly kind: 'log';
  readonly store: number;
  readonly protection: Protection;
  readonly changes: ChangesByDay;
  /** Bytes of log for each byte that changes; seconds from one shipment to the next. */
  readonly volume: number;
  readonly every: number;
  /** Seconds for which log is kept at least. */
  readonly keep: number;
  /** In an object store: when the log of each day is deleted, for the days of which it is. */
  readonly deleted: Float64Array | null;
  days: number;
}

interface ReplicaPart {
  readonly kind: 'replica';
  readonly store: number;
  readonly protection: Protection;
}

/** Logs and replicas at the start of the horizon: replicas are complete, logs are empty. */
export function newLogsAndReplicas(
  plan: Plan,
  protections: readonly Protection[],
  changes: readonly (ChangesByDay | null)[],
  arena: Arena,
): LogsAndReplicas {
  const perStore = (): Float64Array => new Float64Array(plan.stores.length);
  const parts: Part[] = [];
  for (const [index, own] of changes.entries()) {
    if (own) addParts(parts, plan, protections[index] as Protection, own, arena);
  }
  return {
    parts,
    stores: [...new Set(parts.map(({ store }) => store))],
    booked: perStore(),
    sampled: perStore(),
    now: perStore(),
    lackSince: perStore().fill(Number.NaN),
    last: plan.start,
    due: parts.length > 0 ? plan.start : Infinity,
  };
}

function addParts(
  parts: Part[],
  plan: Plan,
  protection: Protection,
  changes: ChangesByDay,
  arena: Arena,
): void {
  const { log, replica } = protection.policy;
  if (log) {
    const { store, volume, every, keep } = log;
    const deleted = plan.stores[store]?.cloud ? take(arena, daysOf(plan)) : null;
    parts.push({
      kind: 'log',
      ...{ store, protection, changes, volume, every, keep, deleted },
      days: 0,
    });
  }
  if (replica) parts.push({ kind: 'replica', store: replica.store, protection });
}

/** Bytes of a part in its store at an instant. */
function bytesAt(part: Part, { start }: Plan, instant: number): number {
  const { protection } = part;
  if (part.kind === 'replica') return protection.sizes.source(protection.size, instant);
  return (
    part.volume * changedBetween(part.changes, Math.max(start, droppedUpTo(part, instant)), instant)
  );
}

/**
 * Log of before this instant is dropped: it is kept at least back to the newest point of the copy that
 * lags most.
 */
const droppedUpTo = ({ keep, protection }: LogPart, instant: number): number =>
  Math.min(instant - keep, slowestTime(protection));

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

/**
 * Records the bytes at an instant, and for the time from then until another one the larger of the
 * sizes at both.
 */
export function recordLogsAndReplicas(
  plan: Plan,
  accounts: Accounts,
  logsAndReplicas: LogsAndReplicas,
  from: number,
  until: number,
): void {
  const { parts, stores, booked, lackSince, now } = logsAndReplicas;
  for (let s = 0; s < stores.length; s++) now[stores[s] as number] = 0;
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p] as Part;
    now[part.store] =
      (now[part.store] as number) +
      Math.max(bytesAt(part, plan, from), until > from ? bytesAt(part, plan, until) : 0);
  }
  for (let s = 0; s < stores.length; s++) {
    const store = stores[s] as number;
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
 * Notes which log was deleted since the bytes were recorded last, day by day of its making: when it
 * had been kept for as long as it must, or else, where a copy still needed it, halfway.
 */
export function noteDeletions(
  logsAndReplicas: LogsAndReplicas,
  { start }: Plan,
  now: number,
): void {
  const { parts, last } = logsAndReplicas;
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p] as Part;
    if (part.kind === 'replica' || !part.deleted) continue;
    const dropped = droppedUpTo(part, now);
    for (; part.days < part.deleted.length; part.days++) {
      const written = start + (part.days + 0.5) * DAY;
      if (written > dropped) break;
      const kept = written + part.keep;
      part.deleted[part.days] = kept > last ? kept : (last + now) / 2;
    }
  }
  logsAndReplicas.last = now;
}

/**
 * Adds what logs and replicas held in an object store to its segment log, for the bill: one segment
 * for each day, written in the middle of it.
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
    if (part.kind === 'replica') logReplica(plan, part, log, cloud.objectSize);
    else logShippedLog(plan, part, log, cloud.objectSize);
  }
}

/** Each shipment is an object of its own, or several of the largest. */
function logShippedLog(
  plan: Plan,
  { changes, volume, every, deleted, days }: LogPart,
  log: SegmentLog,
  objectBytes: number,
): void {
  for (let day = 0; day < daysOf(plan); day++) {
    const from = plan.start + day * DAY;
    const until = Math.min(plan.end, from + DAY);
    const shipment = volume * changeOn(changes, day) * every;
    logSegment(
      log,
      (from + until) / 2,
      day < days ? (deleted?.[day] as number) : Infinity,
      volume * changedBetween(changes, from, until),
      Math.min(shipment, objectBytes),
    );
  }
}

/** A source that shrinks loses the bytes that were added last. */
function logReplica(plan: Plan, part: ReplicaPart, log: SegmentLog, objectBytes: number): void {
  let before = bytesAt(part, plan, plan.start);
  const live = [{ written: plan.start, bytes: before }];
  for (let day = 0; day < daysOf(plan); day++) {
    const from = plan.start + day * DAY;
    const until = Math.min(plan.end, from + DAY);
    const middle = (from + until) / 2;
    const after = bytesAt(part, plan, until);
    const added = after - before;
    before = after;
    if (added > 0) live.push({ written: middle, bytes: added });
    for (let toDelete = -added; toDelete > 0 && live.length > 0; ) {
      const last = live[live.length - 1] as (typeof live)[number];
      const gone = Math.min(toDelete, last.bytes);
      logSegment(log, last.written, middle, gone, objectBytes);
      last.bytes -= gone;
      toDelete -= gone;
      if (last.bytes === 0) live.pop();
    }
  }
  for (const { written, bytes } of live) logSegment(log, written, Infinity, bytes, objectBytes);
}
