import { name } from '../result/figure.ts';
import type { StrategyResult } from '../result/result.ts';
import { bytes, count, days, ifAny, instants, label, share } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

type Stored = StrategyResult['stored'];
type Store = Stored['byStore'][number];

const totals: readonly Column<Stored>[] = [
  bytes('peak', 'peak before deletion (to be held)', ({ peak }) => peak),
  instants('peak_at', 'brought by the run of', ({ peakAt }) => peakAt),
  bytes('peak_after_prune', 'peak after deletion', ({ peakAfterPrune }) => peakAfterPrune),
  instants('peak_after_prune_at', 'after the run of', ({ peakAfterPruneAt }) => peakAfterPruneAt),
  ifAny(bytes('workspace', 'advised work space beside it', ({ workspace }) => workspace)),
  count('files', 'files held then', ({ files }) => files),
  count('fulls', 'fulls among them', ({ fulls }) => fulls),
  bytes('end', 'at the end', ({ end }) => end),
  ifAny(bytes('beside', 'logs and replicas among it', ({ beside }) => beside)),
];

const unused = bytes('unused', 'unused among it', (stored: Stored) => stored.unused ?? null);

const files: readonly Column<Stored>[] = [
  count('files_at_end', 'files at the end', ({ filesAtEnd }) => filesAtEnd),
  instants('full_on', 'capacity exhausted on', ({ fullOn }) => fullOn),
];

const stores: readonly Column<Store>[] = [
  label('store', 'store', ({ store }) => name(store)),
  bytes('capacity', 'usable', ({ capacity }) => capacity, 'unlimited'),
  share('ceiling', 'may be filled to', ({ ceiling }) => ceiling),
  bytes('peak', 'peak', ({ peak }) => peak),
  bytes('end', 'at the end', ({ end }) => end),
  share('fill', 'filled to', ({ fill, capacity }) => (capacity === null ? null : fill), 'no limit'),
  days('full_on', 'capacity exhausted on', ({ fullOn }) => fullOn),
];

/** What a strategy holds over all stores. */
export function storedTable({ stored }: StrategyResult): Table {
  const columns = [...totals, ...(stored.unused ? [unused] : []), ...files];
  return tabulate({ key: 'stored', title: 'Storage', layout: 'list', columns, rows: [stored] });
}

/** How full each store gets, and when it is full. */
export const storesTable = ({ stored }: StrategyResult): Table =>
  tabulate({ key: 'stores', title: 'Storage by store', columns: stores, rows: stored.byStore });
