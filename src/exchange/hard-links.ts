import type { Facts } from '../host/host.ts';
import { fileIdentity } from './walk.ts';

/**
 * Says whether a name is the first one met of its file. Only files with several names are
 * remembered, and each only until its last name has been met.
 */
export class HardLinks {
  readonly #namesLeft = new Map<string, number>();

  /** True for every file's first name, false for the others. */
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
