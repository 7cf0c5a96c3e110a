import fc from 'fast-check';

/**
 * Small scenarios with copies as plain data: a disk, a library with few cartridges, an object store
 * and a vault; disasters of all scopes, locks, logs, prices and stores that grow.
 */

const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const few = fc.integer({ min: 1, max: 9 });
const days = (most: number) => fc.integer({ min: 1, max: most }).map((n) => `${n} d`);
const terabytes = (most: number) => fc.integer({ min: 1, max: most }).map((n) => `${n} TB`);
const rate = fc.integer({ min: 50, max: 2000 }).map((n) => `${n} MB/s`);

const workload = fc.record({
  site: fc.constant('here'),
  size: fc.oneof(
    terabytes(20),
    terabytes(20).map((one) => `${one} ± 20 %`),
  ),
  change: fc.constantFrom('2 %/day', '1 %/run', '0 %/day'),
  growth: sometimes(fc.constantFrom('20 GB/day', '1 %/month')),
  events: sometimes(fc.constant([{ on: 'monthly on day 12 at 12:00', rewrites: '40 %' }])),
  compressibility: fc.constantFrom(1, 2),
  priority: sometimes(few),
});

const library = fc.record({
  profile: fc.constantFrom('tape/lto5', 'tape/lto9', 'tape/lto8-hh'),
  site: fc.constantFrom('here', 'there'),
  drives: few,
  slots: fc.integer({ min: 3, max: 60 }),
  sets: fc.constantFrom('append', 'new'),
  multiplex: sometimes(few),
  vault: sometimes(fc.record({ site: fc.constant('there'), after: days(4) })),
  cost: sometimes(
    fc.record({
      cartridge: fc.constant('90 USD'),
      expand: sometimes(few),
      lead: sometimes(days(60)),
    }),
  ),
});

const CLASSES = ['s3-standard', 's3-glacier-flexible', 's3-standard-ia'];
const objects = fc.record({
  profile: fc.constantFrom(...CLASSES.map((name) => `cloud/aws-${name}`)),
  site: fc.constant('there'),
  'object-size': sometimes(fc.constantFrom('64 MiB', '1 GiB')),
  lifecycle: sometimes(days(20).map((after) => [{ after, to: 'cloud/aws-s3-deep-archive' }])),
});

const disk = fc.record({
  site: fc.constant('here'),
  read: sometimes(rate),
  write: sometimes(rate),
  capacity: sometimes(terabytes(200)),
  latent: sometimes(fc.constant('1 %/year')),
});

const copy = (to: string) =>
  fc
    .tuple(
      fc.constantFrom<object>(
        {},
        { after: 'full' },
        { after: 'backup' },
        { on: 'weekly on Friday at 12:00' },
      ),
      fc.record({
        as: sometimes(fc.constantFrom('chain', 'full')),
        delay: sometimes(fc.constantFrom('1 h', '30 h')),
        keep: sometimes(fc.record({ daily: few, weekly: few })),
        lock: sometimes(days(20)),
        verify: sometimes(fc.constant({ method: 'xxhash', recheck: '30 d' })),
        streams: sometimes(few),
      }),
    )
    .map(([due, own]) => ({ to, ...due, ...own }));

const copies = fc.oneof(
  fc.tuple(copy('tape')),
  fc.tuple(copy('bucket')),
  fc.tuple(copy('tape'), copy('bucket')),
  fc
    .tuple(copy('bucket'), copy('tape'))
    .map(([first, second]) => [first, { ...second, from: 'bucket' }]),
);

const strategy = fc.record({
  to: fc.constant('disk'),
  incremental: fc.constantFrom('daily at 01:00', 'every 5 h'),
  full: sometimes(fc.constant('weekly on Sunday at 01:00')),
  differential: sometimes(fc.constant('weekly on Wednesday at 01:00')),
  style: fc.constantFrom('forward', 'reverse', 'copy', 'replica', 'dedup'),
  keep: fc.constantFrom({ points: 5 }, { daily: 7, weekly: 4 }, { daily: 3, monthly: 2 }),
  copies,
  lock: sometimes(days(10)),
  failure: sometimes(fc.constant('20 %')),
  unchanged: sometimes(fc.constant('skip')),
  stagger: sometimes(fc.constant('fulls')),
  rebase: sometimes(fc.constantFrom({ differential: 'auto' }, { chain: 4 })),
  log: sometimes(fc.constantFrom('every 15 min', { every: '1 h', to: 'bucket', apply: '50 MB/s' })),
  replicate: sometimes(fc.constant({ to: 'bucket' })),
  restore: sometimes(fc.constant({ 'hand-over': '2 h' })),
});

const disaster = fc.record({
  scope: fc.constantFrom(
    'workload',
    'corruption',
    'everything online and unlocked',
    'store disk',
    'store tape',
    'site here',
    'site there',
    'region north',
  ),
  'per-year': fc.constantFrom(0.02, 1),
  dwell: sometimes(days(20)),
  'noticed-after': sometimes(days(2)),
});

const named = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc
    .array(value, { minLength: 1, maxLength: names.length })
    .map((values) => Object.fromEntries(values.map((one, index) => [names[index], one])));

/** A whole small scenario with copies; JSON drops the fields that are undefined. */
export const copiedScenario = fc.record({
  start: fc.constant('2026-01-05'),
  horizon: fc.integer({ min: 3, max: 60 }).map((number) => `${number} days`),
  sites: fc.constant({ here: { region: 'north' }, there: {} }),
  workloads: named(['ants', 'bees'], workload),
  links: rate.map((fast) => ({ wan: { between: ['here', 'there'], rate: fast } })),
  stores: fc.record({ disk, tape: library, bucket: objects }),
  strategies: named(['plan', 'spare'], strategy),
  disasters: named(['fire', 'slip'], disaster),
  cost: sometimes(fc.constant({ staff: '60 USD/h', 'staff-hours': 2 })),
});
