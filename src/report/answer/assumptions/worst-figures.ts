import type { Unit } from '../../result/figure.ts';
import type { StrategyResult } from '../../result/result.ts';
import { usualJob } from '../usual-job.ts';

/** Figures by which a strategy is told to be good or bad: the more the worse. */
export const WORST_FIGURES = {
  'peak stored': 'bytes',
  'nightly job': 'seconds',
  'slowest ordinary restore': 'seconds',
  'back after a disaster': 'seconds',
  'longest gap between points': 'seconds',
  'cost a year': 'money',
} as const satisfies Readonly<Record<string, Unit>>;

/** The name of such a figure. */
export type WorstFigure = keyof typeof WORST_FIGURES;

const OF: Readonly<Record<WorstFigure, (strategy: StrategyResult) => number | undefined>> = {
  'peak stored': ({ stored }) => stored.peak.p50,
  'nightly job': ({ jobs }) => usualJob(jobs)?.seconds.p50,
  'slowest ordinary restore': ({ recovery }) => recovery.worst?.seconds.p50,
  'back after a disaster': ({ disasters }) =>
    disasters.reduce<number | undefined>(
      (most, { takesData, recovery }) =>
        takesData && recovery ? Math.max(most ?? 0, recovery.worst.p50) : most,
      undefined,
    ),
  'longest gap between points': ({ rpo }) => rpo.continuous?.p50,
  'cost a year': ({ cost }) => cost?.total.p50,
};

/** A figure that moved: from what to what, and by how much of itself. */
export interface Move {
  readonly figure: WorstFigure;
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/**
 * The figure that moves most between two runs of a strategy, by its ratio up or down; what is zero or
 * missing in either is left out.
 *
 * @example mostMoved(before, after) // { figure: 'peak stored', from: 2e12, to: 5e12, by: 1.5 }
 */
export function mostMoved(before: StrategyResult, after: StrategyResult): Move | null {
  let most: Move | null = null;
  for (const figure of Object.keys(WORST_FIGURES) as WorstFigure[]) {
    const [from = 0, to = 0] = [OF[figure](before), OF[figure](after)];
    if (from === 0 || to === 0) continue;
    const by = Math.max(from / to, to / from) - 1;
    if (most === null || by > most.by) most = { figure, from, to, by };
  }
  return most;
}
