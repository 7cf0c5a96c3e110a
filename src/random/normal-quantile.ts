/** Coefficients of algorithm AS 241 (PPND7), Wichura, Applied Statistics 37 (1988) 477-484. */
const CENTRE = [3.3871327179, 50.434271938, 159.29113202, 59.10937472];
const CENTRE_BELOW = [1, 17.895169469, 78.757757664, 67.1875636];
const MIDDLE = [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103];
const MIDDLE_BELOW = [1, 0.7370016425, 0.12021132975];
const TAIL = [6.657905115, 3.081226386, 0.42868294337, 0.017337203997];
const TAIL_BELOW = [1, 0.24197894225, 0.012258202635];

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/**
 * The standard normal quantile, accurate to about seven digits (AS 241, PPND7). Arguments 0 and 1
 * return the quantile of the smallest positive double (and its negative) instead of an infinity, so
 * that a draw is always finite.
 *
 * @example
 * normalQuantile(0.975) // 1.959964
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const tail = Math.sqrt(-Math.log(Math.max(Number.MIN_VALUE, q < 0 ? p : 1 - p)));
  const size =
    tail <= 5
      ? polynomial(MIDDLE, tail - 1.6) / polynomial(MIDDLE_BELOW, tail - 1.6)
      : polynomial(TAIL, tail - 5) / polynomial(TAIL_BELOW, tail - 5);
  return q < 0 ? -size : size;
}
