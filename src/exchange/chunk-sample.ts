import { mix } from './mix.ts';

/** Chunks are this long and aligned to the start of their file; a file's last one may be shorter. */
export const CHUNK_SIZE = 65536;

/** What share of the bytes is there more than once, as far as the sample can tell. */
export interface Duplicates {
  /** 0 is none, 0.5 half of all bytes. */
  readonly share: number;
  /** Bytes of the chunks that were compared. */
  readonly compared: number;
  /** Whether every chunk was compared; otherwise the share is a lower bound. */
  readonly complete: boolean;
}

interface Seen {
  readonly content: string;
  readonly key: number;
  readonly length: number;
  times: number;
}

const ALL = 2 ** 32;

// With fewer chunks than this a share would say nothing, so the sample is not thinned further.
const LEAST_CHUNKS = 256;

/**
 * Finds duplicate chunks in flat memory. Whether a chunk belongs to the sample is decided by a hash
 * of its file's size and its place in the file, before it is read: two copies of a file are both in
 * or both out. The bound of the hash starts at everything and halves whenever the table or the
 * bytes read pass their limit. Once it has halved, equal chunks in files of different sizes or at
 * different places are mostly missed, so the share is then a lower bound.
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

  /** Whether nothing is wanted any more, so that nobody need ask. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Whether the chunk at that place of a file of that size should be read and added. */
  wants(size: number, index: number): boolean {
    return !this.#closed && (this.#bound === ALL || mix(this.#seed, size, index) < this.#bound);
  }

  /** Adds a chunk that was wanted; `content` is a hash of its bytes. */
  add(size: number, index: number, content: string, length: number): void {
    const key = mix(this.#seed, size, index);
    const name = `${content}${key}`;
    const seen = this.#seen.get(name);
    if (seen) seen.times += 1;
    else this.#seen.set(name, { content, key, length, times: 1 });
    this.#bytes += length;
    while (!this.#closed && this.#isFull()) this.#thin();
  }

  /** Notes that there is data that was not offered. */
  passBy(): void {
    this.#passedBy = true;
  }

  /** The estimate; undefined where nothing was compared. */
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
    // Files of one size share their few keys, and thinning could leave nothing of them.
    if (staying.length < LEAST_CHUNKS) {
      this.#closed = true;
      return;
    }
    for (const [name, { key }] of this.#seen) if (key >= bound) this.#seen.delete(name);
    this.#bound = bound;
    this.#bytes = staying.reduce((sum, { length, times }) => sum + length * times, 0);
  }
}
