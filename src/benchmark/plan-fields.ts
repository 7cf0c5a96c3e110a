import { z } from 'zod';
import { choice } from '../scenario/language/choice.ts';
import { fields, oneOf, quantity, refuse, text } from '../scenario/language/declare.ts';
import { COUNT, DURATION } from '../units/dimensions.ts';
import type { Recipe } from './datasets/recipe.ts';
import { MADE_DATASETS } from './datasets/recipe-fields.ts';
import { LEVEL_NAMES } from './level.ts';
import type { DirectoryDataset, SnapshotsDataset } from './plan.ts';
import { targets } from './targets/target-fields.ts';
import { benchmarkTools } from './tools/tools.ts';
import { VERIFY_METHODS } from './verify-method.ts';

/** Points of a series that a plan can restore, and one file of the newest. */
const RESTORED = ['newest', 'previous', 'oldest', 'one file'] as const;

/** A mapping with at least one entry. */
const some = <T extends Readonly<Record<string, unknown>>>(map: z.ZodType<T>) =>
  map.superRefine((entries, issues) => {
    if (Object.keys(entries).length > 0) return;
    refuse(issues, 'needs at least one entry', 'write one below it, indented, with a name');
  });

/** A dataset as declared in a plan. */
export type DeclaredDataset = Recipe | DirectoryDataset | SnapshotsDataset;

const directory = fields(
  {
    directory: text(
      {
        description: 'a directory of yours, which is only read; relative to the plan',
        example: '/srv/data',
      },
      4000,
    ),
    next: z
      .array(z.string())
      .min(1)
      .optional()
      .meta({
        description:
          'your command that changes it before the next level, run in it, never through a shell; a repetition goes on from what the one before has left',
        default: 'it stays as it is',
        form: 'a list of a program and its arguments',
        example: ['git', 'pull'],
      }),
  },
  { description: 'a directory of yours' },
).transform(
  ({ directory: path, next }): DeclaredDataset => ({
    kind: 'directory',
    path,
    next: next ?? null,
  }),
);

const snapshots = fields(
  {
    snapshots: z
      .array(
        text(
          { description: 'a directory of yours, which is only read; relative to the plan' },
          4000,
        ),
      )
      .min(1)
      .meta({
        description:
          'the same data at one moment after the other, a directory for each level that changes them; a copy in the work directory follows them',
        form: 'a list of directories',
        example: ['/srv/.snapshots/monday', '/srv/.snapshots/tuesday'],
      }),
  },
  { description: 'snapshots of yours' },
).transform(({ snapshots: paths }): DeclaredDataset => ({ kind: 'snapshots', paths }));

const dataset = choice<DeclaredDataset>(
  { description: 'what is backed up' },
  { what: 'a dataset', hint: 'write directory, snapshots, checkpoint, or files and size' },
  () => [
    { shape: ['directory'], schema: directory },
    { shape: ['snapshots'], schema: snapshots },
    ...MADE_DATASETS,
  ],
);

/** The fields of a plan file, one declaration each. */
export const planFields = fields(
  {
    name: text({ description: 'what people call it', default: 'the name of the file' }).optional(),
    note: text({ description: 'anything worth knowing', default: 'none' }, 20_000).optional(),
    seed: quantity(
      COUNT,
      { whole: true, max: Number.MAX_SAFE_INTEGER },
      { description: 'seed of all chance', default: '1', example: 7 },
    ).optional(),
    datasets: some(z.record(z.string(), dataset)).meta({ description: 'What is backed up.' }),
    tools: some(benchmarkTools).meta({ description: 'What backs it up.' }),
    targets: some(targets)
      .optional()
      .meta({ description: 'Where it goes.', default: 'one in the work directory' }),
    levels: z
      .array(z.enum(LEVEL_NAMES))
      .min(1)
      .max(100)
      .transform((levels, issues) =>
        levels[0] === 'full'
          ? levels
          : refuse(issues, 'must begin with full', 'write for example [full, incremental]'),
      )
      .optional()
      .meta({
        description:
          'backups one after the other; the data changes before each but the first and `unchanged`',
        default: '[full, unchanged, incremental, differential]',
        example: ['full', 'incremental', 'incremental'],
        form: `a list of ${LEVEL_NAMES.join(', ')}; the first is full`,
      }),
    repetitions: quantity(
      COUNT,
      { min: 1, max: 1000, whole: true },
      { description: 'how often all is done', default: '3', example: 6 },
    ).optional(),
    check: z.boolean().optional().meta({
      description: 'whether each tool checks its repository with its own means',
      default: 'true',
      form: 'true or false',
      example: false,
    }),
    restore: z
      .array(z.enum(RESTORED))
      .min(1)
      .optional()
      .meta({
        description:
          'points that are restored and compared with the source; one file: that of middle size of the newest point, alone',
        default: '[newest, oldest]',
        form: `a list of ${RESTORED.join(', ')}`,
        example: ['newest'],
      }),
    keep: quantity(
      COUNT,
      { min: 1, max: 1000, whole: true },
      {
        description:
          'how many of the newest points stay when each tool that can forgets the others at last, and frees what only they needed; each of its steps is timed',
        default: 'none are forgotten',
        example: 1,
      },
    ).optional(),
    verify: z
      .array(z.enum(VERIFY_METHODS))
      .optional()
      .meta({
        description: 'how the newest point is read once more after its restore, each timed',
        default: 'none',
        form: `a list of ${VERIFY_METHODS.join(', ')}`,
        example: ['md5', 'bytes'],
      }),
    least: quantity(
      DURATION,
      { above: true, max: 3600 },
      {
        description:
          'processor time that each step should take at least: pilots make the made datasets larger, as far as there is room',
        default: 'whatever they take',
        example: '1 s',
      },
    ).optional(),
    cache: oneOf(['warm', 'cold', 'as it is'], {
      description:
        'whether files come from memory or the device; cold needs the right to drop caches',
      default: 'warm',
    }).optional(),
    timeout: quantity(
      DURATION,
      { above: true, max: 30 * 86_400 },
      {
        description: 'how long each program of a step may take',
        default: '1 h',
        example: '30 min',
      },
    ).optional(),
  },
  {
    description:
      'A plan of real backups: datasets × tools × targets × repetitions, over all levels.',
  },
);
