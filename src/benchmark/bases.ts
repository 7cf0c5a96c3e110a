import { seriesOf } from './combinations.ts';
import type { BenchPlan } from './plan.ts';
import type { PlannedBackup, Series } from './series.ts';

/**
 * The generation of the dataset that the base of a backup holds; null for a full, which has none.
 */
export function baseGenerationOf(
  { backups }: Pick<Series, 'backups'>,
  { point }: PlannedBackup,
): number | null {
  return point.base === null ? null : (backups[point.base]?.generation ?? null);
}

/**
 * The earlier generations that points of a generation are based on, over all tools of a plan, each
 * once; null stands for fulls.
 *
 * @example
 * basesOf(plan, 'office', 2) // [null, 0, 1]: fulls, differentials and incrementals
 */
export function basesOf(
  plan: BenchPlan,
  dataset: string,
  generation: number,
): readonly (number | null)[] {
  const bases = seriesOf(plan)
    .filter((series) => series.dataset === dataset)
    .flatMap((series) =>
      series.backups
        .filter((backup) => backup.generation === generation)
        .map((backup) => baseGenerationOf(series, backup)),
    );
  const earlier = bases.filter((base) => base !== generation);
  return [...new Set(earlier)].sort((a, b) => (a ?? -1) - (b ?? -1));
}
