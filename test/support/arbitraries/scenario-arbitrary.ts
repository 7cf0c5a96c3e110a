import fc from 'fast-check';
import { CIPHERS } from '../../../src/catalog/ciphers.ts';
import { CODECS } from '../../../src/catalog/codecs.ts';
import { CONTENT_CLASSES } from '../../../src/catalog/content-classes.ts';
import { HASHES } from '../../../src/catalog/hashes.ts';
import { LINK_PROFILES } from '../../../src/catalog/link-profiles.ts';
import { RECORD_CLASSES, STAFFINGS, STANDBYS, SWITCHES } from '../../../src/catalog/rules/rule.ts';
import { RULEBOOK } from '../../../src/catalog/rules/rulebook.ts';
import { TOOLS } from '../../../src/catalog/tools.ts';
import { STYLES } from '../../../src/scenario/tool.ts';
import { fitted } from '../fitted.ts';
import { beside, copiesFrom } from './copies-arbitrary.ts';
import { disaster, ownObjectives } from './disaster-arbitrary.ts';
import { gfs, keep, verify } from './keep-arbitrary.ts';
import { exchanged, money, pricing } from './money-arbitrary.ts';
import { prune, withPruning, withUnused, withUnusedOfOne } from './prune-arbitrary.ts';
import {
  count,
  distance,
  duration,
  frequency,
  growthShare,
  pieceSize,
  rate,
  ratio,
  share,
  size,
  uncertain,
} from './quantity-arbitrary.ts';
import { optionally, schedule, verbs, window } from './schedule-arbitrary.ts';
import { derivedSize } from './size-arbitrary.ts';
import { store } from './store-arbitrary.ts';
import { inCurrency, trainingRun } from './training-arbitrary.ts';

/** A scenario as people declare it: plain values, ready for `JSON.stringify` or `writeScenario`. */
export type Declared = Readonly<Record<string, unknown>>;

export interface Choices {
  /** Whether files of samples (sizes.csv, rates.csv, …) and a history (history.csv) are named. */
  readonly files?: boolean;
  /** How long is simulated; a few days to a year unless given. */
  readonly horizon?: fc.Arbitrary<string>;
}

/**
 * Valid scenarios, by construction: every name leads somewhere, every store can be reached from
 * every workload, nothing contradicts anything else. They use every field and every way to write
 * it. Schedules come at most once an hour.
 *
 * @example
 * fc.assert(fc.property(declaredScenario(), (declared) => readScenario(JSON.stringify(declared), 'x').ok));
 */
export function declaredScenario(choices: Choices = {}): fc.Arbitrary<Declared> {
  return fc
    .record({
      sites: names(0, 3),
      stores: names(1, 3),
      tools: names(0, 2),
      workloads: names(1, 3),
      isNear: fc.boolean(),
    })
    .chain((all) =>
      fc.tuple(fc.constant(all), links(all.sites)).chain(([parts, wires]) =>
        optionally(
          {
            start: fc.constantFrom(
              '2026-01-05',
              '2024-02-29',
              '2026-03-28T22:30',
              '2026-10-25 01:30',
            ),
            workloads: ofEach(parts.workloads, () => workload(parts.sites, choices)),
            stores: ofEach(parts.stores, () =>
              store({ ...parts, ...choices, chain: parts.isNear ? wires.chain : [] }),
            ),
            strategies: names(1, 3).chain((own) => ofEach(own, () => strategy(parts, choices))),
            ...(parts.sites.length > 0 && { sites: ofEach(parts.sites, site) }),
            ...(wires.chain.length > 0 && { links: wires.declared(choices) }),
            ...(parts.tools.length > 0 && { tools: ofEach(parts.tools, () => tool(choices)) }),
          },
          {
            name: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
            note: fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
            horizon: choices.horizon ?? HORIZON,
            timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Shanghai'),
            currency: fc.constantFrom('USD', 'CNY', 'EUR'),
            training: names(1, 2).chain((own) => ofEach(own, () => trainingRun(parts))),
            objectives: optionally(
              {},
              {
                rpo: duration,
                rto: duration,
                schedule: share(),
                'protected-by': fc.oneof(duration, fc.constantFrom('2026-11-01', '2028-01-01')),
                confidence: share(),
                window: share(),
                fill: share(),
                cost: money('time'),
                rules,
              },
            ),
            operations,
            disasters: names(1, 2).chain((own) =>
              ofEach(own, () => disaster(parts, choices.files)),
            ),
            'common-cause': share(),
            ...pricing,
          },
        ),
      ),
    )
    .map(inCurrency)
    .map(exchanged)
    .map(fitted);
}

