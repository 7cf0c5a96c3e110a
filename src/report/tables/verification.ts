import type { StrategyResult } from '../result/result.ts';
import { bytes, count, ifAny, seconds } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

const columns: readonly Column<StrategyResult['verification']>[] = [
  count('checks', 'checks', (checking) => checking.count),
  seconds('time', 'time they took', (checking) => checking.seconds),
  ifAny(seconds('core_time', 'of all cores together', (checking) => checking.coreSeconds)),
  bytes('checked', 'data checked', (checking) => checking.bytes),
  seconds('exposure', 'silent damage goes unseen for', (checking) => checking.exposure),
];

/** What checking costs in the whole time. */
export const verificationTable = ({ verification }: StrategyResult): Table =>
  tabulate({
    key: 'verification',
    title: 'Checking',
    layout: 'list',
    columns,
    rows: [verification],
  });
