import { figure, figureOr, text, type Unit, verdict } from './figure.ts';
import type { ObjectiveResult, StrategyResult } from './result.ts';
import { type Column, type Table, tabulate } from './table.ts';

const UNITS: Readonly<Record<ObjectiveResult['name'], Unit>> = {
  rpo: 'seconds',
  rto: 'seconds',
  window: 'share',
  fill: 'share',
};

const MEANINGS: Readonly<Record<ObjectiveResult['name'], string>> = {
  rpo: 'data lost at most (RPO)',
  rto: 'back after at most (RTO)',
  window: 'nights that fit at least',
  fill: 'stores full at most',
};

const shareOfTrials: Column<ObjectiveResult> = {
  key: 'met_share',
  heading: 'met in trials',
  dimension: 'share',
  better: 'more',
  of: ({ share }) => figure('share', share),
};

/** One run says nothing about how often an objective is met. */
const columnsFor = (trials: number): readonly Column<ObjectiveResult>[] => [
  {
    key: 'objective',
    heading: 'objective',
    dimension: 'words',
    better: 'neither',
    label: true,
    of: ({ name }) => text(MEANINGS[name]),
  },
  {
    key: 'limit',
    heading: 'limit',
    dimension: 'mixed',
    better: 'neither',
    of: ({ name, limit }) => figure(UNITS[name], limit),
  },
  {
    key: 'value',
    heading: 'reached',
    dimension: 'mixed',
    better: 'neither',
    of: ({ name, value }) => figureOr(UNITS[name], value, 'nothing to judge'),
  },
  ...(trials > 1 ? [shareOfTrials] : []),
  {
    key: 'met',
    heading: 'met',
    dimension: 'words',
    better: 'more',
    of: ({ met }) => verdict(met, met ? 'yes' : 'NO'),
  },
];

/** Which objectives a strategy meets, and by how much. */
export const objectivesTable = ({ objectives }: StrategyResult, trials: number): Table =>
  tabulate({
    key: 'objectives',
    title: 'Objectives',
    notes: objectives.length === 0 ? ['the scenario states no objectives'] : [],
    columns: columnsFor(trials),
    rows: objectives,
  });
