import type { StoredEntry } from './stored-entry.ts';

/** A cursor over the manifest of the base point, moved in step with a walk in the same order. */
export class BaseCursor {
  readonly #rows: Iterator<StoredEntry, void>;
  #next: StoredEntry | undefined;
  #passed = 0;

  constructor(rows: Iterable<StoredEntry>) {
    this.#rows = rows[Symbol.iterator]() as Iterator<StoredEntry, void>;
    this.#step();
  }

  /**
   * Finds the entry of a path; undefined if there is none. Paths must be passed in ascending order.
   */
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

  /**
   * Moves to the end and returns the number of files that were skipped, i.e. that no `find`
   * returned.
   */
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
