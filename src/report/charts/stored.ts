import { visible } from '../../problem.ts';
import { scaleFor, significant } from '../../units/dimension.ts';
import { SIZE } from '../../units/dimensions.ts';
import type { StrategyResult } from '../result/result.ts';
import type { Chart, ChartRow } from './chart.ts';
import type { ChartColours } from './colours.ts';
import { overTime } from './curves.ts';
import { thinned } from './thin.ts';

/** What the charts of stored bytes have in common. */
export interface Drawing {
  readonly strategies: readonly StrategyResult[];
  readonly unit: string;
  /** How long the time axis is. */
  readonly days: number;
  readonly colours: ChartColours;
  readonly banded: boolean;
}

/** The rows of all of them, and the unit that they are in. */
export interface StoredRows {
  readonly unit: string;
  readonly rows: (stores: readonly string[]) => readonly ChartRow[];
}

const DIGITS = 5;

/** One row a strategy, store and time; `s` and `t` are their places. */
export function storedRows(
  strategies: readonly StrategyResult[],
  { wall, banded }: { readonly wall: (at: string) => number; readonly banded: boolean },
): StoredRows {
  const largest = strategies.reduce((most, { stored }) => Math.max(most, stored.peak.p95), 0);
  const unit = scaleFor(SIZE, largest);
  const size = (bytes: number | undefined): number =>
    Number(significant((bytes ?? 0) / (SIZE.units[unit] ?? 1), DIGITS));
  const rows = (stores: readonly string[]): readonly ChartRow[] => {
    const places = new Map(stores.map((store, place) => [store, place]));
    return strategies.flatMap(({ name, stored: { series } }, s) =>
      series.byStore.flatMap(({ store, p05, p50, p95 }) => {
        const names = {
          s,
          t: places.get(store) ?? -1,
          strategy: visible(name),
          store: visible(store),
        };
        return thinned(p50).map((index) => ({
          ...names,
          at: wall(series.at[index] ?? ''),
          size: size(p50[index]),
          ...(banded && { low: size(p05[index]), high: size(p95[index]) }),
        }));
      }),
    );
  };
  return { unit, rows };
}

/** The most that any of some stores ever holds. */
const highestOf = (held: StrategyResult['stored']['byStore']): number =>
  held.reduce((most, { peak }) => Math.max(most, peak.p95), 0);

/** What one store holds under each strategy. */
export function storeChart(store: string, index: number, drawing: Drawing): Chart {
  const { strategies, colours } = drawing;
  const held = strategies.flatMap(({ stored }) =>
    stored.byStore.filter((each) => each.store === store),
  );
  return {
    id: `store-${index}`,
    title: `Stored in ${visible(store)}`,
    description: `${drawing.unit} that the store ${visible(store)} holds over time, one line a strategy.`,
    strategy: null,
    spec: overTime({
      ...drawing,
      filter: `datum.t === ${index}`,
      by: 'strategy',
      names: strategies.map(({ name }) => visible(name)),
      colours,
      limits: held.slice(0, 1),
      highest: highestOf(held),
    }),
  };
}

/** What each store of one strategy holds. */
export function strategyChart(
  strategy: StrategyResult,
  drawing: Drawing & { readonly index: number; readonly stores: readonly string[] },
): Chart {
  const { byStore } = strategy.stored;
  return {
    id: `stored-${drawing.index}`,
    title: 'Stored over time',
    description: `${drawing.unit} that ${visible(strategy.name)} holds over time, one line a store.`,
    strategy: drawing.index,
    spec: overTime({
      ...drawing,
      filter: `datum.s === ${drawing.index}`,
      by: 'store',
      names: drawing.stores.map((store) => visible(store)),
      limits: byStore,
      highest: highestOf(byStore),
    }),
  };
}
