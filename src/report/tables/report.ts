import { inOrder } from '../result/order.ts';
import type { Result, StrategyResult } from '../result/result.ts';
import { assumptionsTable } from './assumptions.ts';
import { compareTable } from './compare.ts';
import { copiesTable } from './copies.ts';
import { defaultsTable } from './defaults.ts';
import { lossTable, orderTable, recoveriesTable, yearTable } from './disasters.ts';
import { gapTable } from './gap.ts';
import { jobsTable, termsTable } from './jobs.ts';
import { costLinesTable, costTable } from './money/cost.ts';
import { cartridgesTable, cashTable, purchasesTable } from './money/purchases.ts';
import { objectivesTable } from './objectives.ts';
import { recoveryTable } from './recovery.ts';
import { pointsTable, retentionTable } from './retention.ts';
import { rulesTable } from './rules.ts';
import { byWorkloadTable, schedulesTable } from './schedules.ts';
import { storedTable, storesTable } from './storage.ts';
import type { Table } from './table.ts';
import { trafficTable } from './traffic.ts';
import { trainingTables } from './training.ts';
import { verificationTable } from './verification.ts';
import { warningsTable } from './warnings.ts';
import { windowTable } from './window.ts';
import { workloadsTable } from './workloads.ts';

/** The answers about one strategy, in the order in which a planner asks. */
export interface StrategyReport {
  readonly name: string;
  readonly tables: readonly Table[];
}

/** Every answer as a table, before any rendering. */
export interface Report {
  readonly comparison: Table;
  /** Without rows where nothing is recommended. */
  readonly assumptions: Table;
  readonly workloads: Table;
  /** Without rows where nothing is trained. */
  readonly training: readonly Table[];
  readonly strategies: readonly StrategyReport[];
  readonly warnings: Table;
  readonly defaults: Table;
}

/**
 * Turns a result into the tables of its answers.
 *
 * @param only the strategy that alone is asked for.
 * @example
 * reportOf(result).comparison.rows.length // 2, for two strategies
 */
export function reportOf(result: Result, only?: string): Report {
  const strategies = inOrder(result).filter(({ name }) => only === undefined || name === only);
  return {
    comparison: compareTable(strategies),
    assumptions: assumptionsTable(result),
    workloads: workloadsTable(result),
    training: trainingTables(result),
    strategies: strategies.map((strategy) => ({
      name: strategy.name,
      tables: tablesOf(strategy, result.trials),
    })),
    warnings: warningsTable(result),
    defaults: defaultsTable(result),
  };
}

const tablesOf = (strategy: StrategyResult, trials: number): readonly Table[] => [
  objectivesTable(strategy, trials),
  rulesTable(strategy),
  schedulesTable(strategy),
  byWorkloadTable(strategy),
  windowTable(strategy),
  gapTable(strategy),
  yearTable(strategy),
  costTable(strategy),
  pointsTable(strategy),
  verificationTable(strategy),
  storedTable(strategy),
  jobsTable(strategy),
  termsTable(strategy),
  storesTable(strategy),
  cartridgesTable(strategy),
  costLinesTable(strategy),
  purchasesTable(strategy),
  cashTable(strategy),
  copiesTable(strategy),
  recoveryTable(strategy),
  lossTable(strategy),
  recoveriesTable(strategy),
  orderTable(strategy),
  retentionTable(strategy, trials),
  trafficTable(strategy),
];
