import type { Probed } from '../records/probe.ts';

/** Seconds that an object of so many bytes takes. */
export interface Point {
  readonly size: number;
  readonly seconds: number;
}

/** What an object takes whatever its size, and how fast its bytes come or go. */
export interface Line {
  /** Seconds. */
  readonly perObject: number;
  /** Bytes a second; null where the time does not grow with the size. */
  readonly rate: number | null;
}

/**
 * The line seconds = per object + bytes ÷ rate through what was measured, by least squares of the
 * relative errors, so that small objects count as much as large ones; both are at least 0. It is
 * the form in which stores are characterised by Liu et al., arXiv 2009.03190.
 *
 * @returns null with fewer than two sizes.
 * @example
 * lineThrough([{ size: 0, seconds: 0.1 }, { size: 1e6, seconds: 0.2 }]) // { perObject: 0.1, rate: 1e7 }
 */
export function lineThrough(points: readonly Point[]): Line | null {
  if (new Set(points.map(({ size }) => size)).size < 2) return null;
  // Each equation is divided by its seconds: a·u + b·v = 1 with u = 1 ÷ seconds, v = size ÷ seconds.
  let [uu, uv, vv, u1, v1] = [0, 0, 0, 0, 0];
  for (const { size, seconds } of points) {
    const [u, v] = [1 / seconds, size / seconds];
    uu += u * u;
    uv += u * v;
    vv += v * v;
    u1 += u;
    v1 += v;
  }
  const determinant = uu * vv - uv * uv;
  const perObject = (u1 * vv - v1 * uv) / determinant;
  const perByte = (v1 * uu - u1 * uv) / determinant;
  if (perByte <= 0) return { perObject: u1 / uu, rate: null };
  if (perObject < 0) return { perObject: 0, rate: vv / v1 };
  return { perObject, rate: 1 / perByte };
}

/**
 * Seconds for which an operation holds a target up: by Little's law, of operations that go on `n`
 * at once, those that one takes ÷ n.
 *
 * @param seconds of one operation, e.g. the median of all.
 */
export const occupied = (
  seconds: number,
  { operation, atOnce }: Pick<Probed, 'operation' | 'atOnce'>,
) => (operation === 'write in parts' ? seconds : seconds / atOnce);
