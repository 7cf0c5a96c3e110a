import { date, figure, figureOr, name } from './figure.ts';
import type { StrategyResult } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

type Stored = StrategyResult['stored'];
type Store = Stored['byStore'][number];

const totals: readonly Column<Stored>[] = [
  {
    key: 'peak',
    heading: 'peak before deletion (to be held)',
    dimension: 'bytes',
    better: 'less',
    of: ({ peak }) => figure('bytes', peak),
  },
  {
    key: 'peak_at',
    heading: 'brought by the run of',
    dimension: 'instant',
    better: 'neither',
    of: ({ peakAt }) => date(peakAt),
  },
  {
    key: 'peak_after_prune',
    heading: 'peak after deletion',
    dimension: 'bytes',
    better: 'less',
    of: ({ peakAfterPrune }) => figure('bytes', peakAfterPrune),
  },
  {
    key: 'peak_after_prune_at',
    heading: 'after the run of',
    dimension: 'instant',
    better: 'neither',
    of: ({ peakAfterPruneAt }) => date(peakAfterPruneAt),
  },
  {
    key: 'workspace',
    heading: 'advised work space beside it',
    dimension: 'bytes',
    better: 'less',
    empty: 'hidden',
    of: ({ workspace }) => figure('bytes', workspace),
  },
  {
    key: 'files',
    heading: 'files held then',
    dimension: 'count',
    better: 'neither',
    of: ({ files }) => figure('count', files),
  },
  {
    key: 'fulls',
    heading: 'fulls among them',
    dimension: 'count',
    better: 'neither',
    of: ({ fulls }) => figure('count', fulls),
  },
  {
    key: 'end',
    heading: 'at the end',
    dimension: 'bytes',
    better: 'less',
    of: ({ end }) => figure('bytes', end),
  },
  {
    key: 'files_at_end',
    heading: 'files at the end',
    dimension: 'count',
    better: 'neither',
    of: ({ filesAtEnd }) => figure('count', filesAtEnd),
  },
  {
    key: 'full_on',
    heading: 'a store is full on',
    dimension: 'instant',
    better: 'neither',
    of: ({ fullOn }) => date(fullOn),
  },
];

const stores: readonly Column<Store>[] = [
  {
    key: 'store',
    heading: 'store',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: ({ store }) => name(store),
  },
  {
    key: 'capacity',
    heading: 'usable',
    dimension: 'bytes',
    better: 'neither',
    of: ({ capacity }) => figureOr('bytes', capacity, 'unlimited'),
  },
  {
    key: 'ceiling',
    heading: 'may be filled to',
    dimension: 'share',
    better: 'neither',
    of: ({ ceiling }) => figure('share', ceiling),
  },
  {
    key: 'peak',
    heading: 'peak',
    dimension: 'bytes',
    better: 'less',
    of: ({ peak }) => figure('bytes', peak),
  },
  {
    key: 'end',
    heading: 'at the end',
    dimension: 'bytes',
    better: 'less',
    of: ({ end }) => figure('bytes', end),
  },
  {
    key: 'fill',
    heading: 'filled to',
    dimension: 'share',
    better: 'less',
    of: ({ fill, capacity }) => figureOr('share', capacity === null ? null : fill, 'unlimited'),
  },
  {
    key: 'full_on',
    heading: 'full on',
    dimension: 'day',
    better: 'neither',
    of: ({ fullOn }) => date(fullOn),
  },
];

/** What a strategy holds over all stores. */
export const storedTable = ({ stored }: StrategyResult): Table =>
  tabulate({ key: 'stored', title: 'Storage', layout: 'list', columns: totals, rows: [stored] });

/** How full each store gets, and when it is full. */
export const storesTable = ({ stored }: StrategyResult): Table =>
  tabulate({ key: 'stores', title: 'Storage by store', columns: stores, rows: stored.byStore });
