import { z } from 'zod';
import { CATALOG_NAMES } from '../catalog/names.ts';
import { COUNT, DURATION, FRACTION, FREQUENCY, RATE, SIZE } from '../units/dimensions.ts';
import { choice } from './language/choice.ts';
import { fields, type Issues, named, oneOf, quantity, refuse, text } from './language/declare.ts';
import { uncertain } from './language/uncertain.ts';
import { pruning } from './prune.ts';
import { combine, stored, work } from './tool-terms.ts';

/** Granularity at which a tool detects changes; sizes in bytes. */
export type Granularity =
  | { readonly kind: 'stated' }
  | { readonly kind: 'file' }
  | { readonly kind: 'block'; readonly size: number }
  | { readonly kind: 'chunk'; readonly mean: number; readonly least: number };

const piece = (description: string) =>
  quantity(SIZE, { above: true }, { description, example: '1 MiB' });

const block = fields(
  { block: piece('size of a block') },
  { description: 'fixed blocks' },
).transform((declared): Granularity => ({ kind: 'block', size: declared.block }));

const chunk = fields(
  {
    chunk: piece('mean size of a chunk'),
    least: quantity(
      SIZE,
      {},
      {
        description: 'least size of a chunk; at most the mean',
        default: 'a quarter of the mean',
        example: '256 KiB',
      },
    ).optional(),
  },
  { description: 'content-defined chunks' },
).transform(
  ({ chunk: mean, least = mean / 4 }, issues): Granularity =>
    least <= mean
      ? { kind: 'chunk', mean, least }
      : refuse(issues as Issues, 'is more than the mean', 'write a size of at most that of chunk', [
          'least',
        ]),
);

const granularity = choice<Granularity>(
  {
    description: 'how finely it tells changed from unchanged',
    default: 'that of the tool it is like',
    example: { chunk: '1 MiB' },
  },
  {
    what: 'stated, file, or a mapping with block or chunk',
    hint: 'write for example { chunk: 1 MiB }',
  },
  () => [
    {
      shape: 'scalar',
      schema: z
        .enum(['stated', 'file'])
        .transform((kind): Granularity => ({ kind }))
        .meta({ description: 'stated: what the change says; file: whole files', example: 'file' }),
    },
    { shape: ['block'], schema: block },
    { shape: ['chunk'], beside: ['least'], schema: chunk },
  ],
);

/** How a chain of restore points is built; see `Style`. */
export const STYLES = ['forward', 'reverse', 'copy', 'replica', 'dedup'] as const;
/**
 * forward: fulls followed by increments. reverse: the newest point is always the full.
 * copy: forever incremental, with archive fulls for GFS. replica: a copy with snapshots.
 * dedup: independent points in a repository that stores equal chunks once.
 */
export type Style = (typeof STYLES)[number];

const likeTool = 'that of the tool it is like';

/** How files lie in an object store: many in one object, or each as an object of its own. */
export const OBJECTS = ['packs', 'files'] as const;
/** Value of `objects`. */
export type Objects = (typeof OBJECTS)[number];

const restore = fields(
  {
    fixed: quantity(
      DURATION,
      {},
      {
        description: 'fixed time of a restore',
        default: '`prepare` and `finish`',
        example: '0.2 s',
      },
    ).optional(),
    'per-file': quantity(
      DURATION,
      {},
      {
        description:
          'time for each file that comes back, however many cores there are; several processes share it',
        default: '`per-file` of the tool where it is given, else that of the tool it is like',
        example: '0.3 ms',
      },
    ).optional(),
    rate: quantity(
      RATE,
      { above: true },
      {
        description: 'restored bytes that one core unpacks and writes in a second',
        default: 'what codec and cipher allow',
        example: '240 MB/s',
      },
    ).optional(),
  },
  { description: 'what a restore takes beside the way there' },
);

const tool = fields(
  {
    like: text({
      description: 'the tool of the catalog it starts from',
      names: CATALOG_NAMES.tool,
      default: 'that of its profile, else generic',
      example: 'restic',
    }).optional(),
    profile: text(
      {
        description:
          'a profile that `calibrate` has written, below the folder of the scenario: what it takes and stores, as measured; what stands here wins',
        example: 'profiles/restic.yaml',
      },
      500,
    ).optional(),
    version: text({
      description: 'its version; retention rules of restic changed with 0.16',
      default: 'that of its profile, else that of the catalog',
      example: '0.16.4',
    }).optional(),
    style: oneOf(STYLES, {
      description: 'how it builds chains of restore points',
      default: likeTool,
    }).optional(),
    granularity: granularity.optional(),
    compression: oneOf(['on', 'off'], {
      description: 'whether it compresses: stored bytes are divided by the compressibility',
      default: 'on where a codec is named, else that of the tool it is like',
    }).optional(),
    codec: text({
      description:
        'a codec of the catalog: the core time that compression costs; none: it costs none',
      names: CATALOG_NAMES.codec,
      default: likeTool,
      example: 'zstd-3',
    }).optional(),
    cipher: text({
      description: 'a cipher of the catalog; it costs core time',
      names: CATALOG_NAMES.cipher,
      default: likeTool,
      example: 'aes-256-gcm',
    }).optional(),
    hash: text({
      description: 'the hash that names its chunks; it costs core time',
      names: CATALOG_NAMES.hash,
      default: likeTool,
      example: 'sha-256',
    }).optional(),
    cores: quantity(
      COUNT,
      { above: true },
      { description: 'cores one job can use', default: likeTool, example: 4 },
    ).optional(),
    streams: quantity(
      COUNT,
      { min: 1, whole: true },
      { description: 'parallel streams of a job', default: likeTool, example: 4 },
    ).optional(),
    'stream-window': quantity(
      SIZE,
      { above: true },
      { description: 'bytes one stream may have under way', default: likeTool, example: '2 MiB' },
    ).optional(),
    scan: uncertain(
      FREQUENCY,
      { above: true },
      { description: 'files it looks at in a second', default: likeTool },
    ).optional(),
    'per-file': quantity(
      DURATION,
      {},
      { description: 'time for each changed file', default: likeTool, example: '1 ms' },
    ).optional(),
    prepare: quantity(
      DURATION,
      {},
      { description: 'fixed time before a job', default: likeTool, example: '10 s' },
    ).optional(),
    finish: quantity(
      DURATION,
      {},
      { description: 'fixed time after a job', default: likeTool, example: '10 s' },
    ).optional(),
    work: work.optional(),
    combine: combine.optional(),
    restore: restore.optional(),
    prune: pruning.optional(),
    stored: stored.optional(),
    objects: oneOf(OBJECTS, {
      description:
        'how files lie in an object store: in packs, or each as an object, which a restore asks for by itself',
      default: likeTool,
    }).optional(),
    overhead: quantity(
      FRACTION,
      { max: 10 },
      {
        description: 'share added to what is stored, for indexes and headers',
        default: `0 where \`stored\` is given or measured, else ${likeTool}`,
      },
    ).optional(),
    'merges-duplicates': z.boolean().optional().meta({
      description: 'whether equal data is stored once',
      default: likeTool,
      form: 'true or false',
      example: true,
    }),
    path: oneOf(['pipelined', 'staged'], {
      description: 'whether data streams through, or each step ends before the next begins',
      default: 'pipelined',
    }).optional(),
  },
  { description: 'A backup tool.' },
);

/** User-defined tools, by name. */
export const tools = named(tool, { description: 'Tools that differ from those of the catalog.' });
