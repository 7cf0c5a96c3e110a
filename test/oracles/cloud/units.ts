import { z } from 'zod';

/** At least nothing: amounts, prices, numbers of things. */
export const amount = z.number().min(0);
/** 0 to 1. */
export const share = z.number().min(0).max(1);

/** Bytes of a billed GB, of a KB: the case says which in words. */
export const bytesOf = (binary: number, decimal: number) =>
  z.string().transform((words, issues) => {
    if (/2\^\d0|1024|binary/.test(words)) return binary;
    if (/10\^\d|1000|1,000|decimal/.test(words)) return decimal;
    issues.addIssue({ code: 'custom', message: `${words} says no number of bytes` });
    return z.NEVER;
  });

/** A billed GB in words; providers bill 2^30 bytes where a case does not say. */
export const billingGB = bytesOf(2 ** 30, 1e9).optional();

/** The sum of what there is; undefined where there is nothing to add. */
export function sumOf(parts: readonly (number | undefined)[]): number | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, part) => sum + part, 0);
}

/** A product, if all of it is known. */
export const product = (...factors: readonly (number | undefined)[]): number | undefined =>
  factors.reduce<number | undefined>(
    (so, factor) => (so === undefined || factor === undefined ? undefined : so * factor),
    1,
  );
