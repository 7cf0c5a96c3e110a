import { format, significant } from '../units/dimension.ts';
import {
  BINARY_SIZE,
  DURATION,
  FRACTION,
  FRACTION_RATE,
  FREQUENCY,
  RATE,
  RATIO,
  SIZE,
} from '../units/dimensions.ts';
import type { Entry } from './entry.ts';
import type { Rule } from './rules/rule.ts';
import type { PriceUnit, Sourced, SourcedSeries } from './sourced.ts';

/** One field of an entry for display; the last four are empty if the field has no source. */
export interface FigureRow {
  readonly figure: string;
  readonly value: string;
  readonly grade: string;
  readonly source: string;
  readonly date: string;
  readonly note: string;
}

/** Whether a field of an entry is a number with its source. */
export const isSourced = (field: unknown): field is Sourced =>
  typeof field === 'object' && field !== null && 'value' in field && 'grade' in field;

/** Whether a field of an entry is a series of numbers with one source. */
export const isSeries = (field: unknown): field is SourcedSeries =>
  typeof field === 'object' && field !== null && 'values' in field && 'grade' in field;

/**
 * Formats a catalog number in a readable unit; binary sizes stay binary.
 *
 * @example
 * show({ value: 285e6, unit: 'B/s', ... }) // '285 MB/s'
 */
export function show({ value, unit }: Pick<Sourced, 'value' | 'unit'>): string {
  switch (unit) {
    case 'B':
      return format(
        value > 0 && value % 2 ** 19 === 0 && value % 1e6 !== 0 ? BINARY_SIZE : SIZE,
        value,
      );
    case 's':
      return value === 0 ? '0 s' : format(DURATION, value);
    case 'B/s':
      return format(RATE, value);
    case 'share':
      // More digits near 1, so that 99.99 % is not rounded to 100 %.
      return format(FRACTION, value, value >= 0.9995 && value < 1 ? 6 : 3);
    case 'share/day':
      return format(FRACTION_RATE, value / 86_400, 3, '%/day');
    case 'ratio':
      return format(RATIO, value);
    case '/s':
      return format(FREQUENCY, value);
    case '/bit':
      return `${value} a bit`;
    case 'times':
      return significant(value, 3);
    case 'USD':
      return `${significant(value, 3)} USD`;
    case 'count':
      return significant(value, 6);
    case 'nines':
      return `${value} nines`;
    case 'W':
    case 'U':
      return `${significant(value, 3)} ${unit}`;
    default:
      return `${significant(value, 6)} ${PER[unit]}`;
  }
}

const PER: Readonly<Record<PriceUnit, string>> = {
  'money/GiB/month': 'per GiB and month',
  'money/GB/month': 'per GB and month',
  'money/GiB': 'per GiB',
  'money/GB': 'per GB',
  'money/1000': 'per 1000',
  'money/1000/month': 'per 1000 and month',
};

/**
 * Every field of an entry except its name as rows, in declaration order. A rule has a row per
 * clause, with the source of its number.
 *
 * @example
 * figureRows({ kind: 'hash', data }) // [{ figure: 'title', value: 'MD5', ... }, { figure: 'rate', ... }]
 */
export const figureRows = (entry: Entry): readonly FigureRow[] =>
  entry.kind === 'rule'
    ? rowsOfRule(entry.data)
    : Object.entries(entry.data)
        .filter(([key]) => key !== 'name')
        .flatMap(([key, field]) => rowsOf(words(key), field));

function rowsOfRule(rule: Rule): readonly FigureRow[] {
  const { clauses, source, date, title, chinese, sector, year, notes } = rule;
  return [
    ...rowsOf('title', title),
    ...rowsOf('title in Chinese', chinese),
    ...rowsOf('sector', sector),
    ...rowsOf('edition', year),
    ...clauses.map(({ text, grade = rule.grade, note = '' }, index) => ({
      figure: `clause ${index + 1}`,
      value: text,
      grade,
      source,
      date,
      note,
    })),
    ...rowsOf('notes', notes),
  ];
}

function rowsOf(figure: string, field: unknown): readonly FigureRow[] {
  if (isSourced(field)) {
    const { grade, source, date, note = '', unit, range } = field;
    const own = { figure, value: show(field), grade, source, date, note };
    if (!range) return [own];
    const ends = [range.low, range.high].map((value) => show({ value, unit })).join(' to ');
    const { grade: sure, source: from, date: of, note: which } = range;
    const other = { grade: sure, source: from, date: of, note: which };
    return [own, { figure: `${figure}: range`, value: ends, ...other }];
  }
  if (isSeries(field)) {
    const { values, unit, grade, source, date, note = '' } = field;
    const value = values.map((each) => show({ value: each, unit })).join(', ');
    return [{ figure, value, grade, source, date, note }];
  }
  if (Array.isArray(field)) return field.flatMap((each) => rowsOf(figure, each));
  if (typeof field === 'object' && field !== null) {
    return Object.entries(field).flatMap(([key, inner]) =>
      rowsOf(key === 'kind' ? figure : `${figure}: ${words(key)}`, inner),
    );
  }
  return [{ figure, value: plain(field), grade: '', source: '', date: '', note: '' }];
}

const plain = (field: unknown): string =>
  typeof field === 'boolean' ? (field ? 'yes' : 'no') : String(field);

/** Splits camel case: `driveCapacity` becomes `drive capacity`. */
const words = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
