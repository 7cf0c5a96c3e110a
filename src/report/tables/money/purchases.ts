import { name, text } from '../../result/figure.ts';
import type { StrategyResult } from '../../result/result.ts';
import { bytes, count, days, ifAny, label, money } from '../column.ts';
import { type Column, type Table, tabulate } from '../table.ts';

const materials: readonly Column<StrategyResult['materials'][number]>[] = [
  label('store', 'store', ({ store }) => name(store)),
  label('item', 'what', ({ item }) => text(item)),
  count('number', 'number', ({ number }) => number),
  ifAny(bytes('bytes', 'adds', (one) => one.bytes)),
  days('order_by', 'order by', ({ orderBy }) => orderBy),
  days('needed_on', 'needed on', ({ neededOn }) => neededOn),
  money('price', 'price', ({ price }) => price, 'not priced'),
  ifAny(count('power_w', 'power (W)', ({ power }) => power)),
  ifAny(count('rack_units', 'rack units', ({ rackUnits }) => rackUnits)),
];

const cash: readonly Column<StrategyResult['cash'][number]>[] = [
  label('year', 'year', ({ year }) => text(String(year))),
  money('bought', 'bought', ({ bought }) => bought),
  money('running', 'running', ({ running }) => running),
  money('total', 'together', ({ total }) => total),
];

const tapes: readonly Column<StrategyResult['cartridges'][number]>[] = [
  label('store', 'library', ({ store }) => name(store)),
  count('slots', 'slots for data', ({ slots }) => slots),
  count('ever_used', 'cartridges bought', ({ everUsed }) => everUsed),
  count('most_in_use', 'most in use', ({ mostInUse }) => mostInUse),
  count('passes', 'most passes', ({ passes }) => passes),
];

/** The bill of materials: what must be bought when. */
export const purchasesTable = ({ materials: rows }: StrategyResult): Table =>
  tabulate({ key: 'purchases', title: 'Purchases', columns: materials, rows });

/** What is paid in each year; nothing where no price is known. */
export const cashTable = ({ cash: rows, cost }: StrategyResult): Table =>
  tabulate({
    key: 'cash',
    title: cost ? `Cash by year (${cost.currency})` : 'Cash by year',
    notes: [
      'what is bought is paid in the year in which it is needed; the first and the last may be parts of years',
    ],
    columns: cash,
    rows: cost ? rows : [],
  });

/** Cartridges by tape library. */
export const cartridgesTable = ({ cartridges }: StrategyResult): Table =>
  tabulate({ key: 'cartridges', title: 'Cartridges', columns: tapes, rows: cartridges });
