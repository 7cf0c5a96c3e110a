import { z } from 'zod';
import { FRACTION, SIZE } from '../../units/dimensions.ts';
import { type About, type Issues, kindOf, readAs, refuse } from './declare.ts';
import { centreOf, type Uncertain, uncertain } from './uncertain.ts';

/** An amount of change: a share of the data, or bytes. */
export type Amount =
  | { readonly kind: 'share'; readonly share: Uncertain }
  | { readonly kind: 'bytes'; readonly bytes: Uncertain };

const shareOf = uncertain(FRACTION, { max: 1 }, { description: 'a share of the data' });
const bytesOf = uncertain(SIZE, {}, { description: 'bytes', example: '300 GB' });
const AMOUNT = 'a share or a size';

/** Declares a field that holds an amount of change. */
export const amount = (about: About) =>
  z
    .unknown()
    .transform(readAmount)
    .meta({
      example: '3 %',
      form: `${AMOUNT}; may be uncertain`,
      chapter: 'uncertain-quantities',
      ...about,
      options: [shareOf, bytesOf],
    });

/** Reads an amount; a mapping (p10 and p90) is a share or bytes according to its units. */
export function readAmount(input: unknown, issues: Issues): Amount {
  if (typeof input === 'boolean' || input === null || Array.isArray(input)) {
    const hint = 'write for example 3 % or 300 GB';
    return refuse(issues, `should be ${AMOUNT}, not ${kindOf(input)}`, hint);
  }
  const asShare = shareOf.safeParse(input);
  if (asShare.success) return { kind: 'share', share: asShare.data };
  const asBytes = bytesOf.safeParse(input);
  if (asBytes.success) return { kind: 'bytes', bytes: asBytes.data };
  const written = typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
  const isShare = /[%‰]|^[\d.\s+-]*$|ppm/u.test(centreOf(written));
  return isShare
    ? { kind: 'share', share: readAs(shareOf, input, issues) }
    : { kind: 'bytes', bytes: readAs(bytesOf, input, issues) };
}
