import { type Dimension, scaleFor, significant } from '../../units/dimension.ts';
import { BINARY_SIZE, DURATION, SIZE } from '../../units/dimensions.ts';
import type { Unit } from './figure.ts';

/** A number ready to read: in its unit, and for sizes in binary units as well. */
export interface Scaled {
  readonly number: string;
  readonly unit: string;
  /** The same size in binary units, e.g. `11.2 TiB`; empty for all else. */
  readonly also: string;
}

/** Prints figures of one kind in one scale; in the unit of another figure where it stands `beside` it. */
export type Scale = (value: number, beside?: number) => Scaled;

const DIGITS = 3;
/** A size below this in the unit of its column is too small to read: it gets its own unit. */
const SMALLEST = 0.1;
/** Hours have no tenths that people think in: half an hour is 30 min, also beside 14 h. */
const SMALLEST_DURATION = 1;
/** A number with more digits than this before its point is hard to take in: it gets its own unit. */
const LARGEST = 1000;
/** Up to two days people count in hours: a day's gap reads as 24 h, not as 1 d. */
const HOURS_UP_TO = 2 * 86_400;

/**
 * One scale for all the figures of a column, so that they can be compared at a glance. A size that
 * would read as less than 0.1 and a time that would read as less than 1 take their own unit.
 *
 * @example
 * scaleOf('bytes', [12e12, 3e11])(3e11) // { number: '0.3', unit: 'TB', also: '0.273 TiB' }
 */
export function scaleOf(unit: Unit, values: readonly number[]): Scale {
  if (unit === 'share') return (value) => ({ number: percent(value), unit: '%', also: '' });
  if (unit === 'money') return (value) => ({ number: amount(value), unit: '', also: '' });
  if (unit === 'count') return (value) => ({ number: whole(value), unit: '', also: '' });
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (unit === 'seconds') {
    return (value, beside = value) => ({
      ...scaled(DURATION, value, { largest, beside }),
      also: '',
    });
  }
  return (value, beside = value) => {
    const { number, unit: decimal } = scaled(SIZE, value, { largest, beside });
    return { number, unit: decimal, also: binaryOf(value, decimal) };
  };
}

/** The twin of a decimal unit, TiB of TB, so that both numbers of a cell have the same size. */
function binaryOf(value: number, decimal: string): string {
  const binary = BINARY_SIZE.shown[SIZE.shown.indexOf(decimal)];
  // Below a kilobyte both read the same, and nothing needs no second unit.
  if (value === 0 || binary === undefined || binary === decimal) return '';
  return `${significant(value / (BINARY_SIZE.units[binary] ?? 1), DIGITS)} ${binary}`;
}

function scaled(
  dimension: Dimension,
  value: number,
  { largest, beside }: { readonly largest: number; readonly beside: number },
): Omit<Scaled, 'also'> {
  const common = largest === 0 && dimension === DURATION ? 's' : unitFor(dimension, largest);
  const inCommon = Math.abs(beside) / (dimension.units[common] ?? 1);
  const small = beside !== 0 && inCommon < (dimension === DURATION ? SMALLEST_DURATION : SMALLEST);
  const unit = small || inCommon >= LARGEST ? unitFor(dimension, beside) : common;
  return { number: significant(value / (dimension.units[unit] ?? 1), DIGITS), unit };
}

const unitFor = (dimension: Dimension, value: number): string =>
  dimension === DURATION && Math.abs(value) >= 3600 && Math.abs(value) <= HOURS_UP_TO
    ? 'h'
    : scaleFor(dimension, value);

/** A share that is not whole never reads as 100 %, nor one that is not nothing as 0 %. */
function percent(share: number): string {
  for (let digits = DIGITS; digits < 12; digits++) {
    const shown = significant(share * 100, digits);
    if (shown !== '100' || share === 1) return shown;
  }
  return share < 1 ? '<100' : '>100';
}

/** Money to three digits, from a thousand on to the whole unit, in groups of three digits. */
function amount(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) < 1000) return significant(value, DIGITS);
  return Math.round(value).toLocaleString('en-US');
}

/** Numbers of things keep every digit before the point. */
function whole(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return String(value);
  const before = Math.abs(Math.trunc(value)).toString().length;
  return significant(value, Math.max(DIGITS, before));
}
