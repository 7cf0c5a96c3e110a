import { name, verdict } from '../result/figure.ts';
import type { Result } from '../result/result.ts';
import type { TierResult, TrainingResult } from '../result/training.ts';
import { asMean, bytes, count, ifAny, label, money, seconds, share, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

/** A tier and the run it belongs to. */
interface Row {
  readonly run: string;
  readonly tier: TierResult;
}

const NOT_NEEDED = 'never: no failure needs it';

const runColumns = (currency: string): readonly Column<TrainingResult>[] => [
  label('run', 'training run', (run) => name(run.name)),
  bytes('checkpoint', 'checkpoint', ({ checkpointBytes }) => checkpointBytes),
  count('accelerators', 'accelerators', ({ accelerators }) => accelerators),
  seconds('mtbf', 'fails every', ({ mtbf }) => mtbf),
  share('waste', 'time lost', ({ waste }) => waste),
  share('effective', 'effective time', ({ effective }) => effective),
  ifAny(money('cost_per_year', `lost a year (${currency})`, ({ costPerYear }) => costPerYear)),
  words('progress', 'gets ahead', ({ noProgress }) =>
    verdict(!noProgress, noProgress ? 'no progress' : 'yes'),
  ),
];

const tierColumns = (currency: string): readonly Column<Row>[] => [
  label('run', 'training run', ({ run }) => name(run)),
  label('tier', 'tier', ({ tier }) => name(tier.name)),
  seconds('save', 'a save holds up', ({ tier }) => tier.saveSeconds),
  ifAny(seconds('persist', 'then written for', ({ tier }) => tier.persistSeconds || null, 'none')),
  seconds('interval', 'save every', ({ tier }) => tier.interval.chosen, NOT_NEEDED),
  seconds('young', 'Young', ({ tier }) => tier.interval.young, NOT_NEEDED),
  seconds('daly', 'Daly', ({ tier }) => tier.interval.daly, NOT_NEEDED),
  seconds('lost_work', 'work lost', ({ tier }) => tier.lostWork, 'none'),
  seconds('restore', 'restore', ({ tier }) => tier.restoreSeconds),
  asMean(share('waste', 'time lost', ({ tier }) => tier.waste.total)),
  bytes('held', 'holds', ({ tier }) => tier.bytesHeld),
  bytes('written', 'written a day', ({ tier }) => tier.bytesPerDay),
  ifAny(money('cost_per_year', `lost a year (${currency})`, ({ tier }) => tier.costPerYear)),
];

/** How much of their time training runs lose to failures, and how often to save where. */
export function trainingTables({ training }: Result): readonly Table[] {
  const currency = training[0]?.currency ?? '';
  return [
    tabulate({
      key: 'training',
      title: 'Training runs',
      notes: training.some(({ noProgress }) => noProgress)
        ? ['no save that counts is expected within a year: save faster, or on more tiers']
        : [],
      columns: runColumns(currency),
      rows: training,
    }),
    tabulate({
      key: 'training_tiers',
      title: 'Where training runs save, and how often',
      columns: tierColumns(currency),
      rows: training.flatMap(({ name: run, tiers }) => tiers.map((tier) => ({ run, tier }))),
    }),
  ];
}
