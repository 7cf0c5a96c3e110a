import { z } from 'zod';
import { amount, say } from './parts.ts';

const end = z.strictObject({
  value: say(z.string(), 'the other value, in words'),
  figure: say(
    z.strictObject({
      name: z.enum([
        'peak stored',
        'nightly job',
        'slowest ordinary restore',
        'back after a disaster',
        'longest gap between points',
        'cost a year',
      ]),
      from: amount,
      to: amount,
    }),
    'the figure of the recommended strategy that moves most: what it is, and what it would be',
  ),
  keeps: say(z.boolean(), 'whether the recommended strategy keeps every promise then'),
  take: say(
    z.string().nullable(),
    'the strategy that is recommended then; null where none is, or none of those that were tried',
  ),
});

const assumption = z.strictObject({
  what: z.string(),
  value: say(z.string(), 'the value used'),
  fields: say(z.array(z.string()), 'where to give another'),
  source: say(z.string(), 'who gives the ends'),
  ends: z.array(end),
});

/** Which strategy to take, what it costs more, and what that hangs on. */
export const advice = z.strictObject({
  take: say(z.string().nullable(), 'the strategy to take; null where none meets every objective'),
  why: z.string(),
  others: say(
    z.array(
      z.strictObject({
        strategy: z.string(),
        misses: say(z.array(z.string()), 'the promises that it breaks'),
        dearer: say(
          z.number().nullable(),
          'what it costs a year more than the one to take; null where either has no full price',
        ),
      }),
    ),
    'the other strategies; empty where none is to be taken',
  ),
  hangsOn: say(
    z
      .strictObject({
        assumptions: say(
          z.array(assumption),
          'the numbers of content classes and tools that nobody gave and that move the worst figures most, at most three',
        ),
        all: say(z.boolean(), 'whether the other strategies were tried as well'),
        unranged: say(z.array(z.string()), 'those of which no source says what else they may be'),
        untried: say(z.string().nullable(), 'why none was tried'),
      })
      .nullable(),
    'null where none is to be taken',
  ),
});

/** Which strategy to take, and why. */
export type Advice = z.output<typeof advice>;
