import { z } from 'zod';
import { normalQuantile } from '../../random/normal-quantile.ts';
import { choice } from '../../scenario/language/choice.ts';
import {
  fields,
  type Issues,
  type Limits,
  quantity,
  refuse,
} from '../../scenario/language/declare.ts';
import { FRACTION, SIZE } from '../../units/dimensions.ts';
import type { SizeComponent } from './recipe.ts';

const LARGEST = 2 ** 40;
const Z95 = normalQuantile(0.95);
/** Default truncation in sigmas; one size in 30,000 would be larger. */
const CUT = 4;

const LIMITS: Limits = { min: 1, max: LARGEST };
const SUM_TOLERANCE = 1e-6;

const median = quantity(SIZE, LIMITS, { description: 'half are smaller', example: '8 KiB' });
const largest = quantity(SIZE, LIMITS, {
  description: 'none is larger',
  default: 'four sigma above the median, where one in 30 000 would be larger',
  example: '1 GiB',
}).optional();
const sigma = z.number().min(0).max(5).optional().meta({
  description: 'spread of the logarithm; 0 gives all the median',
  default: 'must be given, unless p95 is',
  example: 1.5,
  form: 'a number',
});
const p95 = quantity(SIZE, LIMITS, {
  description: 'one in twenty is larger; in place of sigma',
  default: 'must be given, unless sigma is',
  example: '400 KiB',
}).optional();

interface Written {
  readonly median: number;
  readonly sigma?: number | undefined;
  readonly p95?: number | undefined;
  readonly largest?: number | undefined;
}

const SHAPE = { median, sigma, p95, largest };

/** Reads one component; derives sigma from the 95 % point if that is given instead. */
function component(written: Written, weight: number, issues: Issues): SizeComponent {
  const spread = sigmaOf(written, issues);
  const cut = written.largest ?? Math.min(LARGEST, written.median * Math.exp(CUT * spread));
  if (cut < written.median) {
    return refuse(issues, 'is less than the median', 'write a larger size', ['largest']);
  }
  return { weight, median: written.median, sigma: spread, largest: Math.round(cut) };
}

function sigmaOf({ median, sigma, p95 }: Written, issues: Issues): number {
  if (sigma !== undefined && p95 !== undefined) {
    return refuse(issues, 'stands beside sigma', 'give either, not both', ['p95']);
  }
  if (p95 === undefined) {
    return sigma ?? refuse(issues, 'is missing', 'write sigma: 1.5, or p95: 400 KiB', ['sigma']);
  }
  return p95 >= median
    ? Math.log(p95 / median) / Z95
    : refuse(issues, 'is less than the median', 'exchange the two', ['p95']);
}

const whole = quantity(SIZE, LIMITS, {
  description: 'all are of this size',
  example: '8 KiB',
}).transform((size): readonly SizeComponent[] => [
  { weight: 1, median: size, sigma: 0, largest: size },
]);

const one = fields(SHAPE, { description: 'a log-normal distribution' }).transform(
  (written, issues): readonly SizeComponent[] => [component(written, 1, issues as Issues)],
);

const weighted = fields(
  {
    weight: quantity(
      FRACTION,
      { above: true, max: 1 },
      { description: 'share of the files', example: '90 %' },
    ),
    ...SHAPE,
  },
  { description: 'a part of the files' },
).transform((written, issues) => component(written, written.weight, issues as Issues));

const several = z
  .array(weighted)
  .min(1)
  .max(20)
  .meta({
    description: 'a list of such, each with its weight',
    example: [
      { weight: '90 %', median: '8 KiB', sigma: 1.5 },
      { weight: '10 %', median: '1 MiB', p95: '20 MiB' },
    ],
  })
  .transform((components, issues): readonly SizeComponent[] => {
    const sum = components.reduce((all, { weight }) => all + weight, 0);
    return Math.abs(sum - 1) <= SUM_TOLERANCE
      ? components
      : refuse(
          issues as Issues,
          `has weights that add up to ${Number((sum * 100).toPrecision(6))} %`,
          'let them add up to 100 %',
        );
  });

/** The field `size`: one size, a log-normal distribution, or several of them with weights. */
export const sizes = choice<readonly SizeComponent[]>(
  {
    description: 'how large the files are',
    default: 'median 8 KiB, sigma 1.5',
    example: { median: '8 KiB', sigma: 1.5 },
  },
  {
    what: 'a size, or how sizes are distributed',
    hint: 'write 8 KiB, { median: 8 KiB, sigma: 1.5 }, or a list of such with weights',
  },
  () => [
    { shape: 'scalar', schema: whole },
    { shape: ['median', 'sigma', 'p95'], beside: ['largest'], schema: one },
    { shape: 'list', schema: several },
  ],
);

/** The default of `size`. */
export const USUAL_SIZES: readonly SizeComponent[] = [
  { weight: 1, median: 8192, sigma: 1.5, largest: Math.round(8192 * Math.exp(CUT * 1.5)) },
];
