/**
 * A dimension: the units that are parsed and those used for output. Parser and formatter are both
 * in this file, so that all output can be parsed again.
 */
export interface Dimension<Q extends number = number> {
  /** The type of its quantities; exists at compile time only. */
  readonly quantity?: Q;
  /** For messages, e.g. `a size`. */
  readonly what: string;
  /** An example value as written in a scenario, e.g. `4 TiB`. */
  readonly example: string;
  /** Every unit that is parsed, with its size in base units. */
  readonly units: Readonly<Record<string, number>>;
  /** The units used for output, from small to large; zero is printed in the first. */
  readonly shown: readonly string[];
  /** Whether a number without a unit is accepted as base units (fractions, counts, ratios). */
  readonly bare?: true;
  /**
   * The least and the most that a file may state, apart from 0, in base units: far beyond what
   * exists, and so that no figure made of several of them overflows or vanishes.
   */
  readonly range: readonly [least: number, most: number];
  /** Rejected spellings, such as KB, with the unit or units to suggest instead. */
  readonly refused?: Readonly<Record<string, string | readonly string[]>>;
}

/** A value in base units, or a message and a hint. */
export type Parsed<Q extends number = number> =
  | { readonly ok: true; readonly value: Q }
  | { readonly ok: false; readonly message: string; readonly hint: string };

const NUMBER = /^([+-]?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/u;

/** Matches numbers with a comma, which are ambiguous: 1,000 or 1,5. */
const COMMA = /^[+-]?\d+,\d/;

/**
 * Parses a number with its unit to base units.
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

/** Parses a number with its unit as a file states it: one beyond the range is refused. */
export function parseStated<Q extends number>(dimension: Dimension<Q>, text: string): Parsed<Q> {
  const parsed = parse(dimension, text);
  const wrong = parsed.ok ? outOfRange(dimension, parsed.value) : undefined;
  return wrong ? { ok: false, ...wrong } : parsed;
}

/**
 * What is wrong with a value that no file may state; undefined if it is in range.
 *
 * @example
 * outOfRange(SIZE, 1e30) // { message: 'is too large', hint: 'write at most 1000000 EB' }
 */
export function outOfRange(
  dimension: Dimension,
  value: number,
): { readonly message: string; readonly hint: string } | undefined {
  const [least, most] = dimension.range;
  const amount = Math.abs(value);
  if (amount > most) {
    return { message: 'is too large', hint: `write at most ${exact(dimension, most)}` };
  }
  if (amount === 0 || amount >= least) return undefined;
  return { message: 'is too small', hint: `write at least ${exact(dimension, least)}` };
}

const howTo = ({ bare, example }: Dimension): string =>
  `write a number${bare ? '' : ' and a unit'}, for example "${example}"`;

function insteadOf(dimension: Dimension, digits: string, unit: string): string {
  const refused = dimension.refused;
  const listed = refused && Object.hasOwn(refused, unit) ? refused[unit] : undefined;
  const instead = listed ?? likelyUnit(dimension, unit);
  if (instead === undefined) return `${howTo(dimension)}; units are ${someUnits(dimension)}`;
  return `write ${[instead]
    .flat()
    .map((name) => `"${digits} ${name}"`)
    .join(' or ')}`;
}

/** Rewrites of common spellings to known units. */
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

/** The known unit that a spelling probably means: an exact match, or else ignoring case. */
function likelyUnit({ units }: Dimension, unit: string): string | undefined {
  const names = Object.keys(units);
  const rewritten = REWRITES.reduce((text, [from, to]) => text.replace(from, to), unit);
  const small = rewritten.toLowerCase();
  return (
    names.find((name) => name === rewritten) ?? names.find((name) => name.toLowerCase() === small)
  );
}

/** The units for a hint; of a long list (rates have hundreds) only those used for output. */
function someUnits({ units, shown }: Dimension): string {
  const names = Object.keys(units);
  return names.length <= MOST_LISTED ? names.join(', ') : `${shown.join(', ')} and others`;
}

const MOST_LISTED = 24;

/**
 * The largest output unit in which the value is at least 1. To format a column in one unit, pass
 * its largest value.
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
 * Formats a value for display with `digits` significant digits.
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
 * Formats a value without loss: in the largest output unit from which `parse` returns exactly the
 * same number.
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

/** Formats a number with `digits` significant digits, without exponent or trailing zeros. */
export function significant(value: number, digits: number): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(digits));
  const decimals = rounded === 0 ? 0 : digits - 1 - Math.floor(Math.log10(Math.abs(rounded)));
  const text = BigInt(Math.trunc(rounded)).toString();
  if (decimals <= 0 || Number.isInteger(rounded)) return text;
  return rounded.toFixed(Math.min(20, decimals)).replace(/\.?0+$/, '');
}
