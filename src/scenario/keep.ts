import { z } from 'zod';
import { COUNT, DURATION } from '../units/dimensions.ts';
import {
  fields,
  type Issues,
  isMistaken,
  oneOf,
  quantity,
  readQuantity,
  refuse,
  scalarShape,
} from './language/declare.ts';

/** Retention dialects: how tools interpret the same keep rules. */
export const DIALECTS = [
  'overlapping',
  'overlapping+oldest',
  'exclusive',
  'exclusive+oldest',
  'generations',
] as const;
/** A value of `keep.dialect`. */
export type Dialect = (typeof DIALECTS)[number];

/** Keep rules, in the order in which exclusive dialects apply them. */
export const RULES = [
  'last',
  'hourly',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'yearly',
] as const;
/** A keep rule: counts periods, or points for `last`. */
export type Rule = (typeof RULES)[number];

/** The rules for which archive fulls can be kept. */
export const GFS_RULES = ['weekly', 'monthly', 'quarterly', 'yearly'] as const;
/** A GFS rule; its index in GFS_RULES is its bit in the GFS marks of a point. */
export type GfsRule = (typeof GFS_RULES)[number];

/** An age of points. What a day, a month or a year lasts is for the tool to say. */
export interface Age {
  readonly amount: number;
  readonly unit: 'second' | 'day' | 'week' | 'month' | 'year';
}

/** Retention: which restore points are kept. */
export interface Keep {
  readonly dialect?: Dialect;
  /** Keeps the newest N points and those they depend on. */
  readonly points?: number;
  /** Keeps all points of less than this age. */
  readonly within?: Age;
  readonly rules: Readonly<Partial<Record<Rule, number>>>;
  readonly gfs: Readonly<Partial<Record<GfsRule, number>>>;
}

const number = (description: string) =>
  quantity(COUNT, { whole: true }, { description, default: '0', example: 7 }).optional();

const gfs = fields(
  {
    weekly: number('fulls of so many weeks'),
    monthly: number('fulls of so many months'),
    quarterly: number('fulls of so many quarters'),
    yearly: number('fulls of so many years'),
  },
  { description: 'fulls set aside (grandfather, father, son); for style copy' },
);

/** Reads an age such as `90 d`: in whole units of the calendar if it is written so, else in seconds. */
function readAge(input: unknown, issues: Issues): Age {
  const seconds = readQuantity(DURATION, { above: true }, input, issues, '90 d');
  const [, word = 's'] = /[\d\s](d|day|week|month|year)s?\s*$/.exec(String(input)) ?? [];
  const amount = seconds / (DURATION.units[word] as number);
  const unit = word === 'd' ? 'day' : (word as Age['unit']);
  return word !== 's' && Number.isInteger(amount)
    ? { amount, unit }
    : { amount: seconds, unit: 'second' };
}

/** Declares which restore points are kept. */
export const keep = fields(
  {
    dialect: oneOf(DIALECTS, {
      description: 'how the rules are read; tools differ, and so do their versions',
      default: 'that of the tool',
    }).optional(),
    points: quantity(
      COUNT,
      { min: 1, whole: true },
      {
        description: 'the newest points, counted by position in the chain, and what they need',
        example: 14,
      },
    ).optional(),
    last: number('the newest points'),
    hourly: number('the newest point of so many hours'),
    daily: number('the newest point of so many days'),
    weekly: number('the newest point of so many ISO weeks'),
    monthly: number('the newest point of so many months'),
    quarterly: number('the newest point of so many quarters'),
    yearly: number('the newest point of so many years'),
    within: z
      .unknown()
      .transform(readAge)
      .meta({
        description:
          'every point younger than this, counted back from the newest; days, weeks, months and years are those of the calendar, unless the tool is borg',
        example: '90 d',
        form: DURATION.what,
        shape: scalarShape(DURATION),
      })
      .optional(),
    gfs: gfs.optional(),
  },
  {
    description: 'Which restore points stay.',
    default: '{ daily: 30 }',
    example: { daily: 30, weekly: 8 },
  },
).transform((declared, issues): Keep => {
  const { dialect, points, within, gfs: aside = {}, ...rules } = declared;
  const kept = (points ?? 0) + RULES.reduce((sum, rule) => sum + (rules[rule] ?? 0), 0);
  if (kept === 0 && within === undefined) {
    if (isMistaken(issues)) return z.NEVER;
    return refuse(issues as Issues, 'keeps nothing', 'give at least one rule, such as daily: 30');
  }
  if (points !== undefined && Object.values(rules).some((value) => (value ?? 0) > 0)) {
    return refuse(
      issues as Issues,
      'points cannot be joined with rules by calendar',
      'use last instead of points',
      ['points'],
    );
  }
  return {
    ...(dialect && { dialect }),
    ...(points !== undefined && { points }),
    ...(within !== undefined && { within }),
    rules: withoutGaps(rules),
    gfs: withoutGaps(aside),
  };
});

const withoutGaps = <K extends string>(
  map: Readonly<Partial<Record<K, number | undefined>>>,
): Readonly<Partial<Record<K, number>>> =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => (value as number) > 0)) as Partial<
    Record<K, number>
  >;
