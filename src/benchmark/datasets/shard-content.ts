import type { Stream } from '../../random/stream.ts';
import { ELEMENT_TYPES, type ElementType, weights } from './element-types.ts';
import { type KeyStream, keyStream, PIECE } from './key-stream.ts';
import type { CheckpointRecipe } from './recipe.ts';
import { selection } from './selection.ts';
import { changedElements, type Shard } from './shards.ts';

/**
 * Yields the bytes of a shard's elements in a generation, in pieces. Each generation selects the
 * elements it changes independently, so the current content is computed by applying all generations
 * in order, at some nanoseconds per element and generation.
 *
 * @example
 * for (const bytes of shardContent(recipe, shard, 7, 3)) file.write(bytes, …);
 */
export function* shardContent(
  recipe: CheckpointRecipe,
  shard: Shard,
  seed: number,
  generation: number,
): Generator<Uint8Array> {
  const type = ELEMENT_TYPES[recipe.type];
  const stream = keyStream(seed, 'weights');
  const changes = Array.from({ length: generation }, (_, index) =>
    change(recipe, shard, seed, index + 1),
  );
  const bytes = shard.elements * type.width;
  for (let from = 0; from < bytes; from += PIECE) {
    const piece = stream(shard.number, 0, from, Math.min(PIECE, bytes - from));
    const view = new DataView(piece.buffer, piece.byteOffset, piece.length);
    makeWeights(view, type);
    for (const apply of changes) apply(view, type);
    yield piece;
  }
}

/**
 * Turns random bytes into weights: the upper 16 bits of each element select one, the lower stay
 * random.
 */
function makeWeights(view: DataView, { width }: ElementType): void {
  const table = weights();
  for (let at = width - 2; at < view.byteLength; at += width) {
    view.setUint16(at, table[view.getUint16(at, true)] as number, true);
  }
}

/**
 * Returns a function that applies a generation's changes to the pieces in order. In each selected
 * element the lowest bits of the mantissa (7 of a bf16, 16 of a 32-bit number) take another random
 * value, as after a small training step.
 */
function change(
  recipe: CheckpointRecipe,
  { number, elements }: Shard,
  seed: number,
  generation: number,
): (view: DataView, type: ElementType) => void {
  const random = words(keyStream(seed, 'changed weights'), number, generation);
  const isChosen = selection(changedElements(recipe, elements), elements, random);
  return (view, { width }) => {
    const bits = width === 2 ? 7 : 16;
    const mask = 2 ** bits - 1;
    for (let at = 0; at < view.byteLength; at += width) {
      if (!isChosen()) continue;
      const old = view.getUint16(at, true);
      const step = 1 + Math.floor(random() * mask);
      view.setUint16(at, (old & ~mask) | ((old + step) & mask), true);
    }
  };
}

/** A key stream as random numbers in [0, 1) of 32 bits. */
function words(stream: KeyStream, item: number, version: number): Stream {
  let [at, from] = [BUFFER_SIZE, 0];
  let view = new DataView(new ArrayBuffer(0));
  return () => {
    if (at === BUFFER_SIZE) {
      const { buffer, byteOffset } = stream(item, version, from, BUFFER_SIZE);
      view = new DataView(buffer, byteOffset, BUFFER_SIZE);
      [at, from] = [0, from + BUFFER_SIZE];
    }
    const word = view.getUint32(at, true);
    at += 4;
    return word / 2 ** 32;
  };
}

const BUFFER_SIZE = 2 ** 16;
