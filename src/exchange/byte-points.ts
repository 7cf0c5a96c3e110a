import { mix } from './mix.ts';

/** A byte that was drawn: of which file (as it was offered), and where in it. */
export interface BytePoint<F> {
  readonly file: F;
  /** Bytes from the start of what was offered. */
  readonly at: number;
}

/**
 * Draws points evenly over all bytes of a walk whose length is not known beforehand. The bytes, one
 * file after the other, are cut into strata of equal width with one random point in each. When the
 * points reach the limit the width doubles and one of every two neighbours stays, by a coin, so
 * between half the limit and the limit are there at the end, and memory is flat.
 */
export class BytePoints<F> {
  readonly #seed: number;
  readonly #limit: number;
  #points: BytePoint<F>[] = [];
  #width = 64;
  #total = 0;

  /** `limit` is an even number of points. */
  constructor(options: { readonly seed: number; readonly limit: number }) {
    this.#seed = options.seed;
    this.#limit = options.limit;
  }

  get points(): readonly BytePoint<F>[] {
    return this.#points;
  }

  /** Offers the next `size` bytes. */
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
