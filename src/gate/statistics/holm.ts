/**
 * Probabilities of several tests, each made so much larger that the chance of any false alarm among
 * all of them stays below what is asked of one (Holm 1979, Scand. J. Stat. 6, 65-70).
 *
 * @example
 * holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(probabilities: readonly number[]): readonly number[] {
  const order = probabilities.map((_, index) => index);
  order.sort((a, b) => (probabilities[a] as number) - (probabilities[b] as number));
  const adjusted = probabilities.map(() => 1);
  let least = 0;
  for (const [rank, index] of order.entries()) {
    const one = (probabilities.length - rank) * (probabilities[index] as number);
    least = Math.max(least, Math.min(1, one));
    adjusted[index] = least;
  }
  return adjusted;
}
