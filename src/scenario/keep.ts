import { z } from 'zod';
import { COUNT, DURATION } from '../units/dimensions.ts';
import { fields, type Issues, isMistaken, oneOf, quantity, refuse } from './language/declare.ts';

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

/** Retention: which restore points are kept. */
export interface Keep {
  readonly dialect?: Dialect;
  /** Keeps the newest N points and those they depend on. */
  readonly points?: number;
  /** Keeps all points of so many seconds before the newest point. */
  readonly within?: number;
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
    within: quantity(
      DURATION,
      { above: true },
      {
        description: 'every point younger than this, counted back from the newest',
        example: '90 d',
      },
    ).optional(),
    gfs: gfs.optional(),
  },
  {
    description: 'Which restore points stay.',
    default: '{ daily: 30 }',
    example: { daily: 30, weekly: 8 },
  },
).transform((declared, issues): Keep => {
  const { dialect, points, within, gfs: aside = {}, ...rules } = declared;
  const kept =
    (points ?? 0) + (within ?? 0) + RULES.reduce((sum, rule) => sum + (rules[rule] ?? 0), 0);
  if (kept === 0) {
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
