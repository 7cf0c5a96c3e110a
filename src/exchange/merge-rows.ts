import { KEY_SIZE } from './index-row.ts';

/**
 * Merges sorted streams of rows into one sorted stream, in the order of their keys; rows with equal
 * keys come in the order of their streams. Streams are merged in pairs, and these in pairs again, so
 * that a row is compared once a level; one row of each stream is held.
 *
 * @example
 * [...mergeRows([[a, c], [b]])] // [a, b, c]
 */
export function mergeRows(streams: readonly Iterable<Buffer>[]): Iterable<Buffer> {
  const [first = [], ...others] = streams;
  if (others.length === 0) return first;
  const middle = streams.length >> 1;
  return mergeTwo(mergeRows(streams.slice(0, middle)), mergeRows(streams.slice(middle)));
}

function* mergeTwo(left: Iterable<Buffer>, right: Iterable<Buffer>): Generator<Buffer> {
  const [lefts, rights] = [left[Symbol.iterator](), right[Symbol.iterator]()];
  let [a, b] = [lefts.next(), rights.next()];
  while (!a.done && !b.done) {
    if (compare(a.value, b.value) <= 0) {
      yield a.value;
      a = lefts.next();
    } else {
      yield b.value;
      b = rights.next();
    }
  }
  for (; !a.done; a = lefts.next()) yield a.value;
  for (; !b.done; b = rights.next()) yield b.value;
}

const compare = (a: Buffer, b: Buffer): number => a.compare(b, 0, KEY_SIZE, 0, KEY_SIZE);
