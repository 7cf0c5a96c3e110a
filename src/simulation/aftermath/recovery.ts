import {
  DEDUP_POINT,
  DIFFERENTIAL,
  INCREMENT,
  isFull,
  REPLICA_SNAPSHOT,
  REVERSE_INCREMENT,
} from '../chain/kinds.ts';
import { at, BYTES, cell, kindAt, type Rows, SOURCE, TIME } from '../chain/rows.ts';
import type { Protection } from '../engine/protection.ts';
import type { State } from '../engine/state.ts';
import type { Plan } from '../plan/plan.ts';
import { thawSeconds } from '../plan/thaw.ts';
import { slowestGone } from './gone-points.ts';
import { moveSeconds, paceOf, type RestorePace } from './restore-pace.ts';
import { elsewhereIfLate, type Recovery, type RecoveryTerms } from './restored-point.ts';

/** The slowest restore of a newest point and of any kept point, over all workloads. */
export interface Recoveries {
  readonly newest: Recovery | null;
  readonly worst: Recovery | null;
  /** The same by workload that has a point, in the order of the protections. */
  readonly byWorkload: readonly { readonly newest: Recovery; readonly worst: Recovery }[];
}

/**
 * Computes the restore of every kept point of the backups, each by itself; null if nothing is kept. A
 * point that takes longer than was promised comes from the fastest copy that holds it too. An archive
 * full can be the slowest, but never counts as the newest.
 */
export function recoveriesOf(state: State, values: Float64Array): Recoveries {
  const byWorkload = state.protections.flatMap((protection) => {
    if (protection.from) return [];
    let newest: Recovery | null = null;
    let worst: Recovery | null = null;
    const { rows, archiveFulls } = protection.chain;
    const needed = filesNeededOf(protection);
    const pace = paceOf(state.plan, protection, values);
    const inTime = elsewhereIfLate(state.plan, protection, (copy) =>
      restoresFrom(state.plan, copy, values),
    );
    for (let i = 0; i < rows.count; i++) {
      const needs = { files: needed.files[i] as number, bytes: needed.bytes[i] as number };
      const recovery = inTime(recoveryOf(state.plan, protection, pace, rows, i, needs));
      if (i === rows.count - 1) newest = slower(newest, recovery);
      worst = slower(worst, recovery);
    }
    for (let i = 0; i < archiveFulls.count; i++) {
      const needs = { files: 1, bytes: protection.sizes.full(cell(archiveFulls, i, SOURCE)) };
      const recovery = recoveryOf(state.plan, protection, pace, archiveFulls, i, needs);
      worst = slower(worst, inTime(recovery));
    }
    const gone = slowestGone(state.plan, protection, pace, values);
    if (gone && worst) worst = slower(worst, gone);
    return newest && worst ? [{ newest, worst }] : [];
  });
  const slowest = (which: 'newest' | 'worst'): Recovery | null =>
    byWorkload.reduce<Recovery | null>((so, one) => slower(so, one[which]), null);
  return { newest: slowest('newest'), worst: slowest('worst'), byWorkload };
}

const slower = (a: Recovery | null, b: Recovery): Recovery => (a && a.seconds >= b.seconds ? a : b);

/** The restore of the point of a time from a copy; null where the copy does not hold it. */
function restoresFrom(plan: Plan, copy: Protection, values: Float64Array) {
  const { rows } = copy.chain;
  const needed = filesNeededOf(copy);
  const pace = paceOf(plan, copy, values);
  const places = new Map(Array.from({ length: rows.count }, (_, i) => [cell(rows, i, TIME), i]));
  return (time: number): Recovery | null => {
    const i = places.get(time);
    if (i === undefined) return null;
    const needs = { files: needed.files[i] as number, bytes: needed.bytes[i] as number };
    return recoveryOf(plan, copy, pace, rows, i, needs);
  };
}

/** Files and stored bytes that the restore of each row reads, itself included. */
function filesNeededOf({ chain, sizes }: Protection) {
  const { rows } = chain;
  const files = new Float64Array(rows.count);
  const bytes = new Float64Array(rows.count);
  let full = 0;
  for (let i = 0; i < rows.count; i++) {
    const kind = kindAt(rows, i);
    const own = cell(rows, i, BYTES);
    if (isFull(kind) || kind === DEDUP_POINT) full = i;
    // A full that shares blocks, and a point of a deduplicated pool, is read as a whole.
    const alone = isFull(kind) || kind === DEDUP_POINT;
    const before = kind === DIFFERENTIAL ? full : i - 1;
    const needs = kind === DIFFERENTIAL || kind === INCREMENT || kind === REPLICA_SNAPSHOT;
    files[i] = 1 + (needs ? (files[before] ?? 0) : 0);
    bytes[i] = alone ? sizes.full(cell(rows, i, SOURCE)) : own + (needs ? (bytes[before] ?? 0) : 0);
  }
  for (let i = rows.count - 2; i >= 0; i--) {
    if (kindAt(rows, i) !== REVERSE_INCREMENT) continue;
    files[i] = 1 + (files[i + 1] as number);
    bytes[i] = cell(rows, i, BYTES) + (bytes[i + 1] as number);
  }
  return { files, bytes };
}

/** The restore of one row. */
function recoveryOf(
  { end }: Plan,
  protection: Protection,
  pace: RestorePace,
  rows: Rows,
  index: number,
  needs: { readonly files: number; readonly bytes: number },
): Recovery {
  const source = rows.data[at(rows, index) + SOURCE] as number;
  const terms: RecoveryTerms = {
    prepare:
      pace.prepare +
      pace.perPiece * (needs.files - 1) +
      thawSeconds(pace.thaws, end - (rows.data[at(rows, index) + TIME] as number)),
    move: moveSeconds(pace, needs.bytes, source),
    latency: pace.latency,
    verify: source * pace.verifying,
    finish: pace.finish,
  };
  return {
    workload: protection.workload,
    store: protection.policy.store,
    pointTime: rows.data[at(rows, index) + TIME] as number,
    chain: needs.files,
    bytesRead: needs.bytes,
    seconds: terms.prepare + terms.move + terms.latency + terms.verify + terms.finish,
    terms,
  };
}
