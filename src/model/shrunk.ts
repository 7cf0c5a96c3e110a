/**
 * What compression leaves of a byte: `compressibility^-exponent`. The exponent is 1 for a codec that
 * shrinks as much as the one that compressibility is told by, above 1 for a stronger one (a power law
 * fitted to measured runs; see docs/calibrating.md).
 *
 * @example shrunk(2, 1) // 0.5
 */
export const shrunk = (compressibility: number, exponent: number): number =>
  exponent === 1 ? 1 / compressibility : compressibility ** -exponent;
