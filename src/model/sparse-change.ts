/**
 * Tensors of which single elements change, scattered evenly. What tools with larger pieces see of
 * it is a matter of granularity; see docs/model.md, section "Model weights and vectors".
 */
import { uniformShare } from './change.ts';

/**
 * The chance that a chunk keeps all its elements: `(1 - changed)^(chunk / element)`.
 *
 * @param changed share of the elements that changed
 * @param chunk bytes of a chunk
 * @param element bytes of an element; 2 for bf16
 * @example chunkUnchanged(0.01, 512) // 0.0763
 */
export function chunkUnchanged(changed: number, chunk: number, element = 2): number {
  return Math.exp(Math.max(1, chunk / element) * Math.log1p(-changed));
}

/**
 * The share of distinct elements that differ after several steps, each of which changes others:
 * `1 - (1 - changed)^steps`. An **assumption**: real steps tend to touch the same elements again.
 *
 * @param changed share of the elements that one step changes
 * @param steps steps between the two states
 * @example elementsChanged(0.01, 200) // 0.866
 */
export const elementsChanged = (changed: number, steps: number): number =>
  uniformShare(changed, steps);

/** A step of reinforcement learning as published: bytes of the weights, and of its patch. */
const PULSE = { weights: 14e9, patch: 108e6, changed: 0.01 };

/**
 * Bytes of a lossless patch that carries the places and values of changed elements. Published for
 * one point: 14 GB of bf16 weights with less than 1 % changed made 108 MB; in between the patch is
 * taken to follow the number of changed elements, and never to pass the weights (**assumption**).
 * Source: PULSE, arXiv 2602.03839.
 *
 * @param weights bytes of the weights
 * @param changed share of the elements that changed
 * @example patchSize(140e9, 0.01) // 1.08e9
 */
export function patchSize(weights: number, changed: number): number {
  const share = (PULSE.patch / PULSE.weights) * (changed / PULSE.changed);
  return weights * Math.min(1, share);
}
