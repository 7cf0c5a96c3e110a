import { z } from 'zod';
import { type Bounds, type Distribution, fromPercentiles } from '../../random/distribution.ts';
import { type Dimension, outOfRange, parse } from '../../units/dimension.ts';
import { choice } from './choice.ts';
import {
  type About,
  fields,
  type Issues,
  type Limits,
  outside,
  quantity,
  readQuantity,
  refuse,
  scalarShape,
  text,
} from './declare.ts';

/** A quantity as declared: its distribution, or the file that holds its samples. */
export type Uncertain =
  | Distribution
  | {
      readonly kind: 'sample file';
      readonly file: string;
      readonly base: Dimension;
      readonly limits: Limits;
    };

const SPREAD = /^(.*?)\s*(?:±|\+-|\+\/-)\s*([\d.]+)\s*%$/u;

/** The text without its spread: `40 GB/day ± 20 %` gives `40 GB/day`. */
export const centreOf = (text: string): string => SPREAD.exec(text.trim())?.[1] ?? text;

/**
 * Declares a quantity that may be uncertain: `10 TB`, `10 TB ± 20 %`, or a mapping with p10 and
 * p90, lognormal, triangular or sample. Parsed to a distribution in base units.
 */
export function uncertain(dimension: Dimension, limits: Limits, about: About) {
  const value = (description: string) => quantity(dimension, limits, { description });
  const plain = () =>
    z
      .unknown()
      .transform((input, issues): Uncertain => readPlain(dimension, limits, input, issues))
      .meta({
        description: 'a value, or a value ± a share: evenly spread',
        shape: scalarShape(dimension),
        example: `${dimension.example} ± 20 %`,
      });
  const { what, example } = dimension;
  const hint = `write "${example}", "${example} ± 20 %", or a mapping with ${MAPPINGS}`;
  const form = `${what}, may be uncertain`;
  const leaf = { example, form, chapter: 'uncertain-quantities' } as const;
  return choice<Uncertain>({ ...leaf, ...about }, { what, hint }, () => [
    { shape: 'scalar', schema: plain() },
    { shape: ['p10', 'p90'], schema: percentiles(value, limits, dimension) },
    { shape: ['lognormal'], schema: lognormal(value, limits, dimension) },
    { shape: ['triangular'], schema: triangular(value) },
    { shape: ['sample'], schema: sample(dimension, limits) },
  ]);
}

const MAPPINGS = 'p10 and p90, lognormal, triangular or sample';

type Value = (description: string) => z.ZodType<number>;

function readPlain(
  dimension: Dimension,
  limits: Limits,
  input: unknown,
  issues: Issues,
): Uncertain {
  const [, centre, share] = typeof input === 'string' ? (SPREAD.exec(input.trim()) ?? []) : [];
  if (centre === undefined || share === undefined) {
    if (typeof input === 'string' && /±|\+-|\+\/-/.test(input)) {
      const hint = `write a share behind it, for example "${dimension.example} ± 20 %"`;
      return refuse(issues, `"${input}" has a spread that is no share`, hint);
    }
    return { kind: 'fixed', value: readQuantity(dimension, limits, input, issues) };
  }
  const part = Number(share) / 100;
  if (Number.isNaN(part)) return refuse(issues, `± ${share} % is not a number`, 'write ± 20 %');
  const value = readQuantity(dimension, limits, centre, issues);
  if (part >= 1) {
    return refuse(issues, `± ${share} % reaches zero`, 'write less than 100 %, or p10 and p90');
  }
  const [low, high] = [value - Math.abs(value) * part, value + Math.abs(value) * part];
  const narrower = 'write a smaller spread';
  if (high > (limits.max ?? Infinity) || outOfRange(dimension, high)) {
    return refuse(issues, `± ${share} % reaches above what is possible`, narrower);
  }
  if (low < (limits.min ?? 0)) {
    return refuse(issues, `± ${share} % reaches below what is possible`, narrower);
  }
  return { kind: 'uniform', low, high };
}

/** Standard deviations that no draw exceeds: a uniform number of 53 bits comes to 8.3 of them. */
const FARTHEST = 9;

/**
 * Bounds at which draws are truncated: the limits of the field, or the range of its dimension where
 * a draw may exceed that.
 *
 * @param reach what a draw of so many standard deviations gives.
 */
