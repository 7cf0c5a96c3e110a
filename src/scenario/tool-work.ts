import { COUNT, DURATION, RATE } from '../units/dimensions.ts';
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
