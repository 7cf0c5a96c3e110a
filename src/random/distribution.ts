import { errorFunction } from 'simple-statistics';
import { normalQuantile } from './normal-quantile.ts';
import type { Stream } from './stream.ts';

/** Bounds at which draws of an unbounded distribution are cut, such as a share at 100 %. */
export interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

/** The distribution of an uncertain quantity, in base units. */
export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | (Bounds & { readonly kind: 'normal'; readonly mean: number; readonly deviation: number })
  | (Bounds & { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number })
  | {
      readonly kind: 'triangular';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    }
  | { readonly kind: 'sample'; readonly values: readonly number[] };

/** Standard normal quantile at 90 %. */
const Z90 = normalQuantile(0.9);

/**
 * The distribution with the given 10 % and 90 % points: log-normal if both are positive, otherwise
 * normal.
 *
 * @example
 * fromPercentiles(200e9, 500e9) // { kind: 'lognormal', median: 316e9, sigma: 0.357… }
 */
export function fromPercentiles(p10: number, p90: number): Normal | Lognormal {
  if (p10 > 0) {
    const sigma = (Math.log(p90) - Math.log(p10)) / (2 * Z90);
    return { kind: 'lognormal', median: Math.sqrt(p10) * Math.sqrt(p90), sigma };
  }
  return { kind: 'normal', mean: (p10 + p90) / 2, deviation: (p90 - p10) / (2 * Z90) };
}

/** The mean of a distribution, used as the value of an input when no trials are run. */
export function mean(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value;
    case 'uniform':
      return (distribution.low + distribution.high) / 2;
    case 'normal':
      return meanOfCutNormal(distribution);
    case 'lognormal':
      return meanOfCutLognormal(distribution);
    case 'triangular':
      return (distribution.low + distribution.mode + distribution.high) / 3;
    case 'sample':
      return (
        distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length
      );
  }
}

type Normal = Extract<Distribution, { readonly kind: 'normal' }>;
type Lognormal = Extract<Distribution, { readonly kind: 'lognormal' }>;

const below = (z: number): number => (1 + errorFunction(z / Math.SQRT2)) / 2;
const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * The mean of a draw that is cut: values beyond a bound count as the bound (Greene, Econometric
 * Analysis, section 19.3, the moments of a censored normal variable).
 */
function meanOfCutNormal({ mean: middle, deviation, ...bounds }: Normal): number {
  const { least = -Infinity, most = Infinity } = bounds;
  if (deviation === 0 || (least === -Infinity && most === Infinity)) return cut(bounds, middle);
  const [a, b] = [(least - middle) / deviation, (most - middle) / deviation];
  const inside = middle * (below(b) - below(a)) + deviation * (density(a) - density(b));
  return cut(bounds, inside + weighed(least, below(a)) + weighed(most, 1 - below(b)));
}

function meanOfCutLognormal({ median, sigma, ...bounds }: Lognormal): number {
  const { least = 0, most = Infinity } = bounds;
  const whole = median * Math.exp(sigma ** 2 / 2);
  if (sigma === 0 || (least <= 0 && most === Infinity)) return cut(bounds, whole);
  const a = least > 0 ? Math.log(least / median) / sigma : -Infinity;
  const b = Math.log(most / median) / sigma;
  const inside = whole * (below(b - sigma) - below(a - sigma));
  return cut(bounds, inside + weighed(least, below(a)) + weighed(most, 1 - below(b)));
}

/**
 * Contribution of a bound to the mean; an infinite bound has probability 0 and contributes nothing.
 */
const weighed = (end: number, probability: number): number =>
  probability > 0 ? end * probability : 0;

/**
 * Draws once by inversion. It uses exactly one number of the stream, so that draws never get out of
 * step.
 */
export function draw(distribution: Distribution, stream: Stream): number {
  const u = stream();
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value;
    case 'uniform':
      return distribution.low + (distribution.high - distribution.low) * u;
    case 'normal':
      return cut(distribution, distribution.mean + distribution.deviation * normalQuantile(u));
    case 'lognormal':
      return cut(
        distribution,
        distribution.median * Math.exp(distribution.sigma * normalQuantile(u)),
      );
    case 'triangular':
      return triangularQuantile(distribution, u);
    case 'sample':
      return distribution.values[Math.floor(u * distribution.values.length)] ?? Number.NaN;
  }
}

const cut = ({ least = -Infinity, most = Infinity }: Bounds, value: number): number =>
  Math.min(most, Math.max(least, value));

function triangularQuantile(
  { low, mode, high }: { readonly low: number; readonly mode: number; readonly high: number },
  u: number,
): number {
  if (high === low) return low;
  const rising = (mode - low) / (high - low);
  return u < rising
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}