const rules = fc.uniqueArray(fc.constantFrom(...RULEBOOK.map(({ name }) => name)), {
  minLength: 1,
});

const yesOrNo = fc.constantFrom('yes', 'no', true, false);
const cadence = fc.constantFrom('every 6 months', 'every 30 d', 'never');
const operations = optionally(
  {},
  {
    'audit-trail': yesOrNo,
    drills: cadence,
    standby: fc.constantFrom(...STANDBYS),
    'switch-over': fc.constantFrom(...SWITCHES),
    'hot-redundancy': yesOrNo,
    staffed: fc.constantFrom(...STAFFINGS),
    documentation: duration,
    logs: duration,
    'segregated-restore': yesOrNo,
    criticality: yesOrNo,
    records: fc.subarray([...RECORD_CLASSES]),
    'read-yearly': count(400),
    'replace-at': count(20),
    recopy: cadence,
  },
);

const HORIZON = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((days) => `${days} ${days === 1 ? 'day' : 'days'}`),
  fc.constantFrom('1 year', '3 months', '7 weeks', '36 h', '1.5 days'),
);

/** Names of all kinds; some mean something else to careless programs. */
const NAMES = [
  'ledger',
  'b',
  'a.b',
  'a',
  '8',
  '08',
  'x_y-z',
  '数据',
  'Größe 2',
  'constructor',
  'true',
];
const MORE = ['toString', 'null', '1e3', '2026-01-05', 'on', 'size', 'amount', 'kind', 'per day'];

const names = (minLength: number, maxLength: number): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(fc.constantFrom(...NAMES, ...MORE), { minLength, maxLength });

const ofEach = <T>(
  own: readonly string[],
  of: (name: string, index: number) => fc.Arbitrary<T>,
): fc.Arbitrary<Record<string, T>> =>
  fc
    .tuple(...own.map(of))
    .map((values) => Object.fromEntries(own.map((name, index) => [name, values[index] as T])));

interface Parts {
  readonly sites: readonly string[];
  readonly stores: readonly string[];
  readonly tools: readonly string[];
  readonly workloads: readonly string[];
  /** Stores name the way to them, so that they are reached from the first site only. */
  readonly isNear: boolean;
}

const nameOf = (entries: readonly { readonly name: string }[]) =>
  fc.constantFrom(...entries.map(({ name }) => name));

const site = () =>
  optionally(
    {},
    {
      server: optionally({}, { cores: count(64), jobs: count(9) }),
      region: fc.constantFrom('eu-west', 'north'),
    },
  );

/** Links that join the sites to a chain, and sometimes one more beside the first. */
function links(sites: readonly string[]) {
  const pairs = sites.slice(1).map((far, index) => [sites[index] ?? '', far]);
  return fc
    .tuple(fc.shuffledSubarray([...NAMES], { minLength: 4, maxLength: 4 }), fc.boolean())
    .map(([own, spare]) => ({
      chain: own.slice(0, pairs.length),
      declared: (choices: Choices) => {
        const all = spare ? [...pairs, pairs[0] ?? []] : pairs;
        return ofEach(own.slice(0, all.length), (_, index) => link(all[index] ?? [], choices));
      },
    }));
}

function link(between: readonly string[], { files }: Choices) {
  const speed = uncertain(rate, { write: (n) => `${n} Mbit/s` }, files ? 'rates.csv' : undefined);
  const more = {
    distance,
    stretch: ratio,
    hops: fc.integer({ min: 0, max: 30 }),
    'hop-delay': duration,
    rtt: duration,
    loss: uncertain(share(10), { write: (n) => `${n / 10} %` }, files ? 'shares.csv' : undefined),
    mss: pieceSize,
    'stream-window': pieceSize,
    throttle: fc.dictionary(
      fc.constantFrom('08:00-18:00', '22:00-06:00', '18:00 to 22:00'),
      fc.oneof(share(), rate),
      { minKeys: 1, maxKeys: 2, noNullPrototype: true },
    ),
  };
  const paths = fc.constantFrom({}, { paths: 2 }, { paths: 4, live: 3 });
  const profile = nameOf(LINK_PROFILES);
  return fc
    .tuple(
      fc.oneof(optionally({ rate: speed }, { profile }), optionally({ profile }, { rate: speed })),
      optionally({}, more),
      paths,
    )
    .map(([speeds, rest, parallel]) => ({ between, ...speeds, ...parallel, ...rest }));
}

