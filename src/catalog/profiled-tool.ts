import type { Tool } from './tool.ts';

/** Between which ends a quantity lay in what was measured. */
export interface MeasuredRange {
  readonly least: number;
  readonly most: number;
}

/**
 * How far one figure of a profile may be trusted.
 *
 * @property figure seconds of backups, of restores, or bytes that a backup adds.
 * @property label A best, D not to plan on.
 * @property error median error on data that the fit had not seen, as a share; null: there was one dataset.
 * @property hull what was measured: files, bytes read, compressibility, bytes in the store.
 */
export interface Trust {
  readonly figure: 'backup' | 'restore' | 'stored';
  readonly label: 'A' | 'B' | 'C' | 'D';
  readonly error: number | null;
  readonly hull: Readonly<Record<'files' | 'read' | 'ratio' | 'held', MeasuredRange>>;
}

/**
 * A tool as measurements of one machine know it, in place of what the catalog says of it.
 *
 * @property tool with the terms that were fitted.
 * @property rows with terms that could have been: those of a row belong together.
 * @property nights measured ÷ foretold seconds of the backups that were measured, each foretold without its like.
 * @property trust of each figure that was fitted.
 * @property measured the day of the measurements, and on which machine, in words.
 */
export interface ProfiledTool {
  readonly tool: Tool;
  readonly rows: readonly Tool[];
  readonly nights: readonly number[];
  readonly trust: readonly Trust[];
  readonly measured: { readonly on: string; readonly machine: string };
}
