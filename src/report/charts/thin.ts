/** The most points that a curve in a chart has; more cannot be seen. */
const MOST = 600;

/**
 * Picks which points of a long curve to draw: of each stretch the lowest and the highest, so that
 * no peak gets lost; all of them where the curve is short.
 *
 * @returns places in the curve, rising, the first and the last always among them.
 * @example
 * thinned([1, 2, 3]) // [0, 1, 2]
 */
export function thinned(curve: readonly number[], most = MOST): readonly number[] {
  if (curve.length <= most) return curve.map((_, index) => index);
  const stretch = Math.ceil((curve.length * 2) / Math.max(2, most - 2));
  const kept = new Set([0, curve.length - 1]);
  for (let start = 0; start < curve.length; start += stretch) {
    let [low, high] = [start, start];
    for (let index = start; index < Math.min(start + stretch, curve.length); index++) {
      if ((curve[index] ?? 0) < (curve[low] ?? 0)) low = index;
      if ((curve[index] ?? 0) > (curve[high] ?? 0)) high = index;
    }
    kept.add(low).add(high);
  }
  return [...kept].sort((a, b) => a - b);
}
