import type { Scenario } from '../../scenario/scenario.ts';
import type { Money } from '../../units/money.ts';
import type { CostPlan } from '../plan/cost.ts';
import { type CompileLog, noteDefault, noteLeftOut, sorted } from './compile-log.ts';

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
    staff: cost.staff ? per('cost.staff', cost.staff) : null,
    energy: per('cost.energy', cost.energy),
    staffShare: (cost['staff-hours'] ?? 0) / (7 * 24),
    outage: per('penalties.outage', penalties.outage),
    lostData: per('penalties.lost-data', penalties['lost-data']),
    allLost: allLostOf(compileLog, scenario, currency),
  };
}

/** Price of losing all of each workload, in the order of the plan; null where none is given. */
function allLostOf(
  compileLog: CompileLog,
  { workloads, penalties }: Scenario,
  currency: Currency,
): CostPlan['allLost'] {
  const declared = penalties?.['all-lost'];
  const path = 'penalties.all-lost';
  const names = sorted(workloads).map(([name]) => name);
  if (!declared) return names.map(() => null);
  if ('each' in declared) {
    const price = amountIn(compileLog, currency, path, declared.each);
    return names.map(() => price);
  }
  return names.map((name) => {
    const money = Object.hasOwn(declared.by, name) ? declared.by[name] : undefined;
    if (money) return amountIn(compileLog, currency, `${path}.${name}`, money);
    noteDefault(compileLog, `${path}.${name}`, NOT_PRICED, 'none is given');
    return null;
  });
}

const NOT_PRICED = 'no price';

/** Records default prices; for a missing section only one entry for the whole section. */
function notePrices(compileLog: CompileLog, scenario: Scenario, currency: string): void {
  const { cost, penalties, disasters } = scenario;
  const free = `0 ${currency}`;
  if (cost)
    noteLeftOut(compileLog, 'cost', cost, {
      staff: cost['staff-hours'] ? NOT_PRICED : `${free}/h`,
      energy: `${free}/kWh`,
      'staff-hours': '0',
    });
  else noteLeftOut(compileLog, '', scenario, { cost: 'people and energy cost nothing' });
  if (!disasters) return;
  if (penalties)
    noteLeftOut(compileLog, 'penalties', penalties, {
      outage: `${free}/h`,
      'lost-data': `${free}/h`,
      'all-lost': NOT_PRICED,
    });
  else noteLeftOut(compileLog, '', scenario, { penalties: 'outages and losses have no price' });
}
