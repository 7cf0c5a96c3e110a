import type { MeasuredRun } from './measured-run.ts';
import type { Quantities } from './quantities.ts';

/** Between which ends a quantity lay in the runs of a calibration. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The quantities whose ranges bound what a calibration has seen. */
export const HULL_QUANTITIES = [
  'files',
  'read',
  'ratio',
  'held',
] as const satisfies readonly (keyof Quantities)[];

/** What a calibration has seen, by quantity. */
export type Hull = Readonly<Record<(typeof HULL_QUANTITIES)[number], Range>>;

/** The hull of measured runs. @throws RangeError without runs. */
export function hullOf(runs: readonly MeasuredRun[]): Hull {
  if (runs.length === 0) throw new RangeError('a hull needs at least one run');
  const range = (quantity: keyof Quantities): Range => {
    const values = runs.map(({ quantities }) => quantities[quantity]);
    return {
      least: values.reduce((a, b) => Math.min(a, b)),
      most: values.reduce((a, b) => Math.max(a, b)),
    };
  };
  return {
    files: range('files'),
    read: range('read'),
    ratio: range('ratio'),
    held: range('held'),
  };
}

/** How far a run lies outside of what was seen: in which quantity, and by which factor. */
export interface Beyond<Quantity extends keyof Hull = keyof Hull> {
  readonly quantity: Quantity;
  readonly factor: number;
}

/**
 * The quantity in which a run lies farthest outside; null if it lies inside. Quantities below what was
 * seen count where they are not 0: of nothing there is nothing to be foretold. Those that are not known
 * of the run are left out.
 *
 * @example
 * beyond({ ...hull, files: { least: 10, most: 1000 } }, { ...run, files: 4200 })
 * // { quantity: 'files', factor: 4.2 }
 */
export function beyond<Quantity extends keyof Hull>(
  hull: Hull,
  run: Readonly<Record<Quantity, number>>,
): Beyond<Quantity> | null {
  let worst: Beyond<Quantity> | null = null;
  for (const quantity of HULL_QUANTITIES.filter(
    (one): one is Quantity & keyof Hull => one in run,
  )) {
    const { least, most } = hull[quantity];
    const value = run[quantity];
    const factor = value > most ? value / Math.max(most, 1) : value > 0 ? least / value : 1;
    if (factor > 1.001 && factor > (worst?.factor ?? 1)) worst = { quantity, factor };
  }
  return worst;
}
