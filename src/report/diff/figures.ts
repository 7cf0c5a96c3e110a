import { usualJob } from '../answer/usual-job.ts';
import type { Unit } from '../result/figure.ts';
import type { StrategyResult } from '../result/result.ts';

/**
 * Figures by which answers are compared, each with what it is counted in and whether more of it is
 * worse. The names are those of `--fail-on` and of sweeps.
 */
export const FIGURES = {
  cost: { unit: 'money', worse: 'more', of: ({ cost }) => cost?.total.p50 ?? null },
  peak: { unit: 'bytes', worse: 'more', of: ({ stored }) => stored.peak.p50 },
  night: { unit: 'seconds', worse: 'more', of: ({ jobs }) => usualJob(jobs)?.seconds.p50 ?? null },
  window: { unit: 'share', worse: 'less', of: ({ window }) => window.fits?.p50 ?? null },
  rpo: { unit: 'seconds', worse: 'more', of: (one) => judged(one, 'rpo', gapOf) },
  rto: { unit: 'seconds', worse: 'more', of: (one) => judged(one, 'rto', restoreOf) },
  fill: { unit: 'share', worse: 'more', of: fullest },
  loss: { unit: 'share', worse: 'more', of: ({ loss }) => loss?.probability.p50 ?? null },
} as const satisfies Readonly<Record<string, Measured>>;

/** One figure by which answers are compared. */
interface Measured {
  readonly unit: Unit;
  readonly worse: 'more' | 'less';
  readonly of: (strategy: StrategyResult) => number | null;
}

/** The name of a figure by which answers are compared. */
export type FigureName = keyof typeof FIGURES;

/** All names of figures. */
export const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];

/** What stands in a figure's place in a heading. */
export const HEADINGS: Readonly<Record<FigureName, string>> = {
  cost: 'cost a year',
  peak: 'peak stored',
  night: 'nightly job',
  window: 'nights that fit',
  rpo: 'longest gap (RPO)',
  rto: 'restore (RTO)',
  fill: 'fullest store',
  loss: 'all lost in a year',
};

/**
 * The figures of one strategy; null where there is none.
 *
 * @example figuresOf(strategy)[1] // { figure: 'peak', unit: 'bytes', value: 31e12 }
 */
export const figuresOf = (strategy: StrategyResult) =>
  FIGURE_NAMES.map((figure) => ({
    figure,
    unit: FIGURES[figure].unit,
    value: FIGURES[figure].of(strategy),
  }));

/**
 * The worst of what is judged under a name, null where nothing is left; of a strategy of which it is
 * not judged, the longest gap between points or the slowest ordinary restore.
 */
function judged(
  strategy: StrategyResult,
  name: 'rpo' | 'rto',
  otherwise: (strategy: StrategyResult) => number | null,
): number | null {
  const own = strategy.objectives.filter((objective) => objective.name === name);
  if (own.length === 0) return otherwise(strategy);
  return own.reduce<number | null>(
    (worst, { value }) => (worst === null || !value ? null : Math.max(worst, value.p50)),
    0,
  );
}

function gapOf({ rpo }: StrategyResult): number | null {
  return rpo.continuous?.p50 ?? null;
}

function restoreOf({ recovery }: StrategyResult): number | null {
  return recovery.worst?.seconds.p50 ?? null;
}

function fullest({ stored }: StrategyResult): number | null {
  const fills = stored.byStore.flatMap(({ capacity, fill }) => (capacity === null ? [] : fill.p50));
  return fills.length === 0 ? null : Math.max(...fills);
}
