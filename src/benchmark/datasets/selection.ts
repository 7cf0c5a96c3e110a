import type { Stream } from '../../random/stream.ts';

/**
 * Selects exactly `count` of `of` items, each subset equally likely (Knuth, The Art of Computer
 * Programming, volume 2, 3.4.2, algorithm S). Draws once for each item.
 *
 * @returns a function to call once for each item in order; it returns whether the item is selected.
 *
 * @example
 * const isChosen = selection(1, 100, stream(7, 'one of a hundred'));
 */
export function selection(count: number, of: number, draw: Stream): () => boolean {
  let [wanted, left] = [count, of];
  return () => {
    const chosen = draw() * left < wanted;
    left--;
    if (chosen) wanted--;
    return chosen;
  };
}

/**
 * The first `count` numbers of a random permutation of 0 … `of` - 1: a Fisher-Yates shuffle that
 * stops early. Draws once for each.
 *
 * @example
 * dealt(3, 52, stream(7, 'cards')) // three different numbers below 52
 */
export function dealt(count: number, of: number, draw: Stream): readonly number[] {
  const all = Uint32Array.from({ length: of }, (_, index) => index);
  for (let place = 0; place < count; place++) {
    const other = place + Math.floor(draw() * (of - place));
    const [a, b] = [all[place] as number, all[other] as number];
    all[place] = b;
    all[other] = a;
  }
  return Array.from(all.subarray(0, count));
}
