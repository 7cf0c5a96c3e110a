/**
 * Changes of single, evenly scattered elements of tensors. Granularity determines how much of it
 * tools with larger pieces detect; see docs/model.md, section "Model weights and vectors".
 */
import { uniformShare } from './change.ts';

/**
 * Share of distinct elements that differ after several steps, if each step changes random elements:
 * `1 - (1 - changed)^steps`. An **assumption**: real steps tend to change the same elements again.
 *
 * @param changed share of the elements that one step changes
 * @param steps steps between the two states
 * @example elementsChanged(0.01, 200) // 0.866
 */
export const elementsChanged = (changed: number, steps: number): number =>
  uniformShare(changed, steps);
