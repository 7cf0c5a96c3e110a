import type { Result, StrategyResult } from './result.ts';

/**
 * The strategies as people see them: the recommended one first, then as the file lists them; those
 * it does not name come last, as they stand.
 */
export function inOrder({ strategies, order, advice }: Result): readonly StrategyResult[] {
  const places = new Map(order.map((name, index) => [name, index]));
  const place = ({ name }: StrategyResult): number =>
    name === advice.take ? -1 : (places.get(name) ?? order.length);
  return [...strategies].sort((a, b) => place(a) - place(b));
}
