import { RECOVERY_TERMS } from '../../simulation/aftermath/recovery-tally.ts';
import { listed } from '../answer/in-words.ts';
import { type Cell, name, none, text } from '../result/figure.ts';
import type { DisasterResult, StrategyResult } from '../result/result.ts';
import { asMean, bytes, count, ifAny, label, seconds, share, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

const which = label('disaster', 'disaster', ({ disaster }: DisasterResult) => name(disaster));
const never = 'no point left';

const losses: readonly Column<DisasterResult>[] = [
  which,
  words('scope', 'affects', ({ scope }) => name(scope)),
  count('per_year', 'a year', ({ perYear }) => perYear),
  words('survivors', 'copies left in', ({ survivors }) =>
    survivors.length > 0 ? name(listed(survivors)) : text('NONE'),
  ),
  ifAny(share('unprotected', 'time without a good point', ({ unprotected }) => unprotected)),
  ifAny(share('lost', 'all lost', ({ lost }) => lost)),
  seconds('loss_mean', 'work lost, mean', ({ loss }) => loss?.mean ?? null, never),
  seconds('loss_p95', '95 % within', ({ loss }) => loss?.p95 ?? null, never),
  seconds('loss_worst', 'at worst', ({ loss }) => loss?.worst ?? null, never),
];

/** The store that the slowest workload is restored from, where there is a choice. */
function slowestFrom({ byWorkload, survivors }: DisasterResult): Cell {
  const slowest = byWorkload.reduce<(typeof byWorkload)[number] | null>(
    (so, one) => ((one.back?.p50 ?? 0) > (so?.back?.p50 ?? 0) ? one : so),
    null,
  );
  return slowest?.store && survivors.length > 1 ? name(slowest.store) : none('');
}

const restores: readonly Column<DisasterResult>[] = [
  which,
  seconds('recovery_mean', 'back after, mean', ({ recovery }) => recovery?.mean ?? null, never),
  seconds('recovery_worst', 'at worst', ({ recovery }) => recovery?.worst ?? null, never),
  ifAny(words('from', 'the slowest from', slowestFrom)),
  bytes('read', 'read', ({ bytesRead }) => bytesRead),
  ...RECOVERY_TERMS.map((term) =>
    ifAny(asMean(seconds(term, term, ({ terms }: DisasterResult) => terms?.[term] ?? null))),
  ),
];

const orders: readonly Column<{ disaster: string } & DisasterResult['order'][number]>[] = [
  label('disaster', 'disaster', ({ disaster }) => name(disaster)),
  words('workload', 'workload', ({ workload }) => name(workload)),
  seconds('seconds', 'works again after', (one) => one.seconds),
];

type Loss = NonNullable<StrategyResult['loss']>;

const year: readonly Column<Loss>[] = [
  share('probability', 'chance to lose all of a workload', ({ probability }) => probability),
  words('dominated', 'most of it through', ({ dominated }) =>
    dominated ? name(dominated.by) : text('nothing: a copy is left of each'),
  ),
  bytes('bytes', 'bytes lost (expected)', (loss) => loss.bytes),
  seconds('outage', 'outage if restored (expected)', ({ outage }) => outage),
  seconds('work', 'work lost if restored (expected)', ({ work }) => work),
];

/** The impact of each disaster: what is lost, and what survives. */
export const lossTable = ({ disasters }: StrategyResult): Table =>
  tabulate({
    key: 'disasters',
    title: 'Impact of disasters',
    notes:
      disasters.length === 0
        ? []
        : ['over all instants at which they may come, once there is a point to restore'],
    columns: losses,
    rows: disasters,
  });

/** The restore time after each disaster, term by term. */
export const recoveriesTable = ({ disasters }: StrategyResult): Table =>
  tabulate({
    key: 'recoveries',
    title: 'Restore time after disasters',
    notes: disasters.length === 0 ? [] : ['terms are means and add up to the mean'],
    columns: restores,
    rows: disasters,
  });

/** The order in which workloads are restored after a disaster that affects several. */
export const orderTable = ({ disasters }: StrategyResult): Table =>
  tabulate({
    key: 'restore-order',
    title: 'Order of restore',
    columns: orders,
    rows: disasters.flatMap(({ disaster, order }) => order.map((one) => ({ disaster, ...one }))),
  });

/** Loss in a year, in closed form. */
export const yearTable = ({ loss }: StrategyResult): Table =>
  tabulate({
    key: 'annual-loss',
    title: 'Loss in a year',
    layout: 'list',
    columns: year,
    rows: loss ? [loss] : [],
  });
