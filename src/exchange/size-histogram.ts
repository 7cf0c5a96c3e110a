const PER_OCTAVE = 32;
const OCTAVES = 64;

/**
 * Counts sizes in bytes in buckets whose bounds grow by 2^(1/32). A quantile is accurate to about
 * 1.1 %, and memory is constant.
 *
 * @example
 * const sizes = new SizeHistogram();
 * sizes.add(4096);
 * sizes.quantile(0.5) // 4096
 */
export class SizeHistogram {
  readonly #counts = new Float64Array(PER_OCTAVE * OCTAVES + 1);
  #count = 0;
  #sum = 0;
  #least = Number.POSITIVE_INFINITY;
  #most = 0;

  add(size: number): void {
    const bucket = size < 1 ? 0 : 1 + Math.floor(Math.log2(size) * PER_OCTAVE);
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#count += 1;
    this.#sum += size;
    this.#least = Math.min(this.#least, size);
    this.#most = Math.max(this.#most, size);
  }

  get count(): number {
    return this.#count;
  }

  /** The sum of all sizes, exact up to 2^53. */
  get sum(): number {
    return this.#sum;
  }

  get largest(): number {
    return this.#most;
  }

  get mean(): number {
    return this.#count === 0 ? 0 : this.#sum / this.#count;
  }

  /** The size below which the share `p` of all files lies; 0 if there are none. */
  quantile(p: number): number {
    const rank = Math.max(1, Math.ceil(p * this.#count));
    let seen = 0;
    for (let bucket = 0; bucket < this.#counts.length; bucket++) {
      seen += this.#counts[bucket] ?? 0;
      if (seen >= rank) return Math.min(this.#most, Math.max(this.#least, middle(bucket)));
    }
    return 0;
  }
}

/** The geometric mean of a bucket's bounds, in whole bytes. */
const middle = (bucket: number): number =>
  bucket === 0 ? 0 : Math.round(2 ** ((bucket - 0.5) / PER_OCTAVE));
