import { ELEMENT_TYPES } from './element-types.ts';
import type { CheckpointRecipe } from './recipe.ts';
import { headerSize, safetensorsHeader, type Tensor } from './safetensors.ts';

/** A file of a checkpoint: a header, then its elements. */
export interface Shard {
  /** Counts from 1. */
  readonly number: number;
  readonly name: string;
  readonly header: Uint8Array;
  readonly tensors: readonly Tensor[];
  readonly elements: number;
}

const COLUMNS = 1024;
const ROWS = 4096;
/**
 * Spare header bytes: the header displaces elements, and one large matrix less may mean one more
 * small matrix and one more vector to list.
 */
const SPARE = 256;

/**
 * The shards of a checkpoint. Each has exactly the recipe's size and holds matrices of 4 Mi
 * elements, one smaller matrix, and a vector for the remainder.
 *
 * @example
 * shardsOf({ kind: 'checkpoint', shards: 4, shard: 2 ** 26, type: 'bf16', changed: 0.01 })[0].name
 * // 'model-00001-of-00004.safetensors'
 */
export function shardsOf({ shards, shard, type }: CheckpointRecipe): readonly Shard[] {
  const { name: dtype, width } = ELEMENT_TYPES[type];
  return Array.from({ length: shards }, (_, index) => {
    const prefix = `model.layers.${index}`;
    const most = tensorsOf(prefix, dtype, width, Math.floor(shard / width));
    const size = headerSize(most) + SPARE;
    const elements = Math.floor((shard - size) / width);
    const tensors = tensorsOf(prefix, dtype, width, elements);
    const header = safetensorsHeader(tensors, size);
    return { number: index + 1, name: nameOf(index + 1, shards), header, tensors, elements };
  });
}

function tensorsOf(
  prefix: string,
  dtype: Tensor['dtype'],
  width: number,
  elements: number,
): readonly Tensor[] {
  const tensors: Tensor[] = [];
  let [left, begin] = [elements, 0];
  const add = (name: string, shape: readonly number[]): void => {
    const count = shape.reduce((product, length) => product * length, 1);
    if (count === 0) return;
    const end = begin + count * width;
    tensors.push({ name: `${prefix}.${name}`, dtype, shape, begin, end });
    [left, begin] = [left - count, end];
  };
  for (let expert = 0; left >= ROWS * COLUMNS; expert++) {
    add(`mlp.experts.${expert}.up_proj.weight`, [ROWS, COLUMNS]);
  }
  add('self_attn.q_proj.weight', [Math.floor(left / COLUMNS), COLUMNS]);
  add('input_layernorm.weight', [left]);
  return tensors;
}

const nameOf = (number: number, of: number): string =>
  `model-${fiveDigits(number)}-of-${fiveDigits(of)}.safetensors`;

const fiveDigits = (number: number): string => String(number).padStart(5, '0');

/** The name of the index file, which maps tensors to shards. */
export const INDEX_NAME = 'model.safetensors.index.json';

/** The content of the index file; the same in all generations. */
export function indexOf(recipe: CheckpointRecipe, shards: readonly Shard[]): Uint8Array {
  const { width } = ELEMENT_TYPES[recipe.type];
  const total_size = shards.reduce((sum, { elements }) => sum + elements * width, 0);
  const weight_map = Object.fromEntries(
    shards.flatMap(({ name, tensors }) => tensors.map((tensor) => [tensor.name, name])),
  );
  return new TextEncoder().encode(
    `${JSON.stringify({ metadata: { total_size }, weight_map }, null, 2)}\n`,
  );
}

/** Number of elements of a shard that change from one generation to the next. */
export const changedElements = ({ changed }: CheckpointRecipe, elements: number): number =>
  Math.round(changed * elements);
