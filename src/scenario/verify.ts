import { HASH_NAMES } from '../catalog/hashes.ts';
import { COUNT, DURATION, FRACTION, RATE } from '../units/dimensions.ts';
import { fields, oneOf, quantity } from './language/declare.ts';
import { uncertain } from './language/uncertain.ts';

/** How backups or copies are verified when they are made, and rechecked later. */
export const verify = fields(
  {
    method: oneOf(HASH_NAMES, {
      description: 'how a backup is checked',
      default: 'none',
      example: 'md5',
    }).optional(),
    every: oneOf(['backup', 'full'], {
      description: 'which backups are checked',
      default: 'backup',
    }).optional(),
    when: oneOf(['after', 'inline'], {
      description: 'after the data has moved, or while it moves',
      default: 'after',
    }).optional(),
    at: oneOf(['target', 'source'], {
      description:
        'where the bytes are read for it; byte-compare reads both. target lets rechecks of an object store run beside it, without egress',
      default: 'target; rechecks of an object store: from where the data are',
    }).optional(),
    coverage: quantity(
      FRACTION,
      { above: true, max: 1 },
      {
        description: 'share of the bytes that is checked',
        default: '100 %',
        example: '10 %',
      },
    ).optional(),
    rate: uncertain(
      RATE,
      { above: true },
      {
        description: 'bytes one core checks in a second',
        default: 'that of the hash in the catalog',
        example: '1 GB/s',
      },
    ).optional(),
    cores: quantity(
      COUNT,
      { above: true },
      { description: 'cores used for it', default: '1', example: 8 },
    ).optional(),
    recheck: quantity(
      DURATION,
      // Each check is counted by itself.
      { min: 3600 },
      {
        description: 'how often everything that is kept is checked again, at most every hour',
        default: 'never',
        example: '90 d',
      },
    ).optional(),
  },
  {
    description: 'How backups are checked.',
    default: 'not checked',
    example: { method: 'md5', every: 'backup', when: 'after' },
  },
);
