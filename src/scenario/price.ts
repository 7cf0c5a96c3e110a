import { z } from 'zod';
import type { BookPrice } from '../catalog/price-book.ts';
import type { PriceUnit } from '../catalog/sourced.ts';
import { amountOutOfRange } from '../units/money.ts';
import { parsePrice } from '../units/price.ts';
import { type About, type Issues, kindOf, refuse } from './language/declare.ts';

/** Kinds of prices: each accepted unit with the stored unit and the conversion divisor. */
const KINDS = {
  stored: {
    what: 'a price for bytes kept a month',
    example: '0.021 USD/GiB/month',
    units: {
      'TiB/month': ['money/GiB/month', 1024],
      'TB/month': ['money/GB/month', 1000],
      'GiB/month': ['money/GiB/month', 1],
      'GB/month': ['money/GB/month', 1],
    },
  },
  bytes: {
    what: 'a price for bytes',
    example: '0.09 USD/GiB',
    units: {
      TiB: ['money/GiB', 1024],
      TB: ['money/GB', 1000],
      GiB: ['money/GiB', 1],
      GB: ['money/GB', 1],
    },
  },
  requests: {
    what: 'a price for requests',
    example: '0.005 USD/1000',
    units: {
      million: ['money/1000', 1000],
      '10000': ['money/1000', 10],
      '1000': ['money/1000', 1],
      request: ['money/1000', 1 / 1000],
    },
  },
  watched: {
    what: 'a price for objects watched a month',
    example: '0.0025 USD/1000/month',
    units: {
      'million/month': ['money/1000/month', 1000],
      '1000/month': ['money/1000/month', 1],
    },
  },
} as const satisfies Readonly<Record<string, PriceKind>>;

interface PriceKind {
  readonly what: string;
  readonly example: string;
  readonly units: Readonly<Record<string, readonly [PriceUnit, number]>>;
}

/** Declares a price with its currency, e.g. `0.021 USD/GiB/month`. */
export const price = (kind: keyof typeof KINDS, about: About) => {
  const { what, example } = KINDS[kind];
  return z
    .unknown()
    .transform((input, issues) => readPrice(KINDS[kind], input, issues))
    .meta({ form: what, example, ...about, shape: { type: 'string' } });
};

function readPrice(kind: PriceKind, input: unknown, issues: Issues): BookPrice {
  const hint = `write for example "${kind.example}"`;
  if (typeof input !== 'string' && typeof input !== 'number') {
    return refuse(issues, `should be ${kind.what}, not ${kindOf(input)}`, hint);
  }
  const written = parsePrice(String(input));
  if (!written) return refuse(issues, `"${input}" is not ${kind.what}, with its currency`, hint);
  const per = spelled(written.per);
  const unit = Object.hasOwn(kind.units, per) ? kind.units[per] : undefined;
  if (!unit) {
    const known = Object.keys(kind.units).map((name) => `${written.currency}/${name}`);
    const message = `"${written.per}" is not what ${kind.what.slice(2)} is for`;
    return refuse(issues, message, `units are ${known.join(', ')}`);
  }
  if (written.amount < 0) return refuse(issues, 'must be at least 0', hint);
  const wrong = amountOutOfRange(written.amount);
  if (wrong) return refuse(issues, wrong.message, wrong.hint);
  return { value: written.amount / unit[1], unit: unit[0] };
}

/** Normalises spelling variants of units. */
const spelled = (per: string): string =>
  per
    .replace(/\s+|_|,(?=\d{3})/g, '')
    .replace(/-month$|\/mo$|\/months$/i, '/month')
    .replace(/^10k\b/i, '10000')
    .replace(/^1?k\b/i, '1000')
    .replace(/^(\d+|million)(requests|objects|operations)/i, '$1');
