import type { Option } from '../../scenario/language/choice.ts';
import { fields, oneOf, quantity } from '../../scenario/language/declare.ts';
import { BINARY_SIZE, COUNT, FRACTION, RATIO } from '../../units/dimensions.ts';
import { filesChange, USUAL_CHANGE } from './change-fields.ts';
import { MOST_COMPRESSIBLE } from './compressibility.ts';
import type { CheckpointRecipe, FilesRecipe, Recipe } from './recipe.ts';
import { sizes, USUAL_SIZES } from './size-fields.ts';

const filesRecipe = fields(
  {
    files: quantity(
      COUNT,
      { min: 1, max: 1e6, whole: true },
      { description: 'how many there are at first', example: 2000 },
    ),
    size: sizes.optional(),
    depth: quantity(
      COUNT,
      { max: 20, whole: true },
      { description: 'folders below folders', default: '4', example: 4 },
    ).optional(),
    compressibility: quantity(
      RATIO,
      { min: 1, max: MOST_COMPRESSIBLE },
      {
        description: 'bytes by bytes left of them after zlib at level 6, in blocks of 64 KiB',
        default: '2',
        example: 2,
      },
    ).optional(),
    duplicates: quantity(
      FRACTION,
      { max: 0.9 },
      {
        description: 'share of the bytes in files that are copies of others; of those added, too',
        default: 'none',
        example: '10 %',
      },
    ).optional(),
    names: oneOf(['plain', 'hostile'], {
      description:
        'hostile: beside the files counted, some 40 small ones whose names have line breaks, leading dashes, bytes that are no UTF-8 and the like',
      default: 'plain',
    }).optional(),
    change: filesChange.optional(),
  },
  { description: 'a tree of files that is made', example: { files: 2000 } },
).transform(
  (written): FilesRecipe => ({
    kind: 'files',
    files: written.files,
    sizes: written.size ?? USUAL_SIZES,
    depth: written.depth ?? 4,
    compressibility: written.compressibility ?? 2,
    duplicates: written.duplicates ?? 0,
    hostileNames: written.names === 'hostile',
    change: written.change ?? USUAL_CHANGE,
  }),
);

const ALIGNMENT = 8;

const checkpoint = fields(
  {
    shards: quantity(
      COUNT,
      { min: 1, max: 10_000, whole: true },
      { description: 'files it is saved in', default: '4', example: 4 },
    ).optional(),
    shard: quantity(
      BINARY_SIZE,
      { min: 4096, max: 2 ** 36, whole: true },
      { description: 'size of each', example: '64 MiB' },
    ).refine((size) => size % ALIGNMENT === 0, {
      message: `must be a multiple of ${ALIGNMENT} B`,
      params: { hint: 'write a size such as 64 MiB' },
    }),
    type: oneOf(['bf16', 'f32'], {
      description: 'type of the elements',
      default: 'bf16',
    }).optional(),
    changed: quantity(
      FRACTION,
      { max: 1 },
      {
        description: 'share of the elements that change from one generation to the next, anywhere',
        default: '1 %',
        example: '1 %',
      },
    ).optional(),
  },
  { description: 'the weights of a model, as safetensors files' },
);

const checkpointRecipe = fields(
  { checkpoint },
  {
    description: 'a checkpoint that is made',
    example: { checkpoint: { shards: 4, shard: '64 MiB' } },
  },
).transform(
  ({ checkpoint: { shards = 4, shard, type = 'bf16', changed = 0.01 } }): CheckpointRecipe => ({
    kind: 'checkpoint',
    shards,
    shard,
    type,
    changed,
  }),
);

/**
 * The forms in which a plan declares generated datasets, for `choice`: `files` and its fields, or
 * `checkpoint`.
 *
 * @example
 * const dataset = choice<Recipe>({ description: 'a dataset' }, { what, hint }, MADE_DATASETS);
 */
export const MADE_DATASETS: readonly Option<Recipe>[] = [
  { shape: ['checkpoint'], schema: checkpointRecipe },
  {
    shape: ['files', 'size', 'depth', 'compressibility', 'duplicates', 'names'],
    beside: ['change'],
    schema: filesRecipe,
  },
];
