import { z } from 'zod';
import { choice } from '../scenario/choice.ts';
import { fields, oneOf, quantity, refuse, text } from '../scenario/declare.ts';
import { COUNT, DURATION } from '../units/dimensions.ts';
import type { Recipe } from './datasets/recipe.ts';
import { MADE_DATASETS } from './datasets/recipe-fields.ts';
import { LEVEL_NAMES } from './level.ts';
import { targets } from './targets/target-fields.ts';
import { benchmarkTools } from './tools/tools.ts';
import { VERIFY_METHODS } from './verify-method.ts';

/** Names become those of folders on all machines, so they are plain. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** Holds the names of a mapping to what a folder may be called everywhere. */
const plainNames = <T extends Readonly<Record<string, unknown>>>(map: z.ZodType<T>) =>
  map.superRefine((entries, issues) => {
    const names = Object.keys(entries);
    if (names.length === 0) {
      refuse(issues, 'needs at least one entry', 'write one below it, indented, with a name');
    }
    for (const name of names.filter((one) => !PLAIN.test(one))) {
      const hint = 'write 1 to 40 letters, digits, "-", "_" and ".", the first a letter or digit';
      refuse(issues, 'is not a plain name', hint, [name]);
    }
  });

/** What is backed up, as a plan declares it. */
export type DeclaredDataset =
  | Recipe
  | {
      readonly kind: 'directory';
      readonly path: string;
      readonly next: readonly string[] | null;
    };

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
          'your command that changes it for the next level: program and arguments, run in it, never through a shell',
        default: 'it stays as it is',
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

const dataset = choice<DeclaredDataset>(
  { description: 'what is backed up' },
  { what: 'a dataset', hint: 'write directory, checkpoint, or files and size' },
  [{ shape: ['directory'], schema: directory }, ...MADE_DATASETS],
);

/** A plan of real backups as its file has it: one declaration a field. */
export const planFields = fields(
  {
    name: text({ description: 'what people call it', default: 'the name of the file' }).optional(),
    note: text({ description: 'anything worth knowing', default: 'none' }, 20_000).optional(),
    seed: quantity(
      COUNT,
      { whole: true, max: Number.MAX_SAFE_INTEGER },
      { description: 'seed of all chance', default: '1', example: 7 },
    ).optional(),
    datasets: plainNames(z.record(z.string(), dataset)).meta({ description: 'What is backed up.' }),
    tools: plainNames(benchmarkTools).meta({ description: 'What backs it up.' }),
    targets: plainNames(targets)
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
        form: 'a list of full, incremental, differential, unchanged',
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
      .array(z.enum(['newest', 'previous', 'oldest']))
      .min(1)
      .optional()
      .meta({
        description: 'points that are restored and compared with the source',
        default: '[newest, oldest]',
        form: 'a list',
        example: ['newest'],
      }),
    verify: z
      .array(z.enum(VERIFY_METHODS))
      .optional()
      .meta({
        description: 'how the newest point is read once more after its restore, each timed',
        default: 'none',
        form: 'a list',
        example: ['md5', 'bytes'],
      }),
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
