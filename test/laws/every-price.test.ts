import { describe, expect, it } from 'vitest';
import type { PriceBook } from '../../src/catalog/price-book.ts';
import type { Sourced } from '../../src/catalog/sourced.ts';
import type { StorageClass } from '../../src/catalog/storage-class.ts';
import { STORAGE_CLASSES } from '../../src/catalog/storage-classes.ts';
import { readPriceBook } from '../../src/scenario/reading/read-price-book.ts';
import { PLAIN } from '../support/one-workload.ts';
import { type Declared, planOf, resultOf, strategyOf } from '../support/played.ts';

/** A price of a class, and where in the class it stands. */
interface Priced {
  readonly path: string;
  readonly price: Sourced;
}

/** Every price in a class, however deep. */
function pricesIn(value: unknown, path = ''): readonly Priced[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('unit' in value) {
    const price = value as Sourced;
    return price.unit.startsWith('money/') ? [{ path, price }] : [];
  }
  return Object.entries(value).flatMap(([key, part]) =>
    pricesIn(part, path === '' ? key : `${path}.${key}`),
  );
}

/** A class without its prices of other regions and days, which take the place of its own. */
const ownPrices = ({ earlier: _, elsewhere: __, ...own }: StorageClass) => own;

/** The lines that a price may move, by the field of the class in which it stands. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  storage: ['storage', 'overhead', 'earlyDeletion'],
  aging: ['storage', 'overhead'],
  overhead: ['overhead'],
  monitoring: ['monitoring'],
  put: ['requests'],
  partPut: ['requests'],
  get: ['requests', 'restores'],
  list: ['requests', 'restores'],
  lifecycle: ['transition'],
  upload: ['upload'],
  retrieval: ['retrieval', 'restores'],
  thawedCopy: ['thawed', 'restores'],
  egress: ['egress', 'restores'],
  transfer: ['replication'],
};

const textOf = ({ value, unit }: Sourced, currency: string, more = 0): string =>
  `${value + more} ${currency}/${unit.replace('money/', '')}`;

/** A book in which one price is by one dearer than in the catalog, and no other. */
function dearer(of: StorageClass, { path, price }: Priced): PriceBook {
  const { currency } = of;
  const [field = '', place = '', part = ''] = path.split('.');
  const one = textOf(price, currency, 1);
  const tiers = (all: StorageClass['storage']) =>
    all.map((tier, index) => ({
      ...(tier.upTo && { 'up-to': `${tier.upTo.value} B` }),
      price: textOf(tier.price, currency, index === Number(place) ? 1 : 0),
    }));
  const standard = of.overhead?.standardClass ?? '';
  const entries: Readonly<Record<string, () => Declared>> = {
    storage: () => ({ [of.name]: { storage: tiers(of.storage) } }),
    egress: () => ({ [of.name]: { egress: tiers(of.egress) } }),
    aging: () => ({
      [of.name]: {
        aging: of.aging?.map((step, index) =>
          textOf(step.price, currency, index === Number(place) ? 1 : 0),
        ),
      },
    }),
    retrieval: () => ({
      [of.name]: { retrieval: { [of.retrieval[Number(place)]?.name ?? '']: { [part]: one } } },
    }),
    overhead: () => ({ [standard]: { storage: one } }),
    partPut: () => ({ [of.partPutClass ?? standard]: { put: one } }),
    thawedCopy: () => ({ [of.name]: { 'thawed-copy': one } }),
  };
  // An archive follows the book's prices of the standard class where it is in the book itself.
  const prices = entries[field]?.() ?? { [of.name]: { [field]: one } };
  const listed = textOf(of.put, currency);
  const book = {
    'as-of': '2026-01-01',
    currency,
    prices: of.name in prices ? prices : { ...prices, [of.name]: { put: listed } },
  };
  const read = readPriceBook(JSON.stringify(book), 'prices.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const [BIG, MANY] = ['600 TiB', 1_000_000_000];

/** A store of 600 TiB of which everything happens: moves, copies home and away, checks, a fire. */
function busy(of: StorageClass, { path }: Priced): Declared {
  const [field = '', place = ''] = path.split('.');
  const way = field === 'retrieval' ? of.retrieval[Number(place)]?.name : undefined;
  const isMove = field === 'lifecycle';
  const first = STORAGE_CLASSES.find(
    ({ provider, name }) => provider === of.provider && name !== of.name,
  );
  const layout = { 'object-size': '128 MiB', 'part-size': '64 MiB', prefixes: 1000 };
  return {
    start: '2026-01-01',
    horizon: '1 year',
    currency: of.currency,
    ...(of.currency !== 'USD' && { exchange: { USD: `7 ${of.currency}` } }),
    sites: { here: {}, there: {} },
    links: { line: { between: ['here', 'there'], rate: '1000 PB/s' } },
    workloads: { data: { site: 'here', size: BIG, ...PLAIN } },
    stores: {
      bucket: {
        profile: isMove ? first?.name : of.name,
        ...{ site: 'there', ...layout },
        ...(isMove && { lifecycle: [{ after: '30 d', to: of.name }] }),
        ...(way !== undefined && { retrieval: way }),
      },
      sister: { profile: of.name, site: 'here', ...layout },
      disk: { site: 'here', cost: { once: `0 ${of.currency}` } },
    },
    strategies: {
      plan: {
        to: 'bucket',
        full: ['2026-01-01', '2026-02-01'],
        keep: { last: 2 },
        streams: MANY,
        verify: { method: 'md5', rate: '1000 PB/s', recheck: '7 d' },
        copies: [
          { to: 'disk', streams: MANY },
          { to: 'sister', streams: MANY },
        ],
      },
    },
    disasters: { slip: { scope: 'workload', 'per-year': 1 } },
  };
}

/** What the bucket costs a year, by line. */
async function linesOf(declared: Declared, prices: PriceBook | null) {
  const plan = planOf(declared, { samples: new Map(), series: new Map(), prices });
  const { cost } = strategyOf(await resultOf(plan), 'plan');
  const own = cost?.lines.filter(({ store }) => store === 'bucket') ?? [];
  return new Map(own.map(({ line, perYear }) => [line, perYear.mean]));
}

const known = new Map<string, ReturnType<typeof linesOf>>();

/** The same at the prices of the catalog, worked out once a scenario. */
function listedLinesOf(declared: Declared): ReturnType<typeof linesOf> {
  const key = JSON.stringify(declared);
  const found = known.get(key) ?? linesOf(declared, null);
  known.set(key, found);
  return found;
}

describe.each(STORAGE_CLASSES)('$name', (of) => {
  it.each(pricesIn(ownPrices(of)))(
    'the price $path moves its line of the bill, and no other',
    async (priced) => {
      const declared = busy(of, priced);
      const before = await listedLinesOf(declared);
      const after = await linesOf(declared, dearer(of, priced));
      const moved = [...after.keys()].filter(
        (line) => (after.get(line) ?? 0) > (before.get(line) ?? 0) * (1 + 1e-9),
      );
      const [field = ''] = priced.path.split('.');
      expect(moved.length).toBeGreaterThan(0);
      expect(LINES[field]).toEqual(expect.arrayContaining(moved));
    },
  );
});