/** What a single file takes: an hour for each of a million would be a century. */
const instant = fc.integer({ min: 1, max: 20 }).map((n) => `${n} ms`);

function tool({ files }: Choices) {
  const scan = uncertain(frequency, { write: (n) => `${n} /s` }, files ? 'scans.csv' : undefined);
  const granularity = fc.oneof(
    fc.constantFrom('stated', 'file'),
    pieceSize.map((block) => ({ block })),
    pieceSize.map((chunk) => ({ chunk })),
    fc
      .tuple(count(4096), fc.integer({ min: 1, max: 4 }))
      .map(([least, times]) => ({ chunk: `${Number(least) * times} KiB`, least: `${least} KiB` })),
  );
  const own = optionally(
    {},
    {
      like: nameOf(TOOLS),
      ...(files && { profile: fc.constant('profiles/tools.yaml') }),
      version: fc.constantFrom('0.16.4', '0.15.2', '1.4'),
      style: fc.constantFrom(...STYLES).filter((style) => style !== 'copy'),
      granularity,
      compression: fc.constantFrom('on', 'off'),
      codec: nameOf(CODECS),
      cipher: nameOf(CIPHERS),
      hash: nameOf(HASHES.filter(({ name }) => name !== 'byte-compare')),
      cores: count(64),
      streams: count(32),
      'stream-window': pieceSize,
      scan,
      'per-file': duration,
      prepare: duration,
      finish: duration,
      work: optionally(
        {},
        {
          fixed: duration,
          'per-file': instant,
          'per-changed-file': instant,
          read: rate,
          compress: rate,
          store: rate,
        },
      ),
      combine: fc.constantFrom(1, 2, 4),
      restore: optionally({}, { fixed: duration, 'per-file': instant, rate }),
      stored: optionally(
        {},
        {
          'per-point': pieceSize,
          'per-file': fc.integer({ min: 0, max: 1000 }).map((n) => `${n} B`),
          'per-changed-file': fc.integer({ min: 0, max: 1000 }).map((n) => `${n} B`),
          share: share(),
          exponent: fc.constantFrom(0.6, 1, 1.3),
        },
      ),
      objects: fc.constantFrom('packs', 'files'),
      overhead: share(),
      'merges-duplicates': fc.boolean(),
      path: fc.constantFrom('pipelined', 'staged'),
    },
  );
  return withPruning(own);
}

const amount = ({ files }: Choices) =>
  fc.oneof(
    uncertain(share(), { write: (n) => `${n / 2} %` }, files ? 'shares.csv' : undefined),
    uncertain(size, { write: (n) => `${n} GB` }),
  );

function change(choices: Choices) {
  const skew = fc.oneof(
    fc.constant('uniform'),
    fc.record({ hot: share(), takes: share() }),
    optionally(
      { zipf: fc.integer({ min: 0, max: 100 }).map((n) => n / 10) },
      { units: fc.integer({ min: 1, max: 50_000 }) },
    ),
  );
  const sharesFile = choices.files ? 'shares.csv' : undefined;
  // What differs never becomes less, so the later one is all there can be.
  const measured = amount(choices).map((early) => [
    { after: '1 d', changed: early },
    { after: '7 d', changed: typeof early === 'string' && early.endsWith('B') ? '1 EB' : '100 %' },
  ]);
  return fc.oneof(
    fc
      .tuple(fc.oneof(share(), size), fc.constantFrom('/day', '/d', '/run', ' a day', ' per run'))
      .map(([stated, often]) => `${stated}${often}`),
    optionally({ 'per-day': amount(choices) }, { skew, unit: pieceSize }),
    optionally({ 'per-run': amount(choices) }, { skew, unit: pieceSize }),
    optionally(
      { files: uncertain(share(), { write: (n) => `${n / 2} %` }, sharesFile) },
      {
        within: uncertain(share(), { write: (n) => `${n / 2} %` }, sharesFile),
        every: fc.constantFrom('day', 'run'),
        unit: pieceSize,
      },
    ),
    fc.record({ measured }),
    ...(choices.files ? [fc.constant({ series: 'history.csv' })] : []),
  );
}

