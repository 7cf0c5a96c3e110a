import { mix } from './mix.ts';

/** A sampled byte: the file it lies in, as passed to `offer`, and its position. */
export interface BytePoint<F> {
  readonly file: F;
  /** Bytes from the start of the offered range. */
  readonly at: number;
}

/**
 * Samples points evenly over all bytes of a walk of unknown length, in constant memory.
 *
 * The bytes of all files, concatenated, are cut into strata of equal width, with one random point
 * in each. When the number of points reaches the limit, the width doubles and one point of each
 * pair of neighbours is kept at random. A long walk therefore ends with between half the limit and
 * the limit.
 */
export class BytePoints<F> {
  readonly #seed: number;
  readonly #limit: number;
  #points: BytePoint<F>[] = [];
  #width = 64;
  #total = 0;

  /** `limit` is the largest number of points; it must be even. */
  constructor(options: { readonly seed: number; readonly limit: number }) {
    this.#seed = options.seed;
    this.#limit = options.limit;
  }

  get points(): readonly BytePoint<F>[] {
    return this.#points;
  }

  /** Appends the next `size` bytes to the sampled sequence. */
  offer(file: F, size: number): void {
    const end = this.#total + size;
    for (let next = this.#next(); next < end; next = this.#next()) {
      this.#points.push({ file, at: next - this.#total });
      if (this.#points.length >= this.#limit) this.#thin();
    }
    this.#total = end;
  }

  #next(): number {
    const stratum = this.#points.length;
    const share = mix(this.#seed, stratum, this.#width) / 2 ** 32;
    return Math.floor((stratum + share) * this.#width);
  }

  #thin(): void {
    this.#width *= 2;
    this.#points = this.#points.filter((_, index) => {
      const coin = mix(this.#seed, index >>> 1, this.#width, 1) & 1;
      return (index & 1) === coin;
    });
  }
}
