import { z } from 'zod';
import { DURATION, RATE, RATIO } from '../units/dimensions.ts';
import type { Seconds } from '../units/quantity.ts';
import { choice } from './language/choice.ts';
import { fields, oneOf, quantity, readQuantity, refuse, text } from './language/declare.ts';

const EVERY = { description: 'how often what was written since is shipped', example: '15 min' };
const every = quantity(DURATION, { above: true }, EVERY);

/** Log shipping as declared; `every` is seconds between shipments. */
export interface Log {
  readonly every: number;
  readonly to?: string | undefined;
  readonly volume?: number | undefined;
  readonly keep?: Seconds | undefined;
  readonly apply?: number | undefined;
}

/** Log shipping: what was written since the last shipment is sent at fixed intervals. */
export const log = choice<Log>(
  {
    description:
      'log shipping beside the backups: restores go on from a backup to the last shipment',
    default: 'none',
    example: 'every 15 min',
  },
  { what: 'how often logs are shipped', hint: 'write for example "every 15 min", or a mapping' },
  () => [
    {
      shape: 'scalar',
      schema: z
        .unknown()
        .transform((input, issues): Log => {
          const [, time] = typeof input === 'string' ? (/^every\s+(.+)$/.exec(input) ?? []) : [];
          if (time === undefined) {
            return refuse(issues, 'does not say how often', 'write for example "every 15 min"');
          }
          return { every: readQuantity(DURATION, { above: true }, time, issues) };
        })
        .meta({ description: 'how often', example: 'every 15 min', shape: { type: 'string' } }),
    },
    {
      shape: ['every'],
      schema: fields(
        {
          every,
          to: text({
            description: 'the store it goes to',
            default: 'that of the backups',
          }).optional(),
          volume: quantity(
            RATIO,
            { above: true },
            {
              description: 'bytes of log ÷ bytes of data that change in a day',
              default: '1',
            },
          ).optional(),
          keep: quantity(
            DURATION,
            { above: true },
            {
              description:
                'how long it is kept; longer where the newest restore point of a copy still needs it',
              default: '7 d',
              example: '14 d',
            },
          ).optional(),
          apply: quantity(
            RATE,
            { above: true },
            { description: 'how fast a log is applied in a restore', default: 'not limiting' },
          ).optional(),
        },
        { description: 'how often, and where to' },
      ),
    },
  ],
);

/** Replication: a second copy of the data that follows every write. */
export const replicate = fields(
  {
    to: text({ description: 'the store that holds the replica', example: 'standby' }),
    mode: oneOf(['sync', 'async'], {
      description: 'whether a write waits for the replica',
      default: 'async',
    }).optional(),
    lag: quantity(
      DURATION,
      {},
      { description: 'how far it is behind', default: '5 s; none where it is sync' },
    ).optional(),
    switch: quantity(
      DURATION,
      {},
      { description: 'until work goes on with it', default: '0 s' },
    ).optional(),
  },
  {
    description:
      'replication beside the backups: it follows every write, and every fault of the data as well',
    default: 'none',
    example: { to: 'standby', mode: 'async', lag: '5 s' },
  },
);
