import { FRACTION, RATIO, SIZE } from '../units/dimensions.ts';
import { fields, quantity } from './language/declare.ts';

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
