import { mix } from './mix.ts';

/**
 * Chunk length in bytes. Chunks are aligned to the start of their file; its last may be shorter.
 */
export const CHUNK_SIZE = 65536;

/** The estimated share of duplicate bytes. */
export interface Duplicates {
  /** 0 means no duplicates; 0.5 means that half of all bytes are redundant. */
  readonly share: number;
  /** Bytes of the chunks that were compared. */
  readonly compared: number;
  /** True if every chunk was compared; otherwise the share is a lower bound. */
  readonly complete: boolean;
}

interface Seen {
  readonly content: string;
  readonly key: number;
  readonly length: number;
  times: number;
}

const ALL = 2 ** 32;

// With fewer chunks the share would be meaningless, so the sample is not thinned below this.
const LEAST_CHUNKS = 256;

/**
 * Finds duplicate chunks in constant memory.
 *
 * A hash of the file size and the chunk's index in the file decides whether a chunk is sampled,
 * before it is read. So two copies of a file are either both sampled or both skipped. The hash
 * threshold starts at "everything" and halves when the number of chunks or the bytes read pass
 * their limit. From then on, equal chunks in files of different sizes or at different positions are
 * mostly missed, so the share becomes a lower bound.
 */
export class ChunkSample {
  readonly #seed: number;
  readonly #mostChunks: number;
  readonly #mostBytes: number;
  readonly #seen = new Map<string, Seen>();
  #bound = ALL;
  #bytes = 0;
  #closed = false;
  #passedBy = false;

  constructor(options: {
    readonly seed: number;
    readonly mostChunks: number;
    readonly mostBytes: number;
  }) {
    this.#seed = options.seed;
    this.#mostChunks = options.mostChunks;
    this.#mostBytes = options.mostBytes;
  }

  /** True once no more chunks are wanted; callers can then stop asking. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Whether the chunk at this index of a file of this size should be read and added. */
  wants(size: number, index: number): boolean {
    return !this.#closed && (this.#bound === ALL || mix(this.#seed, size, index) < this.#bound);
  }

  /** Adds a wanted chunk; `content` is a hash of its bytes. */
  add(size: number, index: number, content: string, length: number): void {
    const key = mix(this.#seed, size, index);
    const name = `${content}${key}`;
    const seen = this.#seen.get(name);
    if (seen) seen.times += 1;
    else this.#seen.set(name, { content, key, length, times: 1 });
    this.#bytes += length;
    while (!this.#closed && this.#isFull()) this.#thin();
  }

  /** Records that some data was skipped, so the estimate is not complete. */
  passBy(): void {
    this.#passedBy = true;
  }

  /** Returns the estimate; undefined if no chunk was compared. */
  estimate(): Duplicates | undefined {
    const once = new Map<string, number>();
    let compared = 0;
    for (const { content, length, times } of this.#seen.values()) {
      once.set(content, length);
      compared += length * times;
    }
    if (compared === 0) return undefined;
    const distinct = [...once.values()].reduce((sum, length) => sum + length, 0);
    return {
      share: (compared - distinct) / compared,
      compared,
      complete: this.#bound === ALL && !this.#closed && !this.#passedBy,
    };
  }

  #isFull(): boolean {
    return this.#seen.size >= this.#mostChunks || this.#bytes >= this.#mostBytes;
  }

  #thin(): void {
    const bound = this.#bound / 2;
    const staying = [...this.#seen.values()].filter(({ key }) => key < bound);
    // Files of one size share few keys, so thinning could remove all of them.
    if (staying.length < LEAST_CHUNKS) {
      this.#closed = true;
      return;
    }
    for (const [name, { key }] of this.#seen) if (key >= bound) this.#seen.delete(name);
    this.#bound = bound;
    this.#bytes = staying.reduce((sum, { length, times }) => sum + length * times, 0);
  }
}
