/**
 * Published values for one step of reinforcement learning: bytes of the weights and of the patch,
 * and share of changed elements.
 */
const PULSE = { weights: 14e9, patch: 108e6, changed: 0.01 };

/**
 * Probability that all elements of a chunk are unchanged: `(1 - changed)^(chunk / element)`.
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
 * Bytes of a lossless patch with the positions and values of changed elements. One point is
 * published: for 14 GB of bf16 weights with less than 1 % changed, the patch has 108 MB. The patch
 * is taken to grow in proportion to the number of changed elements, up to the size of the weights
 * (**assumption**). Source: PULSE, arXiv 2602.03839.
 *
 * @param weights bytes of the weights
 * @param changed share of the elements that changed
 * @example patchSize(140e9, 0.01) // 1.08e9
 */
export function patchSize(weights: number, changed: number): number {
  const share = (PULSE.patch / PULSE.weights) * (changed / PULSE.changed);
  return weights * Math.min(1, share);
}
