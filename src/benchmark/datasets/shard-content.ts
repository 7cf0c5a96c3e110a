import type { Stream } from '../../random/stream.ts';
import { ELEMENT_TYPES, type ElementType, weights } from './element-types.ts';
import { type KeyStream, keyStream, PIECE } from './key-stream.ts';
import type { CheckpointRecipe } from './recipe.ts';
import { selection } from './selection.ts';
import { changedElements, type Shard } from './shards.ts';

/**
 * The elements of a shard in a generation, piece by piece, from the first. Elements that change
 * are chosen anew in each generation, so what stands there now is found by going through all
 * generations before: some nanoseconds for each element and generation.
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

/** Turns random bytes into weights: the upper 16 bits of each pick one, the lower stay as they are. */
function makeWeights(view: DataView, { width }: ElementType): void {
  const table = weights();
  for (let at = width - 2; at < view.byteLength; at += width) {
    view.setUint16(at, table[view.getUint16(at, true)] as number, true);
  }
}

/**
 * What a generation does to the elements, called for each piece in turn. The lowest bits of a
 * chosen one's mantissa, 7 of a bf16 and 16 of a 32-bit number, become any others than they were,
 * as after a small step of training.
 */
function change(
  recipe: CheckpointRecipe,
  { number, elements }: Shard,
  seed: number,
  generation: number,
): (view: DataView, type: ElementType) => void {
  const chance = words(keyStream(seed, 'changed weights'), number, generation);
  const isChosen = selection(changedElements(recipe, elements), elements, chance);
  return (view, { width }) => {
    const bits = width === 2 ? 7 : 16;
    const mask = 2 ** bits - 1;
    for (let at = 0; at < view.byteLength; at += width) {
      if (!isChosen()) continue;
      const old = view.getUint16(at, true);
      const step = 1 + Math.floor(chance() * mask);
      view.setUint16(at, (old & ~mask) | ((old + step) & mask), true);
    }
  };
}

/** The key stream of an item and version as numbers of 32 bits in [0, 1). */
function words(stream: KeyStream, item: number, version: number): Stream {
  let [at, from] = [DRAWN, 0];
  let view = new DataView(new ArrayBuffer(0));
  return () => {
    if (at === DRAWN) {
      const { buffer, byteOffset } = stream(item, version, from, DRAWN);
      view = new DataView(buffer, byteOffset, DRAWN);
      [at, from] = [0, from + DRAWN];
    }
    const word = view.getUint32(at, true);
    at += 4;
    return word / 2 ** 32;
  };
}

const DRAWN = 2 ** 16;
