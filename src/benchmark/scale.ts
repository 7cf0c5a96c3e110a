import type { Recipe } from './datasets/recipe.ts';
import { workOf } from './doubts.ts';
import type { Measurement } from './measurement.ts';
import type { BenchPlan } from './plan.ts';

/** How many times as large each made dataset is as the plan says, by name; 1 for the others. */
export type Scale = Readonly<Record<string, number>>;

/** A plan whose made datasets have more files, or shards; each file stays as large as it is. */
export function scaled(plan: BenchPlan, scale: Scale): BenchPlan {
  const datasets = plan.datasets.map((dataset) =>
    dataset.kind === 'made'
      ? { ...dataset, recipe: scaledRecipe(dataset.recipe, scale[dataset.name] ?? 1) }
      : dataset,
  );
  return { ...plan, datasets };
}

const scaledRecipe = (recipe: Recipe, by: number): Recipe =>
  recipe.kind === 'files'
    ? { ...recipe, files: Math.ceil(recipe.files * by) }
    : { ...recipe, shards: Math.ceil(recipe.shards * by) };

/** Kinds of steps whose work grows with the dataset. */
const GROWING: readonly Measurement['kind'][] = ['backup', 'check', 'restore', 'verify'];

/** Work differs from run to run, so a little more than asked for is aimed at. */
const SPARE = 1.2;
/** By how much a pilot may enlarge a dataset: what a step takes at any size hides what grows. */
const [SMALLEST, LARGEST] = [1.5, 16];

/**
 * How large made datasets should be, so that each step that grows with them holds so much work:
 * what a pilot was, times what its shortest step lacks.
 *
 * @param scale of the pilot.
 * @param least seconds of processor time.
 * @returns the same scale if no step is too short.
 *
 * @example
 * // Its shortest step took 0.4 s.
 * enlarged(plan, { office: 2 }, lines, 1) // { office: 6 }, as 2 × 1.2 × 1 ÷ 0.4
 */
export function enlarged(
  plan: BenchPlan,
  scale: Scale,
  lines: readonly Measurement[],
  least: number,
): Scale {
  const next = plan.datasets
    .filter(({ kind }) => kind === 'made')
    .map(({ name }) => {
      const now = scale[name] ?? 1;
      const works = lines
        .filter(({ dataset, outcome }) => dataset === name && outcome === 'done')
        .filter(({ kind, part }) => GROWING.includes(kind) && part !== 'one file')
        .flatMap((line) => workOf(line) ?? []);
      const shortest = Math.min(...works);
      if (shortest >= least) return [name, now] as const;
      const lacks = Math.min(LARGEST, Math.max(SMALLEST, (SPARE * least) / shortest));
      return [name, now * lacks] as const;
    });
  return Object.fromEntries(next);
}
