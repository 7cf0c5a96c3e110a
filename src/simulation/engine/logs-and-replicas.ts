import { logPiece, type PieceLog } from '../chain/pieces.ts';
import type { Plan } from '../plan/plan.ts';
import { sampleTimes } from '../plan/sample-times.ts';
import { type Books, bookStored, noteFull, notePeak, type StoreBook } from './accounts.ts';
import { flowOf } from './continuous.ts';
import type { Guard } from './protection.ts';
import { copiesOf, newestTime } from './protection.ts';

/**
 * What logs and replicas take in their stores beside the restore points. They have no jobs: what
 * they take at an instant is a closed form, which is booked from sample to sample.
 */
export interface Beside {
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
export function newBeside(plan: Plan, guards: readonly Guard[], books: Books): Beside {
  const none = (): Float64Array => new Float64Array(plan.stores.length);
  const parts: Part[] = [];
  for (const guard of guards) addParts(parts, plan, guard);
  const beside = { parts, booked: none(), sampled: none() };
  bookBeside(books, beside, plan.start, plan.start + sampleTimes(plan).step);
  return beside;
}

function addParts(parts: Part[], plan: Plan, guard: Guard): void {
  const { log, replica } = guard.policy;
  if (log) {
    const rate = flowOf(plan, guard).log;
    // What the newest point of the slowest copy needs is not dropped, however old that is.
    const bytes = (instant: number): number =>
      rate * Math.min(instant - plan.start, Math.max(log.keep, instant - slowestTime(guard)));
    const kept = (): number => Math.max(log.keep, ...copiesOf(guard).map(({ gap }) => gap));
    parts.push({ kind: 'log', store: log.store, rate, kept, bytes });
  }
  if (replica) {
    const bytes = (instant: number): number => guard.sizes.source(guard.size, instant);
    parts.push({ kind: 'replica', store: replica.store, bytes });
  }
}

/** The newest point of the copy that lags behind most; Infinity where none has any. */
function slowestTime(guard: Guard): number {
  const { copies } = guard;
  const own = newestTime(guard);
  let slowest = Number.isNaN(own) ? Infinity : own;
  for (let c = 0; c < copies.length; c++) {
    slowest = Math.min(slowest, slowestTime(copies[c] as Guard));
  }
  return slowest;
}

/** Books the most that logs and replicas take at two instants, for the time between them. */
export function bookBeside(
  books: Books,
  { parts, booked }: Beside,
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
    const book = books.stores[store] as StoreBook;
    booked[store] = now[store] as number;
    bookStored(books, book, change);
    notePeak(books, book, 0, from);
    noteFull(book, 0, from);
  }
}

/** Writes down what logs and replicas took in an object store, from sample to sample, for its bill. */
export function logBeside({ parts }: Beside, plan: Plan, store: number, log: PieceLog): void {
  for (const part of parts) {
    if (part.store !== store) continue;
    if (part.kind === 'replica') logReplica(plan, part.bytes, log);
    else logLog(plan, part.rate, part.kept(), log);
  }
}

function logLog(plan: Plan, rate: number, kept: number, log: PieceLog): void {
  for (const [from, until] of stretches(plan)) {
    const born = (from + until) / 2;
    logPiece(log, born, born + kept < plan.end ? born + kept : Infinity, rate * (until - from));
  }
}

/** Of a source that shrinks the bytes go that came last. */
function logReplica(plan: Plan, bytesAt: (instant: number) => number, log: PieceLog): void {
  const there = [{ born: plan.start, bytes: bytesAt(plan.start) }];
  for (const [from, until] of stretches(plan)) {
    const middle = (from + until) / 2;
    const came = bytesAt(until) - bytesAt(from);
    if (came > 0) there.push({ born: middle, bytes: came });
    for (let gone = -came; gone > 0 && there.length > 0; ) {
      const last = there[there.length - 1] as (typeof there)[number];
      const part = Math.min(gone, last.bytes);
      logPiece(log, last.born, middle, part);
      last.bytes -= part;
      gone -= part;
      if (last.bytes === 0) there.pop();
    }
  }
  for (const { born, bytes } of there) logPiece(log, born, Infinity, bytes);
}

/** From sample to sample, up to the end. */
function* stretches(plan: Plan): Generator<readonly [from: number, until: number]> {
  const { step } = sampleTimes(plan);
  for (let from = plan.start; from < plan.end; from += step) {
    yield [from, Math.min(plan.end, from + step)];
  }
}
