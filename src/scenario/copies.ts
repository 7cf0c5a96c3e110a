import { z } from 'zod';
import { COUNT, DURATION } from '../units/dimensions.ts';
import { keep } from './keep.ts';
import { fields, oneOf, quantity, text } from './language/declare.ts';
import { schedule } from './schedule.ts';
import { verify } from './verify.ts';

const copy = fields(
  {
    to: text({ description: 'the store it goes to', example: 'vault' }),
    from: text({
      description: 'the store it is made from: that of the backups, or of a copy named before',
      default: 'the store of the backups',
      example: 'disk',
    }).optional(),
    after: oneOf(['backup', 'full'], {
      description: 'what is followed by a copy: each new restore point, or each full',
      default: 'backup, unless a schedule is given',
    }).optional(),
    on: schedule({
      description: 'when the newest restore point is copied, instead of after each',
      default: 'none',
      example: 'monthly on first Saturday at 06:00',
    }).optional(),
    as: oneOf(['chain', 'full'], {
      description:
        'chain: fulls as fulls, and of the rest what is new since the last copy; full: each copy is whole by itself',
      default: 'chain; full where only fulls are copied',
    }).optional(),
    delay: quantity(
      DURATION,
      {},
      {
        description: 'how long after the point is there, or after the date',
        default: '0 s',
        example: '1 h',
      },
    ).optional(),
    keep: keep.optional(),
    verify: verify.optional(),
    lock: quantity(
      DURATION,
      { above: true },
      {
        description: 'immutability: how long nobody can change or remove it',
        default: 'not immutable',
        example: '30 d',
      },
    ).optional(),
    streams: quantity(
      COUNT,
      { min: 1, whole: true },
      { description: 'parallel streams of the copy', default: '1', example: 8 },
    ).optional(),
  },
  { description: 'A copy of restore points in another store.' },
);

/** Copies of restore points; one may be the source of a later one. */
export const copies = z
  .array(copy)
  .max(20)
  .meta({
    description: 'copies in other stores; [] in overrides: none',
    default: 'none',
    form: 'a list',
    example: [{ to: 'vault', after: 'full', keep: { monthly: 84 } }],
  });

/** One copy as declared. */
export type Copy = z.output<typeof copy>;
