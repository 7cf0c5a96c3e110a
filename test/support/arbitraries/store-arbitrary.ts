import fc from 'fast-check';
import { regionsOf } from '../../../src/catalog/list-prices.ts';
import type { StorageClass } from '../../../src/catalog/storage-class.ts';
import { STORAGE_CLASSES } from '../../../src/catalog/storage-classes.ts';
import { STORE_PROFILES } from '../../../src/catalog/store-profiles.ts';
import { TAPE_PROFILES } from '../../../src/catalog/tape-libraries.ts';
import { money } from './money-arbitrary.ts';
import { count, duration, rate, share, size, uncertain } from './quantity-arbitrary.ts';
import { optionally, schedule } from './schedule-arbitrary.ts';

type Declared = Readonly<Record<string, unknown>>;

const nameOf = (entries: readonly { readonly name: string }[]) =>
  fc.constantFrom(...entries.map(({ name }) => name));

/** Where a store may stand, and whether samples may be named. */
export interface StorePlace {
  readonly sites: readonly string[];
  /** Links that join the sites in their order; none where a store names no way. */
  readonly chain: readonly string[];
  readonly files?: boolean;
}

/** A store on disks, a tape library or an object store; it can be reached from the first site. */
export function store(place: StorePlace): fc.Arbitrary<Declared> {
  const own = fc.oneof(
    { weight: 3, arbitrary: disks(place) },
    { weight: 1, arbitrary: library(place) },
    { weight: 1, arbitrary: objects() },
  );
  return fc.tuple(own, common(place), placed(place)).map((all) => Object.assign({}, ...all));
}

const prices = {
  drive: money('once'),
  once: money('once'),
  yearly: money('time'),
  life: fc.constantFrom('3 years', '5 years'),
  power: fc.constantFrom('400 W', '1.2 kW'),
};

const common = ({ files }: StorePlace) =>
  optionally(
    {},
    {
      read: speed(files),
      write: speed(files),
      ceiling: share(),
      access: fc.constantFrom('online', 'offline'),
      latent: uncertain(
        fc.constantFrom('0.1 %/year', '2 %/year', '1e-5 /year'),
        { write: (n) => `${n / 100} %/year` },
        files ? 'faults.csv' : undefined,
      ),
    },
  );

const speed = (files?: boolean) =>
  uncertain(rate, { write: (n) => `${n} MB/s` }, files ? 'rates.csv' : undefined);

function disks({ sites }: StorePlace) {
  const profile = nameOf(STORE_PROFILES);
  const grows = {
    expand: count(12),
    lead: duration,
    'rack-units': fc.integer({ min: 0, max: 200 }),
  };
  const room = fc.oneof(
    fc
      .tuple(
        optionally({ profile }, { drives: fc.integer({ min: 3, max: 500 }) }),
        optionally({}, { ...prices, ...grows }),
      )
      .map(([own, cost]) => ({ ...own, cost })),
    optionally({}, { raw: size, usable: share() }),
    optionally({ profile }, { capacity: size, cost: optionally({}, prices) }),
  );
  const more = optionally(
    {},
    { jobs: count(9), 'block-clone': fc.constantFrom('no', 'age-table') },
  );
  return fc.tuple(room, more, vaulted(sites)).map((all) => Object.assign({}, ...all));
}

/** Some media are taken away; a courier is paid for that. */
function vaulted(sites: readonly string[]): fc.Arbitrary<Declared> {
  if (sites.length === 0) return fc.constant({});
  const site = fc.constantFrom(...sites);
  const vault = fc.oneof(
    optionally({ site }, { after: duration, back: duration }),
    optionally({ site }, { 'pick-up': schedule, out: duration, back: duration }),
  );
  return fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, fc.record({ vault }));
}

function library({ sites }: StorePlace): fc.Arbitrary<Declared> {
  const own = optionally(
    { profile: nameOf(TAPE_PROFILES) },
    {
      drives: count(6),
      slots: fc.integer({ min: 2, max: 200 }),
      sets: fc.constantFrom('append', 'new'),
      multiplex: count(8),
    },
  );
  const cost = optionally(
    {},
    {
      ...prices,
      cartridge: money('once'),
      expand: count(20),
      lead: duration,
      'rack-units': fc.integer({ min: 0, max: 9 }),
    },
  );
  return fc.tuple(own, cost, vaulted(sites), money('once')).map(([one, paid, away, courier]) => ({
    ...one,
    ...away,
    cost: { ...paid, ...('vault' in away && { courier }) },
  }));
}

/** Objects and parts that no provider refuses. */
const SIZES = fc.constantFrom(
  {},
  { 'object-size': '64 MiB', 'part-size': '16 MiB' },
  { 'object-size': '1 GiB', 'part-size': '64 MiB' },
  { 'part-size': '8 MiB' },
);

/** Below every size of an object, so that each rule moves what it names. */
const smallest = fc.constantFrom({}, { smallest: '0 B' }, { smallest: '64 KiB' });

function objects(): fc.Arbitrary<Declared> {
  return fc.constantFrom(...STORAGE_CLASSES).chain((first) => {
    const others = STORAGE_CLASSES.filter(({ currency }) => currency === first.currency);
    const moves = fc
      .tuple(
        fc.array(fc.constantFrom(...others), { minLength: 1, maxLength: 2 }),
        smallest,
        fc.constantFrom(0, 30),
      )
      .map(([to, least, first]) =>
        to.map(({ name }, index) => ({ after: `${first + 30 * index} d`, to: name, ...least })),
      );
    return fc
      .tuple(
        fc.option(moves, { nil: undefined }),
        SIZES,
        optionally({}, { prefixes: count(16), capacity: size, cost: optionally({}, prices) }),
      )
      .chain(([lifecycle, sizes, more]) =>
        retrievalOf(first, lifecycle).map((way) => ({
          profile: first.name,
          ...(regionsOf(first).length > 1 && { region: regionsOf(first).at(-1) }),
          ...sizes,
          ...more,
          ...way,
          ...(lifecycle && { lifecycle }),
        })),
      );
  });
}

/** One of the ways out that the classes of a store offer. */
function retrievalOf(
  first: StorageClass,
  lifecycle: readonly { readonly to: string }[] = [],
): fc.Arbitrary<Declared> {
  const names = new Set([first.name, ...lifecycle.map(({ to }) => to)]);
  const ways = STORAGE_CLASSES.filter(({ name }) => names.has(name)).flatMap(({ retrieval }) =>
    retrieval.map(({ name }) => name),
  );
  if (ways.length === 0) return fc.constant({});
  return optionally({}, { retrieval: fc.constantFrom(...ways), 'thawed-for': duration });
}

/** A site, with the links of the chain that lead there. */
function placed({ sites, chain }: StorePlace): fc.Arbitrary<Declared> {
  if (sites.length === 0) return fc.constant({});
  return fc
    .tuple(fc.nat({ max: sites.length - 1 }), fc.constantFrom('none', 'list', 'name'))
    .map(([index, via]) => {
      const way = chain.slice(0, index);
      const named = via === 'name' && way.length === 1 ? way[0] : way;
      return { site: sites[index], ...(via !== 'none' && way.length > 0 && { via: named }) };
    });
}
