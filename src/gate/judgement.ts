import { z } from 'zod';
import { CLOCKS, METRIC_NAMES } from './metric.ts';

/** What can be said of a metric; `better` is faster or less, `worse` slower or more. */
export const VERDICTS = ['better', 'same', 'worse', 'cannot tell'] as const;
/** See `VERDICTS`. */
export type Verdict = (typeof VERDICTS)[number];

const amount = z.number().nullable();

/** What was found of one metric in one series. */
export const judgement = z.object({
  scenario: z.string().describe('dataset, tool and target'),
  metric: z.enum(METRIC_NAMES as [(typeof METRIC_NAMES)[number]]),
  clock: z.enum(CLOCKS).nullable().describe('by which a time was taken; null for amounts'),
  unit: z.enum(['seconds', 'bytes', 'count']),
  limit: z.number().describe('share by which it may grow'),
  verdict: z.enum(VERDICTS),
  how: z
    .enum(['tested', 'exact', 'estimated'])
    .describe('by an exact test of pairs; by tolerance, as it hardly varies; or a guess alone'),
  pairs: z.number().int().describe('of runs; of two stored runs, repetitions of the shorter one'),
  before: amount.describe('median'),
  after: amount.describe('median'),
  ratio: amount.describe('after ÷ before; null where that has no end'),
  low: amount.describe('lower end of its 95 % interval; null: none'),
  high: amount.describe('upper end; null: none'),
  chance: amount.describe(
    'that it looks so much worse by chance alone; over all that is judged, Holm makes it larger',
  ),
  detectable: amount.describe('least growth that would have been found in nine of ten cases'),
  needed: amount.describe('pairs that would find a growth by the limit in nine of ten cases'),
  note: z.string().nullable().describe('why it cannot be told, or what else there is to know'),
});

/** See `judgement`. */
export type Judgement = z.output<typeof judgement>;
