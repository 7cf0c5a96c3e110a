/** Number of findings, and the first of them in words. */
export interface FindingsSummary {
  readonly count: number;
  readonly first: readonly string[];
}

const NAMED = 20;

/** Counts findings and keeps the first 20 in words. */
export class Findings {
  #count = 0;
  readonly #first: string[] = [];

  /** @param words one line, escaped for display. */
  add(words: string): void {
    this.#count += 1;
    if (this.#first.length < NAMED) this.#first.push(words);
  }

  get summary(): FindingsSummary {
    return { count: this.#count, first: this.#first };
  }
}
