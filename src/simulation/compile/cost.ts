import type { Sourced } from '../../catalog/sourced.ts';
import type { Scenario, Store } from '../../scenario/scenario.ts';
import type { Money } from '../../units/money.ts';
import type { CostPlan, StoreCost } from '../plan/cost.ts';
import { type CompileLog, cite, noteDefault, noteLeftOut } from './compile-log.ts';

/** The report currency, and the exchange rate into it by currency code. */
export interface Currency {
  readonly code: string;
  readonly worth: ReadonlyMap<string, number>;
}

/** The currencies of a scenario; a rate that is not in the report currency is a problem. */
export function currencyOf(compileLog: CompileLog, scenario: Scenario): Currency {
  const { currency = 'USD', exchange = {} } = scenario;
  noteLeftOut(compileLog, '', scenario, { currency });
  const worth = new Map([[currency, 1]]);
  for (const [code, money] of Object.entries(exchange)) {
    if (money.currency === currency) worth.set(code, money.amount);
    else {
      const hint = `write what one ${code} is worth in ${currency}, such as 0.14 ${currency}`;
      compileLog.problems.push({
        path: `exchange.${code}`,
        message: `is not in ${currency}`,
        hint,
      });
    }
  }
  return { code: currency, worth };
}

/** Converts an amount to the report currency; 0 if there is none or no rate (a problem). */
export function amountIn(
  compileLog: CompileLog,
  { code, worth }: Currency,
  path: string,
  money: Money | undefined,
): number {
  if (!money) return 0;
  const rate = worth.get(money.currency);
  if (rate !== undefined) return money.amount * rate;
  const hint = `write exchange: { ${money.currency}: 0.14 ${code} }, or the amount in ${code}`;
  const message = `is in ${money.currency}, and nothing says what that is worth in ${code}`;
  compileLog.problems.push({ path, message, hint });
  return 0;
}

/** The prices that apply to the whole scenario. */
export function costOf(compileLog: CompileLog, scenario: Scenario, currency: Currency): CostPlan {
  const { cost = {}, penalties = {} } = scenario;
  const per = (path: string, money: Money | undefined): number =>
    amountIn(compileLog, currency, path, money);
  notePrices(compileLog, scenario, currency.code);
  return {
    currency: currency.code,
    staff: per('cost.staff', cost.staff),
    energy: per('cost.energy', cost.energy),
    staffShare: (cost['staff-hours'] ?? 0) / (7 * 24),
    outage: per('penalties.outage', penalties.outage),
    lostData: per('penalties.lost-data', penalties['lost-data']),
  };
}

/** Records default prices; for a missing section only one entry for the whole section. */
function notePrices(compileLog: CompileLog, scenario: Scenario, currency: string): void {
  const { cost, penalties, disasters } = scenario;
  const free = `0 ${currency}`;
  if (cost)
    noteLeftOut(compileLog, 'cost', cost, {
      staff: `${free}/h`,
      energy: `${free}/kWh`,
      'staff-hours': '0',
    });
  else noteLeftOut(compileLog, '', scenario, { cost: 'people and energy cost nothing' });
  if (!disasters) return;
  if (penalties)
    noteLeftOut(compileLog, 'penalties', penalties, {
      outage: `${free}/h`,
      'lost-data': `${free}/h`,
    });
  else noteLeftOut(compileLog, '', scenario, { penalties: 'outages and lost work cost nothing' });
}

const FIVE_YEARS = 5 * 365 * 86400;

/** Components of a store, with catalog prices where there are any. */
export interface Parts {
  readonly drives: number;
  readonly bytesPerDrive: number;
  readonly drivePrice?: Sourced;
  readonly cartridgePrice?: Sourced;
}

/** Cost of owning a store with these components. */
export function storeCostOf(
  compileLog: CompileLog,
  path: string,
  declared: Store,
  parts: Parts,
  currency: Currency,
): StoreCost {
  const { cost = {}, capacity, raw } = declared;
  const { drives, bytesPerDrive, drivePrice, cartridgePrice } = parts;
  const price = (
    field: 'drive' | 'once' | 'yearly' | 'cartridge' | 'courier',
    known?: Sourced,
  ): number => {
    if (cost[field] !== undefined || !known) {
      return amountIn(compileLog, currency, `${path}.cost.${field}`, cost[field]);
    }
    // A catalog price in USD without an exchange rate counts as 0: not a problem, only recorded.
    const rate = currency.worth.get('USD');
    if (rate === undefined) {
      const why = `no exchange says what the ${known.value} USD of the catalog are worth`;
      noteDefault(compileLog, `${path}.cost.${field}`, `0 ${currency.code}`, why);
      return 0;
    }
    noteDefault(compileLog, `${path}.cost.${field}`, `${known.value} USD`, cite(known));
    return known.value * rate;
  };
  noteStorePrices(compileLog, path, declared, parts, currency.code);
  const more = cost.expand ?? 0;
  if (more > 0 && bytesPerDrive === 0) {
    const known = capacity ?? raw;
    const message =
      known === undefined ? 'has no capacity that could grow' : 'has no drives to add';
    compileLog.problems.push({
      path: `${path}.cost.expand`,
      message,
      hint: 'give a profile, or drives',
    });
  }
  return {
    drives,
    drive: price('drive', drivePrice),
    once: price('once'),
    yearly: price('yearly'),
    cartridge: price('cartridge', cartridgePrice),
    courier: price('courier'),
    life: cost.life ?? FIVE_YEARS,
    power: cost.power ?? 0,
    step: more * bytesPerDrive,
    stepPrice: more * (cartridgePrice ? price('cartridge', cartridgePrice) : price('drive')),
    lead: cost.lead ?? 0,
  };
}

/** Records the default prices of a store that are not in the catalog either. */
function noteStorePrices(
  compileLog: CompileLog,
  path: string,
  store: Store,
  { drives, drivePrice }: Parts,
  currency: string,
): void {
  const { cost, vault } = store;
  const free = `0 ${currency}`;
  if (!cost && !drivePrice) {
    noteLeftOut(compileLog, path, store, { cost: 'nothing to have it' });
    return;
  }
  noteLeftOut(compileLog, `${path}.cost`, cost ?? {}, {
    ...(drives > 0 && !drivePrice && { drive: free }),
    once: free,
    yearly: `${free}/year`,
    ...(vault && { courier: free }),
    life: '5 years',
    power: '0 W',
    expand: 'never',
    lead: '0 s',
  });
}
