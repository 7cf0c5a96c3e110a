/**
 * One table a dimension: which units can be read and which are used to print. A dimension has one
 * parser and one printer, both here, so that what is printed can always be read back.
 */
export interface Dimension<Q extends number = number> {
  /** The type of its quantities; known to the compiler only. */
  readonly quantity?: Q;
  /** For messages, e.g. `a size`. */
  readonly what: string;
  /** A value as one would write it in a scenario, e.g. `4 TiB`. */
  readonly example: string;
  /** Every unit that can be read, with its size in base units. */
  readonly units: Readonly<Record<string, number>>;
  /** The units people are shown, from small to large; the first also prints zero. */
  readonly shown: readonly string[];
  /** Whether a bare number may be read as base units (fractions and counts only). */
  readonly bare?: true;
  /** Writings that look right and are not, with what to write instead: one unit, or several. */
  readonly refused?: Readonly<Record<string, string | readonly string[]>>;
}

/** A value in base units, or what is wrong with the text and what to write instead. */
export type Parsed<Q extends number = number> =
  | { readonly ok: true; readonly value: Q }
  | { readonly ok: false; readonly message: string; readonly hint: string };

const NUMBER = /^([+-]?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/u;

/** People write 1,000 or 1,5; which of the two is meant cannot be told. */
const COMMA = /^[+-]?\d+,\d/;

/**
 * Reads a number with its unit into base units.
 *
 * @example
 * parse(SIZE, '10 TB') // { ok: true, value: 1e13 }
 */
export function parse<Q extends number>(dimension: Dimension<Q>, text: string): Parsed<Q> {
  const hint = howTo(dimension);
  const written = text.trim();
  if (COMMA.test(written)) {
    const message = `"${text}" has a comma in its number`;
    return {
      ok: false,
      message,
      hint: 'write 1000 or 1_000 for a thousand, 1.5 for one and a half',
    };
  }
  const match = NUMBER.exec(written);
  if (!match) return { ok: false, message: `"${text}" is not ${dimension.what}`, hint };
  const [, digits = '', unit = ''] = match;
  const number = Number(digits.replaceAll('_', ''));
  if (!Number.isFinite(number)) {
    return { ok: false, message: `"${text}" is not a finite number`, hint };
  }
  if (unit === '') {
    if (dimension.bare) return { ok: true, value: number as Q };
    return { ok: false, message: `${digits} has no unit`, hint };
  }
  const factor = Object.hasOwn(dimension.units, unit) ? dimension.units[unit] : undefined;
  if (factor === undefined) {
    const message = `"${unit}" is not a unit of ${dimension.what}`;
    return { ok: false, message, hint: insteadOf(dimension, digits, unit) };
  }
  const value = number * factor;
  if (!Number.isFinite(value)) return { ok: false, message: `"${text}" is too large`, hint };
  return { ok: true, value: value as Q };
}

const howTo = ({ bare, example }: Dimension): string =>
  `write a number${bare ? '' : ' and a unit'}, for example "${example}"`;

function insteadOf(dimension: Dimension, digits: string, unit: string): string {
  const refused = dimension.refused;
  const listed = refused && Object.hasOwn(refused, unit) ? refused[unit] : undefined;
  const instead = listed ?? meant(dimension, unit);
  if (instead === undefined) return `${howTo(dimension)}; units are ${someUnits(dimension)}`;
  return `write ${[instead]
    .flat()
    .map((name) => `"${digits} ${name}"`)
    .join(' or ')}`;
}

/** Other ways in which people write units that are known. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/\s+/g, ''],
  [/([a-z%])per([a-z])/gi, '$1/$2'],
  [/bps$/, 'bit/s'],
  [/Bps$/, 'B/s'],
  [/bits?\b/gi, 'bit'],
  [/bytes?\b/gi, 'B'],
  [/(\/|^)(?:seconds?|secs?)$/i, '$1s'],
  [/(\/|^)(?:minutes?|mins?)$/i, '$1min'],
  [/(\/|^)(?:hours?|hrs?)$/i, '$1h'],
  [/(\/|^)(?:years?|yrs?|y|a)$/i, '$1year'],
  [/(\/|^)(?:months?|mon)$/i, '$1month'],
  [/(\/|^)(?:weeks?|wks?|w)$/i, '$1week'],
  [/(\/|^)(?:days?)$/i, '$1day'],
  [/percent/i, '%'],
];

/** The known unit that a writing stands for; letters may be large or small where they do not tell. */
function meant({ units }: Dimension, unit: string): string | undefined {
  const names = Object.keys(units);
  const rewritten = REWRITES.reduce((text, [from, to]) => text.replace(from, to), unit);
  const small = rewritten.toLowerCase();
  return (
    names.find((name) => name === rewritten) ?? names.find((name) => name.toLowerCase() === small)
  );
}

/** Rates have hundreds of units; the ones that are shown stand for them. */
function someUnits({ units, shown }: Dimension): string {
  const names = Object.keys(units);
  return names.length <= MOST_LISTED ? names.join(', ') : `${shown.join(', ')} and others`;
}

const MOST_LISTED = 24;

/**
 * Picks the largest shown unit in which the value is at least 1, so that one scale can serve a
 * whole column: pass the column's largest value.
 */
export function scaleFor(dimension: Dimension, value: number): string {
  const size = Math.abs(value);
  let chosen = dimension.shown[0] ?? '';
  for (const unit of dimension.shown) {
    if (size >= (dimension.units[unit] ?? Infinity) * 0.9995) chosen = unit;
  }
  return chosen;
}

/**
 * Prints a value for people with `digits` significant digits.
 *
 * @example
 * format(SIZE, 1.5e12) // '1.5 TB'
 */
export function format(
  dimension: Dimension,
  value: number,
  digits = 3,
  unit = scaleFor(dimension, value),
): string {
  const scaled = value / (dimension.units[unit] ?? 1);
  return `${significant(scaled, digits)} ${unit}`.trim();
}

/**
 * Prints a value so that `parse` gives exactly the same number back: the largest shown unit that
 * loses nothing.
 */
export function exact(dimension: Dimension, value: number): string {
  if (value === 0) return `0 ${dimension.shown[0] ?? ''}`.trim();
  for (const unit of [...dimension.shown].reverse()) {
    const factor = dimension.units[unit] ?? 1;
    const text = String(value / factor);
    const plain = Math.abs(value / factor) >= 1 || unit === dimension.shown[0];
    const short = !text.includes('e') && text.length <= 12;
    if (plain && short && Number(text) * factor === value) return `${text} ${unit}`.trim();
  }
  const base = Object.entries(dimension.units).find(([, factor]) => factor === 1)?.[0] ?? '';
  return `${value} ${base}`.trim();
}

/** A number with so many significant digits, without an exponent or needless zeros. */
export function significant(value: number, digits: number): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(digits));
  const decimals = rounded === 0 ? 0 : digits - 1 - Math.floor(Math.log10(Math.abs(rounded)));
  const text = BigInt(Math.trunc(rounded)).toString();
  if (decimals <= 0 || Number.isInteger(rounded)) return text;
  return rounded.toFixed(Math.min(20, decimals)).replace(/\.?0+$/, '');
}
