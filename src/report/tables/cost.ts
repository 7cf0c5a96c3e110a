import { name, text } from '../result/figure.ts';
import type { StrategyResult } from '../result/result.ts';
import { bytes, count, days, ifAny, label, money, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

type Cost = NonNullable<StrategyResult['cost']>;

/** Lines as people read them. */
const WORDS: Readonly<Record<string, string>> = {
  earlyDeletion: 'early deletion',
  transition: 'moves between classes',
  restores: 'restores after disasters (expected)',
};

const lines: readonly Column<Cost['lines'][number]>[] = [
  label('line', 'line', ({ line }) => text(WORDS[line] ?? line)),
  words('store', 'store', ({ store }) => (store === null ? text('') : name(store))),
  money('per_year', 'a year', ({ perYear }) => perYear),
];

const totals: readonly Column<Cost>[] = [
  words('currency', 'money', ({ currency }) => name(currency)),
  money('total', 'total a year', ({ total }) => total),
  ifAny(money('penalties', 'disasters a year (expected)', ({ penalties }) => penalties)),
  ifAny(money('expected', 'both together', ({ expected }) => expected)),
  money('three_years', 'total in three years', ({ threeYears }) => threeYears),
  money('per_terabyte', 'a year for each TB protected', ({ perTerabyte }) => perTerabyte),
];

const purchases: readonly Column<StrategyResult['purchases'][number]>[] = [
  label('store', 'store', ({ store }) => name(store)),
  count('number', 'purchase', ({ number }) => number),
  bytes('bytes', 'adds', (one) => one.bytes),
  days('order_by', 'order by', ({ orderBy }) => orderBy),
  days('needed_on', 'needed on', ({ neededOn }) => neededOn),
  money('price', 'price', ({ price }) => price),
];

const tapes: readonly Column<StrategyResult['cartridges'][number]>[] = [
  label('store', 'library', ({ store }) => name(store)),
  count('slots', 'slots for data', ({ slots }) => slots),
  count('ever_used', 'cartridges bought', ({ everUsed }) => everUsed),
  count('most_in_use', 'most in use', ({ mostInUse }) => mostInUse),
  count('passes', 'most passes', ({ passes }) => passes),
];

/** What it all costs, summed up. */
export const costTable = ({ cost }: StrategyResult): Table =>
  tabulate({
    key: 'cost',
    title: 'Cost',
    layout: 'list',
    columns: totals,
    rows: cost ? [cost] : [],
  });

/** What it is that costs. */
export const costLinesTable = ({ cost }: StrategyResult): Table =>
  tabulate({
    key: 'cost-lines',
    title: cost ? `Cost by line (${cost.currency})` : 'Cost by line',
    notes: cost ? ['on average over the whole time; what is bought is spread over its life'] : [],
    columns: lines,
    rows: cost?.lines ?? [],
  });

/** What must be bought when. */
export const purchasesTable = (strategy: StrategyResult): Table =>
  tabulate({
    key: 'purchases',
    title: 'Purchases',
    columns: purchases,
    rows: strategy.purchases,
  });

/** Cartridges by tape library. */
export const cartridgesTable = ({ cartridges }: StrategyResult): Table =>
  tabulate({ key: 'cartridges', title: 'Cartridges', columns: tapes, rows: cartridges });
