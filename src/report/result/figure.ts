import type { Estimate } from '../../stats/estimate.ts';

/** What a figure is counted in; machines get exactly this, people a scale of it. */
export type Unit = 'bytes' | 'seconds' | 'share' | 'count' | 'money';

/** When something happened, over the trials, as `Result` writes it: instants are ISO text in UTC. */
export interface DateSpread {
  readonly p05: string | null;
  readonly p50: string | null;
  readonly p95: string | null;
  readonly never: number;
}

/**
 * What stands in one place of a table. A `name` comes from somebody's file and is never trusted; a
 * `text` is our own words; `none` says why there is no figure.
 */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly unit: Unit;
      readonly value: Estimate;
      /** Whether it may be more: a part of it is not known. */
      readonly atLeast?: true;
    }
  | { readonly kind: 'date'; readonly value: DateSpread }
  | {
      readonly kind: 'verdict';
      readonly good: boolean;
      readonly text: string;
      /** What stands below it in small: how sure it is, and why. Names among it are not trusted. */
      readonly beside?: readonly string[];
    }
  | { readonly kind: 'none'; readonly text: string };

/** A cell with our own words. */
export const text = (words: string): Cell => ({ kind: 'text', text: words });
/** A cell with a name from somebody's file: renderers make it safe before they show it. */
export const name = (given: string): Cell => ({ kind: 'name', text: given });
/** A cell without a figure, and why there is none. */
export const none = (why: string): Cell => ({ kind: 'none', text: why });
/** A cell with an instant, as it varies over the trials. */
export const date = (value: DateSpread): Cell => ({ kind: 'date', value });

/** Whether a promise is kept, in words that can be read without colour. */
export const verdict = (good: boolean, words: string, beside: readonly string[] = []): Cell => ({
  kind: 'verdict',
  good,
  text: words,
  ...(beside.length > 0 && { beside }),
});

/** A figure in base units; a plain number has no spread. */
export const figure = (unit: Unit, value: Estimate | number): Cell => ({
  kind: 'figure',
  unit,
  value: typeof value === 'number' ? { mean: value, p05: value, p50: value, p95: value } : value,
});

/** A figure that may be missing, with the reason where it is. */
export const figureOr = (unit: Unit, value: Estimate | number | null, why: string): Cell =>
  value === null ? none(why) : figure(unit, value);

/** The same cell; a figure that is not whole says that it is at least that. */
export const wholeOr = (cell: Cell, isWhole: boolean): Cell =>
  cell.kind === 'figure' && !isWhole ? { ...cell, atLeast: true } : cell;

/** A single instant, the same in every trial. */
export const always = (at: string): DateSpread => ({ p05: at, p50: at, p95: at, never: 0 });
