import fc from 'fast-check';

/**
 * Small valid scenarios as plain data: a few workloads at one site, a store beside them and one
 * behind a link, strategies of all styles with windows, overrun policies, keep rules of all
 * dialects, failures and retries, throttled hours and limits of jobs.
 */

const share = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((n) => `${n / 10} %`);
const rate = fc.integer({ min: 20, max: 4000 }).map((n) => `${n} MB/s`);
const size = fc.integer({ min: 1, max: 9000 }).map((n) => `${n} GB`);
const hour = fc.integer({ min: 0, max: 23 });
const clock = (at: number): string => `${String(at).padStart(2, '0')}:00`;
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const skew = fc.constantFrom('uniform', { hot: '5 %', takes: '90 %' }, { zipf: 1, units: 500 });
const change = fc.oneof(
  fc.record({ 'per-day': share(20), skew }),
  fc.record({ 'per-run': share(20), skew: fc.constant('uniform') }),
  fc.record({ 'per-day': fc.constant('3 %'), unit: fc.constantFrom('2 B', '8 KiB') }),
  fc.integer({ min: 0, max: 500 }).map((n) => ({ 'per-day': `${n} MB` })),
  fc.constant({
    measured: [
      { after: '1 d', changed: '2 %' },
      { after: '7 d', changed: '8 %' },
    ],
  }),
);

const workload = fc.record({
  size: fc.oneof(
    size,
    size.map((one) => `${one} ± 20 %`),
  ),
  files: fc.integer({ min: 1, max: 1e6 }),
  growth: sometimes(fc.constantFrom('8 %/year', '5 GB/day', '1 %/week')),
  change,
  events: sometimes(fc.constant([{ on: 'monthly on day 15 at 12:00', rewrites: '50 %' }])),
  compressibility: fc.constantFrom(1, 2, 2.887),
  duplicates: fc.constantFrom(0, 0.25),
  read: sometimes(rate),
});

const tool = fc.record({
  like: fc.constantFrom('generic', 'tar', 'rsync', 'restic', 'borg'),
  path: fc.constantFrom('pipelined', 'staged'),
  granularity: sometimes(
    fc.constantFrom('stated', 'file', { block: '64 KiB' }, { chunk: '1 MiB' }),
  ),
  prepare: fc.constantFrom('0 s', '10 s'),
  finish: fc.constantFrom('0 s', '30 s'),
  scan: sometimes(fc.constant('5000 /s')),
});

const store = fc.record({
  read: sometimes(rate),
  write: sometimes(rate),
  capacity: sometimes(fc.integer({ min: 1, max: 60 }).map((n) => `${n} TB`)),
  ceiling: fc.constantFrom('100 %', '80 %'),
  jobs: sometimes(fc.integer({ min: 1, max: 3 })),
  'block-clone': fc.constantFrom('no', 'age-table'),
});

const link = fc.record({
  between: fc.constant(['here', 'there']),
  rate,
  distance: fc.constantFrom('0 km', '500 km'),
  loss: sometimes(fc.constant(1e-6)),
  throttle: sometimes(
    fc
      .tuple(hour, hour)
      .map(([a, b]) => ({ [`${clock(a)}-${clock((a + 1 + (b % 22)) % 24)}`]: '30 %' })),
  ),
});

const count = fc.integer({ min: 1, max: 9 });
const keep = fc.oneof(
  fc.record({ points: count }),
  fc.record({
    dialect: fc.constantFrom(
      'overlapping',
      'overlapping+oldest',
      'exclusive',
      'exclusive+oldest',
      'generations',
    ),
    last: count,
    daily: sometimes(count),
    weekly: sometimes(count),
    monthly: sometimes(count),
    within: sometimes(fc.constant('10 d')),
  }),
);

const schedules = fc
  .tuple(
    hour.map(clock),
    fc.constantFrom('forever', 'weekly', 'differential', 'synthetic', 'hourly'),
  )
  .map(([at, kind]) => {
    const incremental = kind === 'hourly' ? 'every 7 h' : `daily at ${at}`;
    switch (kind) {
      case 'weekly':
        return { full: `weekly on Sunday at ${at}`, incremental };
      case 'differential':
        return { full: `weekly on Friday at ${at}`, differential: `daily at ${at}` };
      case 'synthetic':
        return { synthetic: `weekly on Wednesday at ${at}`, incremental };
      default:
        return { incremental };
    }
  });

const window = fc.tuple(hour, fc.integer({ min: 1, max: 23 })).map(([opens, lasts]) => {
  const hours = `${clock(opens)}-${clock((opens + lasts) % 24)}`;
  return opens % 3 === 0 ? { daily: hours, closed: ['2026-01-14'] } : hours;
});

const styled = fc
  .tuple(schedules, fc.constantFrom('forward', 'reverse', 'copy', 'replica', 'dedup'), keep)
  .map(([dates, style, rules]) => ({
    ...dates,
    style,
    keep: style === 'copy' ? { ...rules, gfs: { weekly: 3, monthly: 2 } } : rules,
  }));

const rest = fc.record({
  tool: fc.constantFrom('generic', 'own'),
  to: fc.constantFrom('near', 'far'),
  window: sometimes(window),
  overrun: fc.record({
    window: fc.constantFrom('finish', 'cut'),
    next: fc.constantFrom('skip', 'queue'),
  }),
  prune: sometimes(fc.constant('weekly on Monday at 12:00')),
  verify: sometimes(
    fc.record({
      method: fc.constantFrom('md5', 'xxhash', 'byte-compare'),
      when: fc.constantFrom('after', 'inline'),
      at: fc.constantFrom('source', 'target'),
      every: fc.constantFrom('backup', 'full'),
    }),
  ),
  failure: sometimes(fc.constantFrom('10 %', '40 %')),
  retries: fc.integer({ min: 0, max: 2 }),
  'retry-after': fc.constantFrom('0 s', '20 min'),
});

const strategy = fc.tuple(styled, rest).map(([dates, more]) => ({ ...dates, ...more }));
const server = fc.record({
  cores: sometimes(fc.integer({ min: 1, max: 8 })),
  jobs: sometimes(fc.integer({ min: 1, max: 3 })),
});

const named = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc
    .array(value, { minLength: 1, maxLength: names.length })
    .map((values) => Object.fromEntries(values.map((one, index) => [names[index], one])));

/** A whole small scenario; JSON drops the fields that are undefined. */
export const smallScenario = fc.record({
  start: fc.constantFrom('2026-01-05', '2026-03-23'),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin'),
  horizon: fc.integer({ min: 3, max: 45 }).map((days) => `${days} days`),
  sites: server.map((own) => ({ here: { server: own }, there: {} })),
  workloads: named(
    ['ants', 'bees', 'cats'],
    workload.map((one) => ({ ...one, site: 'here' })),
  ),
  links: link.map((wan) => ({ wan })),
  stores: fc
    .tuple(store, store)
    .map(([near, far]) => ({ near: { ...near, site: 'here' }, far: { ...far, site: 'there' } })),
  tools: tool.map((own) => ({ own })),
  strategies: named(['plan', 'spare'], strategy),
});
