import { COUNT, DURATION, FRACTION, RATE, RATIO, SIZE } from '../units/dimensions.ts';
import { fields, quantity } from './language/declare.ts';

const likeTool = 'that of the tool it is like';

const time = (description: string, example: string) =>
  quantity(DURATION, {}, { description, default: likeTool, example }).optional();

const pace = (description: string, example: string) =>
  quantity(RATE, { above: true }, { description, default: likeTool, example }).optional();

/** What a backup takes of processors, term by term, as a fit of real runs finds it. */
export const work = fields(
  {
    fixed: time('fixed time of a job, whatever its size', '0.2 s'),
    'per-file': time('for each file that is looked at', '0.08 ms'),
    'per-changed-file': time('for each file that has changed', '0.06 ms'),
    read: pace('bytes read that one core cuts and hashes in a second', '200 MB/s'),
    compress: pace(
      'bytes read that one core compresses in a second where they shrink to half or less',
      '115 MB/s',
    ),
    store: pace('bytes stored that one core encrypts and writes in a second', '200 MB/s'),
  },
  {
    description:
      'processor time of a backup on one core; a job keeps `cores` of them busy. All but `fixed` hides behind the way',
  },
);

/** How much of the shorter of work and way is not hidden by the longer. */
export const combine = quantity(
  COUNT,
  { min: 1 },
  {
    description:
      'how work and way add up: as the p-th root of the sum of their p-th powers, 1: one after the other',
    default: 'the longer one alone',
    example: 4,
  },
);

const headers = (description: string, example: string) =>
  quantity(SIZE, {}, { description, default: '0 B', example }).optional();

/** Bytes that a backup adds to its store, term by term, as a fit of real runs finds them. */
export const stored = fields(
  {
    'per-point': headers('of a restore point, whatever it holds', '2.2 kB'),
    'per-file': headers('for each file that is looked at', '78 B'),
    'per-changed-file': headers('for each file that has changed', '160 B'),
    share: quantity(
      FRACTION,
      { max: 10 },
      { description: 'share of the new bytes, as compressed', default: '100 %', example: '97 %' },
    ).optional(),
    exponent: quantity(
      RATIO,
      { above: true, max: 10 },
      {
        description:
          'how much stronger its codec is than the one that compressibility is told by: new bytes shrink to `compressibility^-exponent`',
        default: '1',
        example: 1.05,
      },
    ).optional(),
  },
  { description: 'bytes that a backup adds to its store, in place of `overhead`' },
);
