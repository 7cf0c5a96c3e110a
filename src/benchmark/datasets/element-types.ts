import { normalQuantile } from '../../random/normal-quantile.ts';
import type { CheckpointRecipe } from './recipe.ts';
import type { SafetensorsType } from './safetensors.ts';

/** The element type of a checkpoint. */
export interface ElementType {
  readonly name: SafetensorsType;
  /** Bytes per element. */
  readonly width: 2 | 4;
}

/** The supported element types. */
export const ELEMENT_TYPES: Readonly<Record<CheckpointRecipe['type'], ElementType>> = {
  bf16: { name: 'BF16', width: 2 },
  f32: { name: 'F32', width: 4 },
};

/**
 * Standard deviation of weights: the usual initialisation of transformers, which they stay close
 * to.
 */
const SIGMA = 0.02;

let table: Uint16Array | undefined;

/**
 * The upper 16 bits (sign, exponent, 7 bits of mantissa: a bf16) of 65,536 equally likely normal
 * quantiles; a weight is one of them, picked uniformly. As in trained models, signs and mantissas
 * are nearly incompressible and few exponents occur.
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
