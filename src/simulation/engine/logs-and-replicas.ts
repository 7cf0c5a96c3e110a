import { logSegment, type SegmentLog } from '../chain/segments.ts';
import type { Plan } from '../plan/plan.ts';
import { sampleTimes } from '../plan/sample-times.ts';
import { type Accounts, addStored, noteFull, notePeak, type StoreAccount } from './accounts.ts';
import { flowOf } from './continuous.ts';
import type { Protection } from './protection.ts';
import { copiesOf, newestTime } from './protection.ts';

/**
 * What logs and replicas take in their stores beside the restore points. They have no jobs: what
 * they take at an instant is a closed form, which is booked from sample to sample.
 */
export interface LogsAndReplicas {
  readonly parts: readonly Part[];
  /** Bytes booked in each store now, and the sum of what was there at all samples so far. */
  readonly booked: Float64Array;
  readonly sampled: Float64Array;
}

/** The log or the replica of one workload; `bytes` is what it takes at an instant. */
type Part =
  | {
      readonly kind: 'log';
      readonly store: number;
      /** Bytes a second that come, and the most seconds for which they were kept in the end. */
      readonly rate: number;
      readonly kept: () => number;
      readonly bytes: (instant: number) => number;
    }
  | {
      readonly kind: 'replica';
      readonly store: number;
      readonly bytes: (instant: number) => number;
    };

/** Logs and replicas as they are when the horizon begins: replicas are there, logs are empty. */
export function newLogsAndReplicas(
  plan: Plan,
  protections: readonly Protection[],
  accounts: Accounts,
): LogsAndReplicas {
  const perStore = (): Float64Array => new Float64Array(plan.stores.length);
  const parts: Part[] = [];
  for (const protection of protections) addParts(parts, plan, protection);
  const logsAndReplicas = { parts, booked: perStore(), sampled: perStore() };
  recordLogsAndReplicas(accounts, logsAndReplicas, plan.start, plan.start + sampleTimes(plan).step);
  return logsAndReplicas;
}

function addParts(parts: Part[], plan: Plan, protection: Protection): void {
  const { log, replica } = protection.policy;
  if (log) {
    const rate = flowOf(plan, protection).log;
    // What the newest point of the slowest copy needs is not dropped, however old that is.
    const bytes = (instant: number): number =>
      rate * Math.min(instant - plan.start, Math.max(log.keep, instant - slowestTime(protection)));
    const kept = (): number => Math.max(log.keep, ...copiesOf(protection).map(({ gap }) => gap));
    parts.push({ kind: 'log', store: log.store, rate, kept, bytes });
  }
  if (replica) {
    const bytes = (instant: number): number => protection.sizes.source(protection.size, instant);
    parts.push({ kind: 'replica', store: replica.store, bytes });
  }
}

/** The newest point of the copy that lags behind most; Infinity where none has any. */
function slowestTime(protection: Protection): number {
  const { copies } = protection;
  const own = newestTime(protection);
  let slowest = Number.isNaN(own) ? Infinity : own;
  for (let c = 0; c < copies.length; c++) {
    slowest = Math.min(slowest, slowestTime(copies[c] as Protection));
  }
  return slowest;
}

/** Books the most that logs and replicas take at two instants, for the time between them. */
export function recordLogsAndReplicas(
  accounts: Accounts,
  { parts, booked }: LogsAndReplicas,
  from: number,
  until: number,
): void {
  if (parts.length === 0) return;
  const now = new Float64Array(booked.length);
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
    noteFull(account, 0, from);
  }
}

/** Writes down what logs and replicas took in an object store, from sample to sample, for its bill. */
export function logContinuousSegments(
  { parts }: LogsAndReplicas,
  plan: Plan,
  store: number,
  log: SegmentLog,
): void {
  for (const part of parts) {
    if (part.store !== store) continue;
    if (part.kind === 'replica') logReplica(plan, part.bytes, log);
    else logShippedLog(plan, part.rate, part.kept(), log);
  }
}

function logShippedLog(plan: Plan, rate: number, kept: number, log: SegmentLog): void {
  for (const [from, until] of intervals(plan)) {
    const written = (from + until) / 2;
    logSegment(
      log,
      written,
      written + kept < plan.end ? written + kept : Infinity,
      rate * (until - from),
    );
  }
}

/** Of a source that shrinks the bytes go that came last. */
function logReplica(plan: Plan, bytesAt: (instant: number) => number, log: SegmentLog): void {
  const live = [{ written: plan.start, bytes: bytesAt(plan.start) }];
  for (const [from, until] of intervals(plan)) {
    const middle = (from + until) / 2;
    const added = bytesAt(until) - bytesAt(from);
    if (added > 0) live.push({ written: middle, bytes: added });
    for (let toDelete = -added; toDelete > 0 && live.length > 0; ) {
      const last = live[live.length - 1] as (typeof live)[number];
      const part = Math.min(toDelete, last.bytes);
      logSegment(log, last.written, middle, part);
      last.bytes -= part;
      toDelete -= part;
      if (last.bytes === 0) live.pop();
    }
  }
  for (const { written, bytes } of live) logSegment(log, written, Infinity, bytes);
}

/** From sample to sample, up to the end. */
function* intervals(plan: Plan): Generator<readonly [from: number, until: number]> {
  const { step } = sampleTimes(plan);
  for (let from = plan.start; from < plan.end; from += step) {
    yield [from, Math.min(plan.end, from + step)];
  }
}
