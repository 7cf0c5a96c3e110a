import type { Plan } from '../plan/plan.ts';

/** Bytes in one store: now, reserved and at the peak. */
export interface StoreAccount {
  /** Usable capacity × ceiling in bytes; purchases raise it. */
  limit: number;
  /** Bytes × ceiling that one purchase adds; 0: the store cannot grow. */
  readonly step: number;
  /** Instants of the purchases. */
  readonly bought: number[];
  stored: number;
  /** Bytes reserved by jobs that are writing. */
  inFlight: number;
  peak: number;
  /** First instant at which it was full; NaN: never. */
  fullOn: number;
}

/** Bytes and files in all stores of one strategy together: now and at the peaks. */
export interface Accounts {
  readonly stores: readonly StoreAccount[];
  total: number;
  totalInFlight: number;
  workspace: number;
  files: number;
  fulls: number;
  /** The most bytes at once, before deletion, and the start of the run that caused it. */
  highest: number;
  highestAt: number;
  afterPrune: AfterPrune;
}

/** The peak of stored bytes plus workspace as measured after the deletions of each run. */
export interface AfterPrune {
  stored: number;
  at: number;
  /** Number of the measurement: see `State.serial`. */
  serial: number;
  files: number;
  fulls: number;
  workspace: number;
}

/** The accounts at the start of the horizon: all stores are empty. */
export const newAccounts = ({ stores }: Plan): Accounts => ({
  stores: Array.from(stores, ({ capacity, ceiling, cost }) => ({
    limit: capacity * ceiling,
    step: cost.step * ceiling,
    bought: [],
    stored: 0,
    inFlight: 0,
    peak: 0,
    fullOn: Number.NaN,
  })),
  total: 0,
  totalInFlight: 0,
  workspace: 0,
  files: 0,
  fulls: 0,
  highest: 0,
  highestAt: Number.NaN,
  afterPrune: { stored: 0, at: Number.NaN, serial: -1, files: 0, fulls: 0, workspace: 0 },
});

/** Purchases per store at most; after them the store becomes full. */
const MOST_PURCHASES = 10_000;

/** Buys capacity until a store that may grow can hold `bytes` in total. */
export function buyFor(store: StoreAccount, bytes: number, instant: number): void {
  if (store.step === 0) return;
  while (bytes > store.limit * (1 + ROUNDING) && store.bought.length < MOST_PURCHASES) {
    store.limit += store.step;
    store.bought.push(instant);
  }
}

/** Reserves bytes in a store for a job that is about to write; negative bytes release them. */
export function reserve(
  accounts: Accounts,
  store: StoreAccount,
  bytes: number,
  runStart: number,
): void {
  // Sums of large and small jobs round: a release must not make the sum negative.
  store.inFlight = Math.max(0, store.inFlight + bytes);
  accounts.totalInFlight = Math.max(0, accounts.totalInFlight + bytes);
  if (bytes > 0) notePeak(accounts, store, 0, runStart);
}

/** Adds a change, positive or negative, to the bytes stored in a store. */
export function addStored(accounts: Accounts, store: StoreAccount, change: number): void {
  store.stored += change;
  accounts.total += change;
}

/** Updates the peaks with what is stored, reserved and needed transiently, in bytes. */
export function notePeak(
  accounts: Accounts,
  store: StoreAccount,
  transient: number,
  runStart: number,
): void {
  store.peak = Math.max(store.peak, store.stored + store.inFlight + transient);
  const all = accounts.total + accounts.totalInFlight + transient;
  if (all > accounts.highest) {
    accounts.highest = all;
    accounts.highestAt = runStart;
  }
}

/** Relative tolerance: a peak that is higher only by the drift of sums is the same peak. */
const ROUNDING = 1e-12;

/**
 * Records that a store passes its limit through bytes that no job reserved: merges, archive fulls,
 * logs and replicas. A store that may grow buys capacity first.
 *
 * @returns whether it holds more than it can.
 */
export function noteFull(store: StoreAccount, transient: number, instant: number): boolean {
  buyFor(store, store.stored + transient, instant);
  if (store.stored + transient <= store.limit * (1 + ROUNDING)) return false;
  if (Number.isNaN(store.fullOn)) store.fullOn = instant;
  return true;
}

/** Updates the peak after deletions, which is the one that published calculators state. */
export function noteAfterPrune(accounts: Accounts, runStart: number, serial: number): void {
  const best = accounts.afterPrune;
  const before = best.stored + best.workspace;
  if (accounts.total + accounts.workspace <= before * (1 + ROUNDING)) return;
  best.stored = accounts.total;
  best.workspace = accounts.workspace;
  best.at = runStart;
  best.serial = serial;
  best.files = accounts.files;
  best.fulls = accounts.fulls;
}

/** What verification took in wall-clock seconds, core seconds and bytes, and what it misses. */
export interface Verification {
  count: number;
  seconds: number;
  bytes: number;
  coreSeconds: number;
  /** Mean seconds for which silent damage stays unseen, for the copy that fares worst. */
  exposure: number;
}
