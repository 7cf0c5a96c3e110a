import { InvalidArgumentError } from 'commander';

/**
 * Makes the reader of an option that takes a whole number within bounds.
 *
 * @example
 * wholeNumber({ least: 1, most: 10 })('7') // 7
 */
export function wholeNumber({ least, most }: { readonly least: number; readonly most: number }) {
  return (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`write a whole number from ${least} to ${most}`);
  };
}

/** Reads `--seed`: every number that a result in JSON carries unchanged. */
export const seedNumber = wholeNumber({ least: 0, most: Number.MAX_SAFE_INTEGER });