function boundsOf(
  { min = 0, max }: Limits,
  dimension: Dimension,
  reach: (deviations: number) => number,
): Bounds {
  const [, largest] = dimension.range;
  const most = max ?? (reach(FARTHEST) > largest ? largest : undefined);
  return most === undefined ? { least: min } : { least: min, most };
}

/** The value of a normal or log-normal distribution at so many standard deviations. */
const reachOf =
  (distribution: Extract<Distribution, { kind: 'normal' | 'lognormal' }>) =>
  (deviations: number): number =>
    distribution.kind === 'normal'
      ? distribution.mean + distribution.deviation * deviations
      : distribution.median * Math.exp(distribution.sigma * deviations);

const percentiles = (value: Value, limits: Limits, dimension: Dimension) =>
  fields(
    { p10: value('one in ten is below'), p90: value('one in ten is above') },
    { description: 'log-normal where both are positive, else normal' },
  ).transform(({ p10, p90 }, issues): Uncertain => {
    if (!(p10 < p90)) {
      return refuse(issues as Issues, 'must be less than p90', 'exchange the two', ['p10']);
    }
    const distribution = fromPercentiles(p10, p90);
    return { ...distribution, ...boundsOf(limits, dimension, reachOf(distribution)) };
  });

const sigma = z.number().positive().max(10).meta({
  description: 'spread of the logarithm; 0.7 spans a factor of 2 either way',
  example: 0.7,
  form: 'a number',
});

const lognormal = (value: Value, limits: Limits, dimension: Dimension) =>
  fields(
    {
      lognormal: fields(
        { median: value('half are below'), sigma },
        { description: 'median and sigma' },
      ),
    },
    { description: 'a log-normal distribution' },
  ).transform(({ lognormal: { median, sigma } }, issues): Uncertain => {
    const distribution = { kind: 'lognormal', median, sigma } as const;
    return median > 0
      ? { ...distribution, ...boundsOf(limits, dimension, reachOf(distribution)) }
      : refuse(issues as Issues, 'must be more than 0', 'a log-normal value is above 0', [
          'lognormal',
          'median',
        ]);
  });

const triangular = (value: Value) =>
  fields(
    {
      triangular: z
        .tuple([value('least'), value('likeliest'), value('most')])
        .meta({ description: 'least, likeliest, most', form: 'a list of three' }),
    },
    { description: 'a triangular distribution' },
  ).transform(
    ({ triangular: [low, mode, high] }, issues): Uncertain =>
      low <= mode && mode <= high
        ? { kind: 'triangular', low, mode, high }
        : refuse(issues as Issues, 'must rise', 'put them in order: least, likeliest, most', [
            'triangular',
          ]),
  );

const sample = (dimension: Dimension, limits: Limits) =>
  fields(
    {
      sample: text(
        {
          description: 'a file below the folder of the scenario, one value a line',
          example: 'sizes.csv',
        },
        500,
      ),
    },
    { description: 'measured values, one of them drawn evenly' },
  ).transform(
    ({ sample: file }): Uncertain => ({ kind: 'sample file', file, base: dimension, limits }),
  );

/**
 * Message for the first bad line of a sample file; undefined if all lines are valid. Lines are
 * given by number and never quoted: a scenario may name a file with secrets.
 */
export function wrongSample(
  dimension: Dimension,
  lines: readonly string[],
  limits: Limits,
): string | undefined {
  if (lines.length === 0) return 'holds no values';
  for (const [index, line] of lines.entries()) {
    const parsed = parse(dimension, line);
    if (!parsed.ok) return `value ${index + 1} is not ${dimension.what}`;
    const wrong = outside(parsed.value, limits, dimension);
    if (wrong) return `value ${index + 1} ${wrong.message}`;
  }
  return undefined;
}

/** Parses the lines of a sample file to base units; undefined if any is invalid or none exist. */
export function samplesOf(dimension: Dimension, lines: readonly string[]): number[] | undefined {
  if (wrongSample(dimension, lines, { min: -Infinity }) !== undefined) return undefined;
  return lines.map((line) => {
    const parsed = parse(dimension, line);
    return parsed.ok ? parsed.value : Number.NaN;
  });
}
