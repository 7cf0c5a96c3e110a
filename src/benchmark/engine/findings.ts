/** What was found, for a report: how much, and the first of it. */
export interface FindingsSummary {
  readonly count: number;
  readonly first: readonly string[];
}

const NAMED = 20;

/** Counts what was found and keeps the words for the first of it. */
export class Findings {
  #count = 0;
  readonly #first: string[] = [];

  /** @param words one line that is safe to show. */
  add(words: string): void {
    this.#count += 1;
    if (this.#first.length < NAMED) this.#first.push(words);
  }

  get summary(): FindingsSummary {
    return { count: this.#count, first: this.#first };
  }
}
