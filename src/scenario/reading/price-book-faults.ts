import type { Sourced } from '../../catalog/sourced.ts';
import type { StorageClass } from '../../catalog/storage-class.ts';
import { STORAGE_CLASSES, storageClass } from '../../catalog/storage-classes.ts';
import { nearest } from '../../catalog/suggest.ts';
import { parsePrice } from '../../units/price.ts';
import type { Dangling } from './references.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * Problems of a price book beyond its single fields: unknown classes and retrieval tiers, classes
 * without a price, prices in another currency. Works on the raw value, so that all problems are
 * found in one pass.
 */
export function bookFaults(book: Raw): readonly Dangling[] {
  const currency = typeof book.currency === 'string' ? CODE.exec(book.currency)?.[0] : undefined;
  return Object.entries(mapping(book.prices)).flatMap(([name, entry]) => {
    const at = ['prices', name];
    const known = storageClass(name);
    const strange = strangePrices(at, entry, currency);
    if (!known) return [unknownName(at, 'storage class', name, CLASS_NAMES), ...strange];
    if (!isMapping(entry)) return strange;
    if (Object.values(entry).every((value) => value === undefined || value === null)) {
      const hint = 'write a price such as storage, or a discount; or leave the class out';
      return [{ steps: at, message: 'has no price', hint }];
    }
    return [
      ...strange,
      ...unknownParts(at, known, entry),
      ...missing(at, known, entry, { ...book, currency }),
    ];
  });
}

/** A valid currency code; without one, currencies are not compared. */
const CODE = /^[A-Z]{3}$/;

const CLASS_NAMES = STORAGE_CLASSES.map(({ name }) => name);

const MOST_LISTED = 20;

function unknownName(
  steps: readonly PropertyKey[],
  what: string,
  name: string,
  names: readonly string[],
): Dangling {
  const near = nearest(name, names, 1)[0];
  const known =
    names.length === 0
      ? 'leave it out'
      : names.length > MOST_LISTED
        ? '"backcast catalog list cloud" prints every name'
        : `known are ${names.join(', ')}`;
  return {
    steps,
    message: `there is no ${what} "${name}"`,
    hint: near ? `did you mean ${near}? ${known}` : known,
  };
}

/** Prices inside a part of the book that are not in the book's currency. */
function strangePrices(
  steps: readonly PropertyKey[],
  value: unknown,
  currency: string | undefined,
): readonly Dangling[] {
  if (typeof value === 'string') {
    const found = parsePrice(value)?.currency;
    if (found === undefined || currency === undefined || found === currency) return [];
    const hint = `write it in ${currency}: nothing is converted`;
    return [{ steps, message: `is in ${found}, but the book is in ${currency}`, hint }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    strangePrices([...steps, Array.isArray(value) ? Number(key) : key], part, currency),
  );
}

function unknownParts(at: readonly string[], of: StorageClass, entry: Raw): readonly Dangling[] {
  const tiers = of.retrieval.map(({ name }) => name);
  const unknownTiers = Object.keys(mapping(entry.retrieval)).filter(
    (name) => !tiers.includes(name),
  );
  const steps = of.aging?.length ?? 0;
  const aging = Array.isArray(entry.aging) ? entry.aging.length : steps;
  return [
    ...unknownTiers.map((name) =>
      unknownName([...at, 'retrieval', name], `retrieval of ${of.name}`, name, tiers),
    ),
    ...(aging === steps
      ? []
      : [
          {
            steps: [...at, 'aging'],
            message: `has ${aging} prices for ${steps} steps`,
            hint: steps === 0 ? 'leave it out' : `write ${steps} prices`,
          },
        ]),
  ];
}

/** If the book's currency differs from the catalog's, it must give every price that is charged. */
function missing(
  at: readonly string[],
  of: StorageClass,
  entry: Raw,
  book: Raw,
): readonly Dangling[] {
  if (typeof book.currency !== 'string' || book.currency === of.currency) return [];
  const hint = `the catalog has it in ${of.currency}, and nothing is converted`;
  const standard = of.overhead?.standardClass;
  const other = standard && mapping(mapping(book.prices)[standard]).storage === undefined;
  return [
    ...chargedEver(of)
      .filter((path) => !isThere(entry, path))
      .map((path) => ({ steps: [...at, ...path], message: 'is missing', hint })),
    ...(other ? [{ steps: ['prices', standard, 'storage'], message: 'is missing', hint }] : []),
  ];
}

/** Paths of the prices of a class that are above 0, or were before they changed, each once. */
function chargedEver(of: StorageClass): readonly (readonly string[])[] {
  const lists = [of, ...(of.earlier ?? []).map(({ prices }) => ({ ...of, ...prices }))];
  const paths = lists.flatMap(charged).map((path) => [path.join(' '), path] as const);
  return [...new Map(paths).values()];
}

function charged(of: StorageClass): readonly (readonly string[])[] {
  const { put, get, lifecycle, upload, monitoring, thawedCopy, transfer } = of;
  const single = { put, get, lifecycle, upload, monitoring, 'thawed-copy': thawedCopy, transfer };
  const costs = (price: Sourced | undefined): boolean => price !== undefined && price.value > 0;
  return [
    ['storage'],
    ...(of.aging ? [['aging']] : []),
    ...Object.entries(single).flatMap(([name, price]) => (costs(price) ? [[name]] : [])),
    ...of.retrieval.flatMap(({ name, data, requests }) => [
      ...(costs(data) ? [['retrieval', name, 'data']] : []),
      ...(costs(requests) ? [['retrieval', name, 'requests']] : []),
    ]),
    ...(of.egress.some(({ price }) => costs(price)) ? [['egress']] : []),
  ];
}

/** Whether the book gives a price; a retrieval tier written as one price gives `data`. */
function isThere(entry: Raw, [first = '', second, third]: readonly string[]): boolean {
  const value = entry[first];
  if (second === undefined || third === undefined) return value !== undefined;
  const tier = mapping(value)[second];
  return isMapping(tier) ? tier[third] !== undefined : tier !== undefined && third === 'data';
}

const isMapping = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapping = (value: unknown): Raw => (isMapping(value) ? value : {});
