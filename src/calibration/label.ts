import type { CrossValidation } from './fit/fit-model.ts';

/** How far a forecast may be trusted: A best, D not to plan on. */
export type Label = 'A' | 'B' | 'C' | 'D';

/** What each label says. */
export const LABELS: Readonly<Record<Label, string>> = {
  A: 'median error at most 10 %, and its 90 % intervals hold',
  B: 'median error at most 20 %',
  C: 'median error at most 35 %',
  D: 'not to plan on: measure more, or other shapes',
};

/**
 * The label of a model by how well it foretells groups that it has not seen. A needs intervals that
 * hold in 85 to 95 % (or more: they are then too wide, not wrong).
 *
 * @example
 * labelOf({ error: 0.08, holds: 0.9 }) // 'A'
 */
export function labelOf({ error, holds }: CrossValidation): Label {
  if (error === null) return 'D';
  if (error <= 0.1 && holds !== null && holds >= 0.85) return 'A';
  return error <= 0.2 ? 'B' : error <= 0.35 ? 'C' : 'D';
}

/** The worst label of some models, and the largest error: what rests on all of them is no better. */
export function worstOf(
  models: readonly { readonly label: Label; readonly error: number | null }[],
): { readonly label: Label; readonly error: number | null } {
  const labels = models.map(({ label }) => label).sort();
  const errors = models.map(({ error }) => error);
  return {
    label: labels.at(-1) ?? 'D',
    error: errors.some((error) => error === null) ? null : Math.max(...(errors as number[])),
  };
}