function workload(sites: readonly string[], choices: Choices) {
  const file = (name: string) => (choices.files ? name : undefined);
  const speed = uncertain(rate, { write: (n) => `${n} MB/s` }, file('rates.csv'));
  const event = optionally({ on: schedule }, { rewrites: share() });
  const sized = optionally(
    {
      size: uncertain(size, { write: (n) => `${n} GB` }, file('sizes.csv')),
      ...(sites.length > 0 && { site: fc.constant(sites[0]) }),
    },
    {
      class: nameOf(CONTENT_CLASSES),
      files: uncertain(count(1e6), { write: (n) => `${n} thousand` }, file('counts.csv')),
      'file-size': optionally({}, { median: pieceSize, mean: pieceSize, p95: pieceSize }),
      growth: fc.oneof(
        uncertain(growthShare, { write: (n) => `${n} %/year` }),
        uncertain(rate, { write: (n) => `${n} GB/day` }, file('rates.csv')),
      ),
      change: change(choices),
      events: fc.array(event, { maxLength: 2 }),
      compressibility: uncertain(ratio, { write: (n) => 2 * n }, file('ratios.csv')),
      duplicates: uncertain(share(60), { write: (n) => n / 200 }, file('shares.csv')),
      read: speed,
      write: speed,
      priority: count(1000),
      objectives: ownObjectives,
    },
  );
  return fc.oneof({ arbitrary: sized, weight: 3 }, derivedSize(sized));
}

/** Fulls can be set aside in style copy only, so the two are chosen together. */
const style = () =>
  fc.oneof(
    fc.record({ keep, style: fc.constantFrom(...STYLES) }),
    fc
      .tuple(keep, gfs(40))
      .map(([own, aside]) => ({ keep: { ...own, gfs: aside }, style: 'copy' })),
    fc.constant({}),
  );

function protection({ stores, tools, sites, isNear }: Parts, { files }: Choices) {
  return {
    tool: fc.constantFrom(...tools, ...TOOLS.map(({ name }) => name)),
    full: schedule,
    synthetic: schedule,
    differential: schedule,
    window,
    overrun: optionally({}, verbs.overrun),
    to: fc.constantFrom(...stores),
    prune,
    verify: verify(files),
    streams: count(32),
    failure: uncertain(share(90), { write: (n) => `${n / 2} %` }, files ? 'shares.csv' : undefined),
    retries: fc.integer({ min: 0, max: 5 }),
    'retry-after': duration,
    ...beside({ stores, sites: isNear ? sites.slice(0, 1) : sites }),
  };
}

function strategy(parts: Parts, choices: Choices) {
  const { to, ...fields } = protection(parts, choices);
  const all = fc
    .tuple(fc.subarray([...parts.workloads], { minLength: 1 }), to)
    .chain(([chosen, place]) =>
      fc
        .tuple(
          optionally({ incremental: schedule, to: fc.constant(place) }, fields),
          style(),
          copies(parts, place, choices.files),
          fc
            .subarray(chosen)
            .chain((some) =>
              ofEach(some, () =>
                override(parts, { ...fields, incremental: schedule }, place, choices),
              ),
            ),
          fc.boolean(),
        )
        .map(([own, styled, copied, overrides, all]) => ({
          ...own,
          ...styled,
          ...copied,
          ...(all && chosen.length === parts.workloads.length ? {} : { workloads: chosen }),
          ...(Object.keys(overrides).length > 0 && { overrides }),
        })),
    );
  return withUnused(all);
}

/** What differs for one workload: another store has copies of its own. */
function override(
  parts: Parts,
  fields: Record<string, fc.Arbitrary<unknown>>,
  base: string,
  { files }: Choices,
) {
  const all = fc.constantFrom(base, ...parts.stores).chain((to) =>
    fc
      .tuple(optionally({}, fields), style(), copies(parts, to, files, to !== base), fc.boolean())
      .map(([own, styled, copied, isSaid]) => ({
        ...own,
        ...styled,
        ...copied,
        ...((isSaid || to !== base) && { to }),
      })),
  );
  return withUnusedOfOne(all);
}

/** Copies in other stores, and none where a store is reached from one site only. */
function copies(
  { stores, isNear }: Parts,
  first: string,
  files?: boolean,
  isOwn = false,
): fc.Arbitrary<Declared> {
  if (isNear) return fc.constant({});
  return fc
    .tuple(copiesFrom(first, stores, files), fc.boolean())
    .map(([own, isThere]) => (own && (isThere || isOwn) ? { copies: own } : {}));
}
