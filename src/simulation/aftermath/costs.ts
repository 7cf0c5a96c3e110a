import type { StoreBill } from '../../model/account-bills.ts';
import { BILL_LINES } from '../../model/bill.ts';
import { logLeft } from '../chain/cohorts.ts';
import { BYTES, cell, RUN } from '../chain/rows.ts';
import { logShare } from '../chain/segments.ts';
import type { StoreAccount } from '../engine/accounts.ts';
import type { State } from '../engine/state.ts';
import { costLines } from '../plan/cost-lines.ts';
import type { Plan, StorePlan } from '../plan/plan.ts';
import { storesUsed } from '../plan/stores-used.ts';
import { restoresOf } from './bills/restore-costs.ts';
import { storeBills } from './bills/store-bills.ts';
import { storesSavedTo } from './bills/training-saves.ts';
import type { Impact } from './impact.ts';

const YEAR = 365 * 86400;

/** What a strategy costs, in the currency of the answers. */
export interface Costs {
  /** Mean cost per year of each line of `costLines`. */
  readonly perYear: Float64Array;
  /** By store: the lines of its bill, month by month; null for what is no object store. */
  readonly bills: readonly (Float64Array | null)[];
}

/** The cost of each line, and the bills that are in it. */
export function costsOf(state: State, impact: readonly Impact[]): Costs {
  const { plan } = state;
  const used = storesUsed(state.protections.map(({ policy }) => policy));
  const bills = storeBills(state, new Set([...used, ...storesSavedTo(plan)]));
  const restores = restoresOf(state, impact, bills);
  const perYear = Float64Array.from(costLines(plan), ({ line, store }) => {
    if (store === null) return peopleOf(state, impact);
    if (!used.has(store) && !isBilled(line)) return 0;
    switch (line) {
      case 'devices':
        return devicesOf(plan, store, state.accounts.stores[store] as StoreAccount);
      case 'media':
        return mediaOf(state, store);
      case 'courier':
        return (
          (plan.stores[store]?.cost.courier ?? 0) * yearly(plan, state.shipments[store] as number)
        );
      case 'energy':
        return energyOf(plan, store, state.accounts.stores[store] as StoreAccount);
      case 'restores':
        return restores[store] as number;
      case 'people':
        return 0;
      default:
        return (
          yearly(plan, bills[store]?.lines[line] ?? 0) * (plan.stores[store]?.cloud?.worth ?? 0)
        );
    }
  });
  return {
    perYear,
    bills: bills.map((bill, index) => monthly(bill, plan.stores[index]?.cloud?.worth ?? 0)),
  };
}

function monthly(bill: StoreBill | null, worth: number): Float64Array | null {
  if (!bill) return null;
  const all = new Float64Array(bill.months.length * BILL_LINES.length);
  let place = 0;
  for (const { lines } of bill.months) {
    for (const line of BILL_LINES) all[place++] = worth * lines[line];
  }
  return all;
}

const BILLED = new Set<string>(BILL_LINES);

/** Whether a line is one of a bill, which a store has as well that only training runs save into. */
const isBilled = (line: string): boolean => BILLED.has(line);

const yearly = ({ start, end }: Plan, sum: number): number => (sum * YEAR) / (end - start);

/**
 * Purchase cost spread over the life of the devices, plus running cost per year. Capacity bought
 * during the horizon counts from its purchase on; what a job that outlasts it needs costs nothing yet.
 */
function devicesOf(plan: Plan, index: number, { bought }: StoreAccount): number {
  const { tape, cost } = plan.stores[index] as StorePlan;
  const { drives, drive, once, yearly: running, life, stepPrice } = cost;
  // Purchases of a library are cartridges; they count as media once written.
  const share = tape ? 0 : ownedShare(plan, bought);
  return ((drives * drive + once + share * (stepPrice ?? 0)) * YEAR) / life + running * YEAR;
}

/** Purchases, each by the share of the horizon from it on. */
const ownedShare = ({ start, end }: Pick<Plan, 'start' | 'end'>, bought: readonly number[]) =>
  bought.reduce((sum, instant) => sum + Math.max(0, end - instant) / (end - start), 0);

/** Energy per year of what there is on day one, and of what is bought from then on. */
function energyOf(plan: Plan, index: number, { bought }: StoreAccount): number {
  const { power, stepPower } = (plan.stores[index] as StorePlan).cost;
  return (power + stepPower * ownedShare(plan, bought)) * plan.cost.energy * YEAR;
}

/** Cartridges ever written, and replacements of worn-out ones, per year. */
function mediaOf({ plan, pools }: State, index: number): number {
  const { tape, cost } = plan.stores[index] as StorePlan;
  const pool = pools[index];
  if (!pool || !tape) return 0;
  const most = tape.cartridge * tape.fullPasses;
  const worn = pool.written.reduce((sum, bytes) => sum + Math.floor(bytes / most), 0);
  return yearly(plan, (pool.everUsed + worn) * cost.cartridge);
}

/**
 * Staff cost per year: the regular share of time, and expected restores; 0 where people have no
 * price. A disaster costs the longest hand-over of all workloads that it affects.
 */
function peopleOf({ plan, protections }: State, impacts: readonly Impact[]): number {
  const { staff, staffShare } = plan.cost;
  const handOver = new Map(protections.map(({ workload, policy }) => [workload, policy.handOver]));
  const restoring = plan.disasters.map(({ perYear }, disaster) =>
    impacts.reduce((most, impact) => {
      if (impact.disaster !== disaster || !impact.takesData) return most;
      return Math.max(most, perYear * (handOver.get(impact.workload) ?? 0));
    }, 0),
  );
  return (staff ?? 0) * restoring.reduce((sum, seconds) => sum + seconds, staffShare * YEAR);
}

/** Logs what object stores hold at the end: it is billed up to then, and not as deleted. */
export function logLiving({ protections }: State): void {
  for (const { chain } of protections) {
    if (!chain.segments) continue;
    if (chain.segments.cohorts) {
      logLeft(chain.segments.cohorts);
      continue;
    }
    for (const rows of [chain.rows, chain.archiveFulls]) {
      for (let i = 0; i < rows.count; i++) {
        logShare(chain.segments, cell(rows, i, RUN), Infinity, cell(rows, i, BYTES));
      }
    }
  }
}
