import { lackingPrice, partInWords } from '../../answer/unpriced.ts';
import { figure, name, none, text, wholeOr } from '../../result/figure.ts';
import type { StrategyResult, Unpriced } from '../../result/result.ts';
import { ifAny, label, money, words } from '../column.ts';
import { type Column, type Table, tabulate } from '../table.ts';

type Cost = NonNullable<StrategyResult['cost']>;

/** Lines as people read them. */
const WORDS: Readonly<Record<string, string>> = {
  earlyDeletion: 'early deletion',
  transition: 'moves between classes',
  thawed: 'thawed copies',
  restores: 'restores after disasters (expected)',
};

/** One line of cost, or a part that has no price. */
interface Line {
  readonly line: string;
  readonly store: string | null;
  readonly perYear: Cost['total'] | null;
}

const lines: readonly Column<Line>[] = [
  label('line', 'line', ({ line }) => text(WORDS[line] ?? line)),
  words('store', 'store', ({ store }) => (store === null ? text('') : name(store))),
  money('per_year', 'a year', ({ perYear }) => perYear, 'not priced'),
];

type Costly = StrategyResult & { readonly cost: Cost };

/** Whether something that is wholly lost has no price, while disasters have one. */
const leavesOutLoss = ({ loss }: Costly): boolean => (loss?.unpriced.mean ?? 0) > 0;

/** A sum, which is at least that where something has no price. */
const sum = (key: string, heading: string, of: (cost: Cost) => Cost['total']): Column<Costly> => ({
  ...money(key, heading, ({ cost }: Costly) => of(cost)),
  of: ({ cost }) => wholeOr(figure('money', of(cost)), cost.complete),
});

/** What disasters cost, which is at least that where something wholly lost has no price. */
const withLoss = (column: Column<Costly>): Column<Costly> => ({
  ...column,
  of: (strategy) => wholeOr(column.of(strategy), !leavesOutLoss(strategy)),
});

/** Names what lacks a price, where anything does. */
export const notPriced: Column<StrategyResult> = ifAny(
  words('unpriced', 'without a full price', ({ unpriced }) =>
    unpriced.length === 0 ? none('') : name(lackingPrice(unpriced).join(', ')),
  ),
);

const totals: readonly Column<Costly>[] = [
  words('currency', 'money', ({ cost }) => name(cost.currency)),
  sum('total', 'total a year', ({ total }) => total),
  ifAny(withLoss(money('penalties', 'disasters a year (expected)', ({ cost }) => cost.penalties))),
  ifAny(money('all_lost', 'what is wholly lost, in these', ({ cost }) => cost.allLost)),
  ifAny(
    words('not_priced', 'not in these: no price', (strategy: Costly) =>
      leavesOutLoss(strategy) ? text('what is wholly lost') : none(''),
    ),
  ),
  ifAny(withLoss(sum('expected', 'both together', ({ expected }) => expected))),
  {
    ...money('three_years', 'total in three years', ({ cost }: Costly) => cost.threeYears),
    of: ({ cost: { threeYears, complete } }) =>
      threeYears === null
        ? none('the horizon is shorter')
        : wholeOr(figure('money', threeYears), complete),
  },
  sum('per_terabyte', 'a year for each TB protected', ({ perTerabyte }) => perTerabyte),
  notPriced,
];

type Bill = Cost['bills'][number];

const billLines: readonly Column<Pick<Bill, 'store' | 'month'> & Bill['lines'][number]>[] = [
  label('store', 'store', ({ store }) => name(store)),
  label('month', 'month', ({ month }) => text(month)),
  label('line', 'line', ({ line }) => text(WORDS[line] ?? line)),
  money('amount', 'amount', ({ amount }) => amount),
];

/** What it all costs, summed up. */
export const costTable = (strategy: StrategyResult): Table =>
  tabulate({
    key: 'cost',
    title: 'Cost',
    layout: 'list',
    columns: totals,
    rows: isCostly(strategy) ? [strategy] : [],
  });

const isCostly = (strategy: StrategyResult): strategy is Costly => strategy.cost !== null;

/** What it is that costs, and what of it has no price. */
export const costLinesTable = ({ cost, unpriced }: StrategyResult): Table =>
  tabulate({
    key: 'cost-lines',
    title: cost ? `Cost by line (${cost.currency})` : 'Cost by line',
    notes: cost ? ['on average over the whole time; what is bought is spread over its life'] : [],
    columns: lines,
    rows: cost ? [...cost.lines, ...unpriced.map(lineWithout)] : [],
  });

const lineWithout = ({ store, part }: Unpriced): Line => ({
  line: partInWords({ part }),
  store,
  perYear: null,
});

/** What each object store bills in each month. */
export const billsTable = ({ cost }: StrategyResult): Table =>
  tabulate({
    key: 'bills',
    title: 'Bills by month',
    columns: billLines,
    rows: (cost?.bills ?? []).flatMap(({ store, month, lines: own, total: amount }) =>
      [...own, { line: 'total', amount }].map((one) => ({ store, month, ...one })),
    ),
  });
