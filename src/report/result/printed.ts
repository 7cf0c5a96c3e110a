import { ImpossibleResult } from './impossible-result.ts';
import { result as contract, type PrintedResult, type Result } from './result.ts';

/**
 * What of a result is printed: all that the contract declares, keys in its order.
 *
 * @throws ImpossibleResult where the result breaks its contract, with all places where it does.
 *
 * @example
 * printedOf({ ...sound, trials: -1 }) // throws 'trials: Too small: expected number to be >=1'
 */
export function printedOf({ order: _, ...made }: Result): PrintedResult {
  const { data, error } = contract.safeParse(made);
  if (data) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ImpossibleResult(faults);
}
