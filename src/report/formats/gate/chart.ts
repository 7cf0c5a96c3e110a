import type { Judgement } from '../../../gate/judgement.ts';

/** Characters to either side of the middle, which stands for no change. */
const HALF = 20;
/** The ends of the chart, in limits: what lies beyond is drawn at the edge. */
const REACH = 3;

/**
 * A growth and its interval on one line of fixed width: `|` is no change, `!` the limit, `●` the
 * growth, `─` its interval.
 *
 * @example
 * growthBar({ ratio: 1.15, low: 1.12, high: 1.18, limit: 0.1 }) // '…|      !─●─   …'
 */
export function growthBar({
  ratio,
  low,
  high,
  limit,
}: Pick<Judgement, 'ratio' | 'low' | 'high' | 'limit'>): string {
  const at = (value: number): number => {
    const place = Math.round(((value - 1) / (limit * REACH)) * HALF);
    return HALF + Math.max(-HALF, Math.min(HALF, place));
  };
  const line = Array.from({ length: 2 * HALF + 1 }, () => ' ');
  line[HALF] = '|';
  line[at(1 + limit)] = '!';
  const middle = at(ratio ?? Infinity);
  line.fill('─', at(low ?? ratio ?? Infinity), at(high ?? ratio ?? Infinity) + 1);
  line[middle] = '●';
  return line.join('');
}
