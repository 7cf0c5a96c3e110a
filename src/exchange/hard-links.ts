import type { Facts } from '../host/host.ts';
import { fileIdentity } from './walk.ts';

/**
 * Recognises further names of a file already seen (hard links). Remembers only files with several
 * names, and each only until all its names have been seen.
 */
export class HardLinks {
  readonly #namesLeft = new Map<string, number>();

  /** True for the first name of each file, false for the others. */
  isFirst(facts: Facts): boolean {
    if (facts.links < 2) return true;
    const identity = fileIdentity(facts);
    const left = this.#namesLeft.get(identity);
    if (left === undefined) this.#namesLeft.set(identity, facts.links - 1);
    else if (left > 1) this.#namesLeft.set(identity, left - 1);
    else this.#namesLeft.delete(identity);
    return left === undefined;
  }
}
