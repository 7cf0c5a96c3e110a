import { replicaWorkspace, workspace } from '../../model/workspace.ts';
import { dayOf } from '../../units/calendar.ts';
import { marksOf } from '../chain/gfs.ts';
import { at, cell, MARKS, TIME } from '../chain/rows.ts';
import { unshelve } from '../chain/shelf.ts';
import { addPoint, type Made, type Point, prune } from '../chain/styles.ts';
import { FULL, LEVELS, SEED, SYNTHETIC } from '../plan/levels.ts';
import type { Egress, PolicyPlan } from '../plan/policy.ts';
import { VERIFY } from '../sharing/flow-spec.ts';
import { bookStored, noteAfterPrune, noteFull, notePeak, reserve } from './accounts.ts';
import { noteDuration } from './durations.ts';
import { recordPoint } from './point-history.ts';
import { type Guard, newestTime } from './protection.ts';
import { snapshot } from './snapshot.ts';
import type { State } from './state.ts';
import { tallyJob, termOf } from './tally.ts';
import { missNight } from './window-outcomes.ts';

/** A job that ends this many seconds late by rounding alone still fits. */
const ROUNDING = 1e-6;

/** Books how a job ended: its point and what it replaced, its times, the night it ran in. */
export function bookOutcome(state: State, guard: Guard, well: boolean): void {
  const { job, policy, chain } = guard;
  reserve(state.books, guard.store, -job.reserved, job.start);
  if (well) {
    bookPoint(state, guard);
    bookTimes(state, guard);
  } else {
    guard.failed++;
    if (!guard.from) state.failed++;
    if (chain.shelf) unshelve(chain.shelf, job.run);
    // What a failed job wrote was taken in and is given back.
    chain.taken += job.reserved;
    chain.freed += job.reserved;
  }
  job.reserved = 0;
  bookNight(state, guard, well);
  if (policy.prunes < 0) pruneChain(state, guard, job.start);
  else measure(state, job.start);
}

function bookNight(state: State, guard: Guard, well: boolean): void {
  const { job, nights } = guard;
  if (!nights || job.night < 0) return;
  if (!well || state.base + state.now > closingOf(guard) + ROUNDING) missNight(nights, job.night);
  else nights.seen[job.night] = 1;
}

/** The instant at which the window of a job closes; Infinity without a window. */
export const closingOf = ({ nights, job }: Guard): number =>
  nights && job.night >= 0 ? (nights.closes[job.night] as number) : Infinity;

/** Used again for every point, so that the inner loop allocates nothing. */
const point: Point = { made: 'full', time: 0, day: 0, hour: 0, run: 0, source: 0, bytes: 0 };

function bookPoint(state: State, guard: Guard): void {
  const { job, chain, policy } = guard;
  const { calendar } = state.plan;
  const local = calendar.toLocal(job.time);
  const full = job.level === SEED || job.level === FULL;
  if (chain.style === 'copy') markMoments(guard, calendar.toLocal, local);
  const marks = chain.style === 'copy' ? momentMarks >> 4 : 0;
  point.made = full ? 'full' : (LEVELS[job.level] as Made);
  point.time = job.time;
  point.day = dayOf(local);
  point.hour = Math.floor(local / 3600);
  point.run = job.run;
  point.source = job.source;
  point.bytes = job.store;
  const before = chain.stored;
  chain.now = state.base + state.now;
  addPoint(chain, point);
  if (marks !== 0) chain.rows.data[at(chain.rows, chain.rows.count - 1) + MARKS] = marks;
  settle(state, guard, before, job.start);
  if (policy.prunes >= 0) countFiles(state, guard);
  bookAge(state, guard);
  if (guard.history) recordPoint(state, guard, guard.history);
  guard.lastTime = job.time;
  guard.lastRun = job.run;
  guard.lastLevel = job.level;
  if (full || point.made === 'synthetic') {
    guard.lastFullTime = job.time;
    guard.lastFullRun = job.run;
  }
  guard.runs++;
  if (!guard.from) bookWorkspace(state, guard);
}

let momentMarks = 0;

/** GFS moments since the last run mark it or this one. */
function markMoments({ chain }: Guard, toLocal: (t: number) => number, local: number): void {
  const { rows } = chain;
  const previous = rows.count > 0 ? toLocal(cell(rows, rows.count - 1, TIME)) : -Infinity;
  momentMarks = marksOf(previous, local, chain.gfs);
  if ((momentMarks & 15) === 0 || rows.count === 0) return;
  const newest = at(rows, rows.count - 1) + MARKS;
  rows.data[newest] = (rows.data[newest] as number) | (momentMarks & 15);
}

