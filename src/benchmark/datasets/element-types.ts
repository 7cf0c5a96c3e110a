import { normalQuantile } from '../../random/normal-quantile.ts';
import type { CheckpointRecipe } from './recipe.ts';
import type { SafetensorsType } from './safetensors.ts';

/** How the elements of a checkpoint are written. */
export interface ElementType {
  readonly name: SafetensorsType;
  /** Bytes of an element. */
  readonly width: 2 | 4;
}

/** The types of elements that there are. */
export const ELEMENT_TYPES: Readonly<Record<CheckpointRecipe['type'], ElementType>> = {
  bf16: { name: 'BF16', width: 2 },
  f32: { name: 'F32', width: 4 },
};

/** Standard deviation of weights: what transformers are commonly initialised with, and stay near. */
const SIGMA = 0.02;

let table: Uint16Array | undefined;

/**
 * The upper 16 bits (sign, exponent, 7 bits of mantissa: a bf16) of 65 536 normal numbers that are
 * equally likely: one of them, picked evenly, is a weight. So signs and mantissas are all but
 * incompressible and exponents are few, as in trained models.
 */
export function weights(): Uint16Array {
  if (table) return table;
  const count = 2 ** 16;
  const word = new DataView(new ArrayBuffer(4));
  table = Uint16Array.from({ length: count }, (_, index) => {
    word.setFloat32(0, SIGMA * normalQuantile((index + 0.5) / count));
    return word.getUint16(0);
  });
  return table;
}
