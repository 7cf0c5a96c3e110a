import type { Plan } from '../plan/plan.ts';

/** What lies in one store, and the most that ever did. */
export interface StoreAccount {
  /** Usable capacity × ceiling; more once more has been bought. */
  limit: number;
  /** What is added at a time when it is full, as usable bytes × ceiling; 0: nothing is. */
  readonly step: number;
  /** Instants at which more was needed. */
  readonly bought: number[];
  stored: number;
  /** Bytes set aside for jobs that are writing. */
  inFlight: number;
  peak: number;
  /** First instant at which it passed its limit, or NaN. */
  fullOn: number;
}

/** What lies in the stores of one strategy together, and the most that ever did. */
export interface Accounts {
  readonly stores: readonly StoreAccount[];
  total: number;
  totalInFlight: number;
  workspace: number;
  files: number;
  fulls: number;
  /** The most there was at once, before deletion, and the start of the run that brought it. */
  highest: number;
  highestAt: number;
  afterPrune: AfterPrune;
}

/** The run after whose deletions stored bytes and workspace together were largest. */
export interface AfterPrune {
  stored: number;
  at: number;
  /** Number of the run, counted over all protections. */
  serial: number;
  files: number;
  fulls: number;
  workspace: number;
}

/** The books at the start: all stores are empty. */
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

/** Nobody buys more often: what is needed beyond is not bought, and the store is full. */
const MOST_PURCHASES = 10_000;

/** Buys for a store what it takes to hold so many bytes in all, where it may grow. */
export function buyFor(store: StoreAccount, bytes: number, instant: number): void {
  if (store.step === 0) return;
  while (bytes > store.limit * (1 + ROUNDING) && store.bought.length < MOST_PURCHASES) {
    store.limit += store.step;
    store.bought.push(instant);
  }
}

/** Sets bytes aside in a store for a job that is about to write, or gives them back if negative. */
export function reserve(
  accounts: Accounts,
  store: StoreAccount,
  bytes: number,
  runStart: number,
): void {
  // Sums of large and small jobs round: what is given back must not leave a debt.
  store.inFlight = Math.max(0, store.inFlight + bytes);
  accounts.totalInFlight = Math.max(0, accounts.totalInFlight + bytes);
  if (bytes > 0) notePeak(accounts, store, 0, runStart);
}

/** Books a change of what lies in a store. */
export function addStored(accounts: Accounts, store: StoreAccount, change: number): void {
  store.stored += change;
  accounts.total += change;
}

/** Notes a peak of what lies there, what is being written, and so many transient bytes more. */
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

/** Sums drift by rounding: a peak that is only higher by that is the same peak. */
const ROUNDING = 1e-12;

/** Notes when a store passes its limit by what no job asked room for: merges, fulls set aside. */
export function noteFull(store: StoreAccount, transient: number, instant: number): void {
  buyFor(store, store.stored + transient, instant);
  if (store.stored + transient <= store.limit * (1 + ROUNDING)) return;
  if (Number.isNaN(store.fullOn)) store.fullOn = instant;
}

/** Measures after the deletions of a run, as published calculators do. */
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

/** What checking took: seconds as they passed and of all cores, and what it leaves unseen. */
export interface Verification {
  count: number;
  seconds: number;
  bytes: number;
  coreSeconds: number;
  /** Seconds for which silent damage goes unseen, on average, of the copy that fares worst. */
  exposure: number;
}
