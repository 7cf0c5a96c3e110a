import { z } from 'zod';
import type { BookRetrieval, BookTier } from '../catalog/price-book.ts';
import { dateFault, parseInstant } from '../units/calendar.ts';
import { FRACTION, SIZE } from '../units/dimensions.ts';
import { choice } from './language/choice.ts';
import { type About, fields, named, quantity, text, textThat } from './language/declare.ts';
import { price } from './price.ts';

const discount = (description: string, standsFor: string) =>
  quantity(FRACTION, { max: 1 }, { description, default: standsFor, example: '12 %' }).optional();

/** Declares one price, or tiers by amount. */
const tiers = (kind: 'stored' | 'bytes', about: About) => {
  const one = price(kind, { description: 'one price for any amount' });
  const tier = fields(
    {
      'up-to': quantity(
        SIZE,
        { above: true },
        {
          description: 'bytes a month up to which the price holds, counted from the first',
          default: 'no bound: the last one',
          example: '50 TiB',
        },
      ).optional(),
      price: price(kind, { description: 'the price' }),
    },
    { description: 'a price and how far it reaches' },
  ).transform(
    ({ 'up-to': upTo, price: own }): BookTier =>
      upTo === undefined ? { price: own } : { upTo, price: own },
  );
  return choice<readonly BookTier[]>(
    about,
    { what: 'a price, or a list of prices', hint: 'write for example "0.02 USD/GiB/month"' },
    () => [
      { shape: 'scalar', schema: one.transform((own): readonly BookTier[] => [{ price: own }]) },
      {
        shape: 'list',
        schema: z
          .array(tier)
          .min(1)
          .refine(rises, {
            message: 'does not rise to an open end',
            params: { hint: 'give each but the last a larger up-to' },
          })
          .meta({ description: 'prices that fall with the amount, the first bytes first' }),
      },
    ],
  ).optional();
};

const rises = (all: readonly BookTier[]): boolean =>
  all.every(({ upTo }, index) =>
    index === all.length - 1
      ? upTo === undefined
      : upTo !== undefined && upTo > (all[index - 1]?.upTo ?? 0),
  );

const data = price('bytes', { description: 'bytes retrieved' });
const way = choice<BookRetrieval>(
  { description: 'what one way out of the class costs' },
  { what: 'a price, or data and requests', hint: 'write for example "0.01 USD/GiB"' },
  () => [
    { shape: 'scalar', schema: data.transform((own): BookRetrieval => ({ data: own })) },
    {
      shape: ['data', 'requests'],
      schema: fields(
        {
          data: data.optional(),
          requests: price('requests', { description: 'asking for objects' }).optional(),
        },
        { description: 'bytes and requests' },
      ).transform((own) => own as BookRetrieval),
    },
  ],
);

const classPrices = fields(
  {
    storage: tiers('stored', { description: 'bytes kept for a month', default: 'as listed' }),
    aging: z
      .array(price('stored', { description: 'bytes kept for a month' }))
      .meta({
        description: 'what is not read for long, for classes that move objects by themselves',
        default: 'as listed',
        example: ['0.0125 USD/GiB/month', '0.004 USD/GiB/month'],
      })
      .optional(),
    monitoring: price('watched', {
      description: 'objects watched by such a class',
      default: 'as listed',
    }).optional(),
    put: price('requests', {
      description: 'requests that write',
      default: 'as listed',
    }).optional(),
    get: price('requests', { description: 'requests that read', default: 'as listed' }).optional(),
    list: price('requests', {
      description: 'requests that list objects',
      default: 'as listed; free in another currency than the catalog has',
    }).optional(),
    lifecycle: price('requests', {
      description: 'objects moved in by rule',
      default: 'as listed',
    }).optional(),
    upload: price('bytes', {
      description: 'bytes on their way in',
      default: 'as listed',
    }).optional(),
    retrieval: named(way, {
      description: 'ways to get data out, by the name that the catalog gives them',
      default: 'as listed',
      example: { standard: '0.01 USD/GiB' },
    }).optional(),
    'thawed-copy': price('stored', {
      description: 'a thawed copy kept for a month',
      default: 'as listed',
    }).optional(),
    egress: tiers('bytes', {
      description: 'bytes that leave for the internet',
      default: 'as listed',
      example: '0.09 USD/GiB',
    }),
    transfer: price('bytes', {
      description: 'bytes sent to another region of the provider',
      default: 'as listed',
    }).optional(),
    discount: discount('share taken off every price of the class', 'that of the book'),
  },
  { description: 'The prices of one storage class.' },
).transform(({ 'thawed-copy': thawedCopy, ...rest }) => ({ ...rest, thawedCopy }));

/** A price book: the user's own prices. */
export const priceBook = fields(
  {
    'as-of': textThat(
      (date) =>
        /^\d{4}-\d\d(-\d\d)?$/.test(date) &&
        parseInstant(date.length === 7 ? `${date}-01` : date, 'UTC') !== undefined,
      (date) =>
        dateFault(date) ?? { message: 'is not a date', hint: 'write for example 2026-01-31' },
      { description: 'the day of the prices', example: '2026-01-31', form: 'a date' },
    ),
    source: text({
      description: 'where the prices come from',
      default: 'the name of the file',
      example: 'offer 4711',
    }).optional(),
    currency: textThat(
      (code) => /^[A-Z]{3}$/.test(code),
      { message: 'is not a currency', hint: 'write three capital letters, such as USD' },
      {
        description: 'the currency of every price in the book',
        example: 'USD',
        form: 'three capital letters',
      },
    ),
    prices: named(classPrices, { description: 'The prices, by the name of the class.' }, 1),
    discount: discount('share taken off every price of the classes in the book', 'none'),
  },
  { description: "A book of one's own prices of cloud storage." },
);
