import { z } from 'zod';
import type { Checked } from '../problem.ts';
import { choice } from '../scenario/choice.ts';
import { fields, oneOf, quantity, refuse, text } from '../scenario/declare.ts';
import { fromIssues } from '../scenario/from-issue.ts';
import { kindOf } from '../scenario/declare.ts';
import { parseSource } from '../scenario/source.ts';
import { COUNT, DURATION } from '../units/dimensions.ts';
import { recipe } from './datasets/recipe-fields.ts';
import { LEVEL_NAMES } from './level.ts';
import type { BenchPlan, DatasetPlan } from './plan.ts';
import { target } from './targets/target-fields.ts';
import { tool } from './tools/tools.ts';
import { VERIFY_METHODS } from './verify-method.ts';

/** Names become those of folders on all machines, so they are plain. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

const plainlyNamed = <T extends z.ZodType>(value: T, description: string) =>
  z
    .record(
      z.string().regex(PLAIN, {
        message: 'a name has 1 to 40 letters, digits, "-", "_" and ".", the first a letter or digit',
      }),
      value,
    )
    .refine((map) => Object.keys(map).length > 0, {
      message: 'needs at least one entry',
      params: { hint: 'write one below it, indented, with a name' },
    })
    .meta({ description, shape: { minProperties: 1 } });

const directory = fields(
  {
    directory: text(
      { description: 'a directory of yours, which is only read', example: '/srv/data' },
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
  { description: 'A directory of yours.' },
);

const dataset = choice(
  { description: 'What is backed up.' },
  { what: 'a dataset', hint: 'write directory, checkpoint, or files and size' },
  [{ shape: ['directory'], schema: directory }, ...recipe],
);

/** A plan of real backups as its file has it: one declaration a field. */
export const plan = fields(
  {
    name: text({ description: 'what people call it', default: 'the name of the file' }).optional(),
    note: text({ description: 'anything worth knowing', default: 'none' }, 20_000).optional(),
    seed: quantity(COUNT, { whole: true }, { description: 'seed of all chance', default: '1', example: 7 }).optional(),
    datasets: plainlyNamed(dataset, 'What is backed up.'),
    tools: plainlyNamed(tool, 'What backs it up.'),
    targets: plainlyNamed(target, 'Where it goes.').optional(),
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
        description: 'backups one after the other; the data changes before each but the first and `unchanged`',
        default: '[full, unchanged, incremental, differential]',
        example: ['full', 'incremental', 'incremental'],
        form: 'a list of full, incremental, differential, unchanged',
      }),
    repetitions: quantity(COUNT, { min: 1, max: 1000, whole: true }, { description: 'how often all is done', default: '3', example: 6 }).optional(),
    check: z.boolean().optional().meta({ description: 'whether each tool checks its repository with its own means', default: 'true', form: 'true or false', example: false }),
    restore: z
      .array(z.enum(['newest', 'previous', 'oldest']))
      .min(1)
      .optional()
      .meta({ description: 'points that are restored and compared with the source', default: '[newest, oldest]', form: 'a list', example: ['newest'] }),
    verify: z
      .array(z.enum(VERIFY_METHODS))
      .optional()
      .meta({ description: 'how the newest point is read once more after its restore, each timed', default: 'none', form: 'a list', example: ['md5', 'bytes'] }),
    cache: oneOf(['warm', 'cold', 'as it is'], {
      description: 'whether files come from memory or the device; cold needs the right to drop caches',
      default: 'warm',
    }).optional(),
    timeout: quantity(DURATION, { above: true, max: 30 * 86_400 }, { description: 'how long a step may take', default: '1 h', example: '30 min' }).optional(),
  },
  { description: 'A plan of real backups: datasets × tools × targets × repetitions, over all levels.' },
);

/** Whether a text looks like a plan of real backups rather than a scenario. */
export const isPlan = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'datasets' in value;

/**
 * Reads the text of a plan (YAML or JSON), or returns every problem in it.
 *
 * @param name what the plan is called unless it says so itself.
 */
export function readPlan(input: string, file: string, name: string): Checked<BenchPlan> {
  const source = parseSource(input, file, 'start from scenarios/bench-quick.yaml');
  if (source.problems.length > 0) return { ok: false, problems: source.problems };
  const { value } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = `is not a plan but ${kindOf(value)}`;
    const hint = 'it should hold datasets and tools';
    return { ok: false, problems: [{ path: '', message, hint, place: source.place([]) }] };
  }
  const read = plan.safeParse(value);
  if (!read.success) return { ok: false, problems: fromIssues(read.error.issues, source) };
  return { ok: true, value: filledIn(read.data, name) };
}

type Written = z.output<typeof plan>;

function filledIn(written: Written, name: string): BenchPlan {
  return {
    name: written.name ?? name,
    note: written.note ?? null,
    seed: written.seed ?? 1,
    datasets: entries(written.datasets).map(([key, one]) => datasetOf(key, one)),
    tools: entries(written.tools).map(([key, one]) => ({ name: key, ...one(key) })),
    targets: entries(written.targets ?? { disk: LOCAL }).map(([key, place]) => ({
      name: key,
      kind: place.kind,
      limit: place.limit,
      place,
    })),
    levels: written.levels ?? ['full', 'unchanged', 'incremental', 'differential'],
    repetitions: written.repetitions ?? 3,
    check: written.check ?? true,
    restore: written.restore ?? ['newest', 'oldest'],
    verify: written.verify ?? [],
    cache: written.cache ?? 'warm',
    timeout: written.timeout ?? 3600,
  };
}

const LOCAL = { kind: 'local', limit: null } as const;

/** In the order of names: the order in which a file has them changes nothing. */
const entries = <T>(map: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));

function datasetOf(name: string, one: Written['datasets'][string]): DatasetPlan {
  return 'directory' in one
    ? { kind: 'directory', name, path: one.directory, next: one.next ?? null }
    : { kind: 'made', name, recipe: one };
}
