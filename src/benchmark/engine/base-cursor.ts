import type { StoredEntry } from './stored-entry.ts';

/** Goes through the manifest of a point beside a walk in the same order. */
export class BaseCursor {
  readonly #rows: Iterator<StoredEntry, void>;
  #next: StoredEntry | undefined;
  #passed = 0;

  constructor(rows: Iterable<StoredEntry>) {
    this.#rows = rows[Symbol.iterator]() as Iterator<StoredEntry, void>;
    this.#step();
  }

  /** The entry of a path, if there is one; each path must come after the one asked for before. */
  find(path: Uint8Array): StoredEntry | undefined {
    while (this.#next) {
      const order = Buffer.compare(this.#next.entry.path, path);
      if (order > 0) return undefined;
      const found = this.#next;
      this.#step();
      if (order === 0) return found;
      this.#pass(found);
    }
    return undefined;
  }

  /** Goes to the end, and says how many files were never asked for. */
  filesPassed(): number {
    for (; this.#next; this.#step()) this.#pass(this.#next);
    return this.#passed;
  }

  #pass({ content }: StoredEntry): void {
    if (content) this.#passed += 1;
  }

  #step(): void {
    this.#next = this.#rows.next().value ?? undefined;
  }
}