function bookAge(state: State, guard: Guard): void {
  if (Number.isNaN(guard.lastTime)) return;
  const newest = newestTime(guard);
  guard.gap = Math.max(guard.gap, guard.job.time - newest);
  guard.worstAge = Math.max(guard.worstAge, state.base + state.now - newest);
}

function bookWorkspace({ books }: State, guard: Guard): void {
  const { sizes, job, chain } = guard;
  const size =
    chain.style === 'replica'
      ? replicaWorkspace(job.source, sizes.newShare(0))
      : workspace(job.source, sizes.left);
  books.workspace += size - guard.workspace;
  guard.workspace = size;
}

/** Carries what a chain has taken in and given back over to the books of its store. */
function settle(state: State, { chain, store }: Guard, before: number, runStart: number): void {
  const { books } = state;
  notePeak(books, store, chain.high - before, runStart);
  noteFull(store, chain.high - before, state.base + state.now);
  bookStored(books, store, chain.stored - before);
}

/** Removes what retention no longer needs, and measures. */
export function pruneChain(state: State, guard: Guard, runStart: number): void {
  const { chain } = guard;
  const before = chain.stored;
  chain.high = chain.stored;
  chain.now = state.base + state.now;
  prune(chain);
  settle(state, guard, before, runStart);
  countFiles(state, guard);
  measure(state, runStart);
}

/** Measures what there is after a run, or after a retention of its own. */
function measure(state: State, runStart: number): void {
  noteAfterPrune(state.books, runStart, ++state.serial);
  // Several retentions may fall into one event, so it is done here and now.
  if (state.serial === state.snapshotAt) state.atPeak = snapshot(state.guards);
}

function countFiles({ books }: State, guard: Guard): void {
  const { rows, aside, style } = guard.chain;
  // A replica always has one empty protective snapshot open.
  const files = rows.count + aside.count + (style === 'replica' && rows.count > 0 ? 1 : 0);
  const fulls = aside.count + guard.chain.fulls;
  books.files += files - guard.kept;
  books.fulls += fulls - guard.fulls;
  guard.kept = files;
  guard.fulls = fulls;
}

/** Books bytes that went over the links of a job's way. */
export function bookTraffic({ traffic }: State, { policy: { links } }: Guard, bytes: number): void {
  for (let i = 0; i < links.length; i++) {
    const link = links[i] as number;
    traffic[link] = (traffic[link] as number) + bytes;
  }
}

function bookTimes(state: State, guard: Guard): void {
  noteDuration(state, guard, tallyJob(guard));
  const { copy, store } = guard.policy;
  if (state.plan.stores[store]?.vault) bookShipment(state, store);
  if (copy) bookRead(state, copy.from, guard.job.store, copy.egress);
  bookVerification(state, guard);
}

/** What is made on one day leaves with one courier. */
function bookShipment({ shipments, shippedOn, plan, base, now }: State, store: number): void {
  const day = dayOf(plan.calendar.toLocal(base + now));
  if (shippedOn[store] === day) return;
  shippedOn[store] = day;
  shipments[store] = (shipments[store] as number) + 1;
}

/** What a check reads: it stays at its store, or comes back over the links. */
const CHECKED: Egress = { leaves: false, within: false };
const COMPARED: Egress = { leaves: true, within: false };

/** What the checks of a policy take out of their store: only to compare are bytes brought back. */
const checkEgress = ({ verify, links }: PolicyPlan): Egress =>
  verify?.method === 'byte-compare' && links.length > 0 ? COMPARED : CHECKED;

/** Books bytes that a copy or a check reads from a store. */
export function bookRead(
  { reads, leaves, moves }: State,
  store: number,
  bytes: number,
  way: Egress,
): void {
  reads[store] = (reads[store] as number) + bytes;
  if (!way.leaves) return;
  const paid = way.within ? moves : leaves;
  paid[store] = (paid[store] as number) + bytes;
}

function bookVerification(state: State, guard: Guard): void {
  const { verification } = state;
  const { job, policy } = guard;
  const { verify } = policy;
  if (!verify || (verify.fullsOnly && job.level > SYNTHETIC)) return;
  verification.count++;
  verification.seconds += termOf(guard, VERIFY);
  verification.bytes += job.read * verify.coverage;
  verification.coreSeconds += job.read * verify.coverage * guard.checking;
  const isBoth = verify.method === 'byte-compare';
  if (verify.at === 'target' || isBoth) {
    bookRead(state, policy.store, job.store * verify.coverage, checkEgress(policy));
  }
  // To compare byte by byte, what was stored comes back.
  if (isBoth) bookTraffic(state, guard, job.store * verify.coverage);
}
