import type { Chain } from './chain.ts';
import { isFull } from './kinds.ts';
import { applyOverlapping, keepNewest } from './retention.ts';
import { emptyRows, kindAt, pushCopy } from './rows.ts';

/** Reason bit: the point stays because its generation stays. */
export const BY_GENERATION = 1 << 9;

/**
 * Keeps or drops whole generations: a full with everything that builds on it. `points`, `within` and
 * the lock look at points, and keep the generations of what they find. All other rules count
 * generations by their fulls. The newest generation always stays.
 */
export function keepGenerations(chain: Chain): void {
  const { rows, rules, now } = chain;
  const { why } = chain.work;
  keepNewest(rules, rows, why, now);
  const generations = generationsOf(chain);
  const fulls = emptyRows(generations.length + 1);
  for (const { full } of generations) {
    pushCopy(fulls, rows, full);
  }
  const kept = new Int32Array(generations.length);
  applyOverlapping({ ...rules, points: 0, within: null, locked: 0 }, fulls, kept, now);
  for (const [index, { from, to }] of generations.entries()) {
    const stays =
      index === generations.length - 1 || why.subarray(from, to).some((bits) => bits !== 0);
    const bits = kept[index] || (stays ? BY_GENERATION : 0);
    for (let i = from; i < to; i++) why[i] = (why[i] as number) | bits;
  }
}

/** Rows `from` (inclusive) to `to` (exclusive), and the self-contained one among them. */
interface Generation {
  readonly from: number;
  readonly to: number;
  readonly full: number;
}

/**
 * The generations, oldest first. Reverse increments come before their full, all other kinds after
 * it.
 */
function generationsOf({ rows, style }: Chain): readonly Generation[] {
  const isSingle = style === 'dedup';
  const fullLast = style === 'reverse';
  const isStart = (index: number): boolean =>
    isSingle || index === 0 || isFull(kindAt(rows, fullLast ? index - 1 : index));
  const starts = Array.from({ length: rows.count }, (_, index) => index).filter(isStart);
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? rows.count;
    return { from, to, full: fullLast ? to - 1 : from };
  });
}
