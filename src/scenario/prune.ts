import { DURATION, FRACTION, RATE, SIZE } from '../units/dimensions.ts';
import { choice } from './language/choice.ts';
import { fields, oneOf, quantity } from './language/declare.ts';
import { type Schedule, schedule } from './schedule.ts';

/** When a strategy prunes, and how much may stay unused. */
export interface Prune {
  readonly on: Schedule;
  readonly unused?: number | undefined;
}

const unused = (description: string) =>
  quantity(FRACTION, { max: 1 }, { description, default: 'that of the tool', example: '5 %' });

const EXAMPLE = 'weekly on Sunday at 05:00';
const alone = (description: string) =>
  schedule({ description, example: EXAMPLE }).transform((on): Prune => ({ on }));

/** When points that need not stay are removed, and what they alone needed is freed. */
export const prune = choice<Prune>(
  {
    description:
      'when points that need not stay are removed. Where the tool has `prune`, as restic and borg have, that is a job: it takes time, rewrites packs, and backups to the repository wait for it',
    form: 'a schedule, or a mapping with on',
    default: 'after every job, in no time',
    example: EXAMPLE,
  },
  {
    what: 'a schedule, or a mapping with on',
    hint: 'write for example weekly on Sunday at 05:00, or { on: daily at 05:00, unused: 10 % }',
  },
  () => [
    { shape: 'scalar', schema: alone('a schedule') },
    { shape: 'list', schema: alone('') },
    {
      shape: ['on'],
      beside: ['unused'],
      schema: fields(
        {
          on: schedule({ description: 'when', example: EXAMPLE }),
          unused: unused(
            'share that may stay unused, which spares rewriting; of tools that deduplicate',
          ).optional(),
        },
        { description: 'dates, and how much may stay unused' },
      ),
    },
  ],
);

const likeTool = 'that of the tool it is like, else';

/** What pruning takes of a tool whose points share packs of chunks. */
export const pruning = fields(
  {
    fixed: quantity(
      DURATION,
      {},
      {
        description: 'fixed time of a prune, whatever there is',
        default: `${likeTool} 0 s`,
        example: '1 s',
      },
    ).optional(),
    'per-chunk': quantity(
      DURATION,
      {},
      {
        description: 'time for each chunk that the repository holds',
        default: `${likeTool} 0 s`,
        example: '0.03 ms',
      },
    ).optional(),
    rate: quantity(
      RATE,
      { above: true },
      {
        description: 'bytes of packs that one core reads and writes anew in a second',
        default: `${likeTool} not limiting`,
        example: '100 MB/s',
      },
    ).optional(),
    pack: quantity(
      SIZE,
      { above: true },
      { description: 'bytes of a pack', default: `${likeTool} 16 MiB`, example: '16 MiB' },
    ).optional(),
    unused: unused('share that may stay unused').optional(),
    of: oneOf(['repository', 'pack'], {
      description:
        'what that is a share of: the whole repository, whose emptiest packs are rewritten first, or each pack by itself',
      default: `${likeTool} repository`,
    }).optional(),
    at: oneOf(['source', 'target'], {
      description:
        'where it runs: where the data are, so that packs cross the links twice, or beside the store',
      default: `${likeTool} source`,
    }).optional(),
  },
  { description: 'what it takes to free the chunks that no point needs any more' },
);
