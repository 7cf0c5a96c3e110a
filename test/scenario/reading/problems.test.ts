import { describe, expect, it } from 'vitest';
import { office, problemsIn } from '../../support/problems-in.ts';

const SIZE = 'workloads.files.size';
const at = (field: string) => `workloads.files.${field}`;
const of = (field: string) => `strategies.nightly.${field}`;

function size(written: string) {
  return { workloads: `{ files: { size: ${written} } }` };
}
function sigma(written: string) {
  return size(`{ lognormal: { median: 1 TB, sigma: ${written} } }`);
}
function more(written: string) {
  return { workloads: `{ files: { size: 1 TB, ${written} } }` };
}
function plan(written: string) {
  return { strategies: `{ nightly: { incremental: daily at 01:00, ${written} } }` };
}
function wan(written = 'hops: 1') {
  return {
    sites: '{ a: {}, b: {} }',
    links: `{ wan: { between: [a, b], rate: 1 GB/s, ${written} } }`,
  };
}

const ALL_LOST = 'penalties.all-lost';
function allLost(written: string) {
  return { penalties: `{ all-lost: ${written} }` };
}

/** One line of the office is replaced; the problem that comes of it. */
const WRONG: readonly (readonly [
  string,
  Record<string, string>,
  string,
  string | RegExp,
  RegExp,
])[] = [
  ['an unknown field', { horizn: '1 year' }, 'horizn', 'is not a field here', /mean horizon\?/],
  ['a missing start', { start: '' }, 'start', 'is not a date', /2026-01-05/],
  ['a date that is none', { start: '2026-02-30' }, 'start', /^is not a date: Feb/, /2026-02-28/],
  ['a horizon of zero', { horizon: '0 years' }, 'horizon', 'is zero', /5 years/],
  ['a horizon of a moment', { horizon: '0.001 min' }, 'horizon', 'is less than a minute', /years/],
  ['an endless horizon', { horizon: '1000000000000 years' }, 'horizon', /^is longer/, /200 years/],
  ['half a year', { horizon: '0.5 years' }, 'horizon', /^is not a length/, /5 years/],
  ['a negative horizon', { horizon: '-1 year' }, 'horizon', /^is not a length/, /5 years/],
  ['a zone that is none', { timezone: 'Mars/Base' }, 'timezone', 'is not a time zone', /IANA/],
  ['a currency', { currency: 'dollars' }, 'currency', 'is not a currency', /USD/],
  ['a price of all without currency', allLost('5'), ALL_LOST, /^should be an amount/, /USD/],
  ['prices of all in a list', allLost('[5 USD]'), ALL_LOST, /not a list$/, /\{ ledger: /],
  [
    'a price of a workload that is not there',
    allLost('{ file: 5 USD }'),
    `${ALL_LOST}.file`,
    'there is no workload "file"',
    /mean files\?/,
  ],
  ['no workloads', { workloads: '{}' }, 'workloads', 'needs at least one entry', /indented/],
  [
    'a list of stores',
    { stores: '[disk]' },
    'stores',
    'should be a mapping, not a list',
    /indented/,
  ],
  ['a bad name', { stores: '{ " a": {} }' }, 'stores. a', /^a name has/, /another/],
  ['a bare number', size('10'), SIZE, '10 has no unit', /"4 TiB"/],
  ['a wrong unit', size('10 TG'), SIZE, '"TG" is not a unit of a size', /units are B, kB/],
  ['a decimal comma', size('"1,5 TB"'), SIZE, /comma/, /1\.5/],
  ['a negative size', size('-1 TB'), SIZE, 'must be more than 0 B', /4 TiB/],
  ['a size of zero', size('0 TB'), SIZE, 'must be more than 0 B', /4 TiB/],
  ['NaN', size('.nan'), SIZE, '"NaN" is not a size', /4 TiB/],
  ['infinity', size('.inf'), SIZE, '"Infinity" is not a size', /4 TiB/],
  ['a number out of range', size('1e999 TB'), SIZE, /not a finite number/, /4 TiB/],
  ['a size out of range', size('1e300 YB'), SIZE, /is too large/, /4 TiB/],
  ['no size', { workloads: '{ files: {} }' }, SIZE, 'is missing', /10 TB/],
  ['a spread of all', size('1 TB ± 100 %'), SIZE, '± 100 % reaches zero', /p10/],
  ['a spread that is none', size('1 TB ± 1.2.3 %'), SIZE, /not a number/, /20 %/],
  [
    'percentiles exchanged',
    size('{ p10: 2 TB, p90: 1 TB }'),
    `${SIZE}.p10`,
    /less than p90/,
    /exch/,
  ],
  ['a third percentile', size('{ p10: 1 TB, p50: 1 TB }'), `${SIZE}.p50`, /not a field/, /p90/],
  [
    'a falling triangle',
    size('{ triangular: [3 TB, 2 TB, 1 TB] }'),
    `${SIZE}.triangular`,
    /rise/,
    /least/,
  ],
  [
    'a short triangle',
    size('{ triangular: [3 TB] }'),
    `${SIZE}.triangular`,
    /at least 3 entries/,
    /list/,
  ],
  ['sigma without bounds', sigma('.inf'), `${SIZE}.lognormal.sigma`, /finite number/, /0\.7/],
  ['sigma of zero', sigma('0'), `${SIZE}.lognormal.sigma`, 'must be more than 0', /number/],
  [
    'a ratio below 1',
    more('compressibility: 1.2 ± 50 %'),
    at('compressibility'),
    /below what is possible/,
    /smaller/,
  ],
  [
    'a share above all',
    more('duplicates: 60 % ± 90 %'),
    at('duplicates'),
    /above what is possible/,
    /smaller/,
  ],
  [
    'growth without time',
    more('growth: 8 %'),
    at('growth'),
    'does not say in what time',
    /%\/year/,
  ],
  ['growth in flags', more('growth: true'), at('growth'), /not true$/, /40 GB\/day/],
  [
    'change without time',
    more('change: 300 GB'),
    at('change'),
    /does not say how often/,
    /3 %\/day/,
  ],
  [
    'two kinds of change',
    more('change: { per-day: 1 %, per-run: 2 % }'),
    at('change.per-run'),
    /not a field/,
    /skew/,
  ],
  [
    'a change misspelt',
    more('change: { per-dya: 1 % }'),
    at('change.per-dya'),
    /not a field/,
    /mean per-day/,
  ],
  [
    'two equal ages',
    more('change: { measured: [{ after: 1 d, changed: 1 % }, { after: 24 h, changed: 2 % }] }'),
    at('change.measured'),
    /same age/,
    /different/,
  ],
  [
    'dangling class',
    more('class: transaction'),
    at('class'),
    /no content class "transaction"/,
    /mean transactions/,
  ],
  ['dangling site', more('site: here'), at('site'), 'there is no site "here"', /declare one/],
  ['dangling store', plan('to: dsk'), of('to'), 'there is no store "dsk"', /mean disk/],
  ['dangling tool', plan('tool: rsnc'), of('tool'), 'there is no tool "rsnc"', /mean rsync/],
  [
    'dangling workload',
    plan('workloads: [file]'),
    of('workloads[0]'),
    /no workload "file"/,
    /files/,
  ],
  [
    'dangling override',
    plan('overrides: { file: { to: x } }'),
    of('overrides.file.to'),
    /no store/,
    /disk/,
  ],
  [
    'an override of nothing',
    {
      ...plan('workloads: [b], overrides: { a: {} }'),
      workloads: '{ a: { size: 1 B }, b: { size: 1 B } }',
    },
    of('overrides.a'),
    /not protected/,
    /workloads/,
  ],
  ['two stores', { stores: '{ a: {}, b: {} }' }, of('to'), 'is missing', /a, b/],
  [
    'no schedule',
    { strategies: '{ nightly: {} }' },
    'strategies.nightly',
    'never backs anything up',
    /daily at/,
  ],
  [
    'a schedule that is none',
    plan('full: sometimes'),
    of('full'),
    '"sometimes" is not a schedule',
    /weekly on/,
  ],
  [
    'a day that never comes',
    plan('full: yearly on 30 February'),
    of('full'),
    /never comes/,
    /28 February/,
  ],
  [
    'the end of the day',
    plan('full: daily at 24:00'),
    of('full'),
    /not a schedule/,
    /daily at 01:00/,
  ],
  ['every second', plan('full: every 1 s'), of('full'), /not a schedule/, /every 6 h/],
  ['a date that is none', plan('full: [2026-13-01]'), of('full[0]'), 'is not a date', /2026-07-01/],
  ['no dates', plan('full: []'), of('full'), 'should have at least 1 entry', /list/],
  [
    'a window that never opens',
    plan('window: 01:00-01:00'),
    of('window'),
    /never opens/,
    /all day/,
  ],
  ['a window of none', plan('window: none'), of('window'), /never opens/, /all day/],
  ['a week of none', plan('window: { daily: none }'), of('window'), /never opens/, /one day/],
  [
    'a window that is none',
    plan('window: at night'),
    of('window'),
    '"at night" is not a window',
    /22:00-06:00/,
  ],
  [
    'an hour that is none',
    plan('window: 25:00-26:00'),
    of('window'),
    /not a window/,
    /22:00-06:00/,
  ],
  [
    'a day misspelt',
    plan('window: { mondy: 01:00-02:00 }'),
    of('window.mondy'),
    /not a field/,
    /mean monday/,
  ],
  [
    'a date misspelt',
    plan('window: { daily: all day, closed: [2026-99-99] }'),
    of('window.closed[0]'),
    'is not a date',
    /2026-12-24/,
  ],
  ['a retention of nothing', plan('keep: { daily: 0 }'), of('keep'), 'keeps nothing', /daily: 30/],
  ['an empty retention', plan('keep: {}'), of('keep'), 'keeps nothing', /daily: 30/],
  [
    'points and rules',
    plan('keep: { points: 3, daily: 7 }'),
    of('keep.points'),
    /cannot be joined/,
    /last/,
  ],
  [
    'half a point',
    plan('keep: { daily: 1.5 }'),
    of('keep.daily'),
    'must be a whole number',
    /number/,
  ],
  [
    'a word of another list',
    plan('verify: { method: MD5 }'),
    of('verify.method'),
    '"MD5" is not one of the choices',
    /mean md5/,
  ],
  ['no streams', plan('streams: 0'), of('streams'), 'must be at least 1', /number/],
  [
    'a check each moment',
    plan('verify: { method: md5, recheck: 59 min }'),
    of('verify.recheck'),
    'must be at least 1 h',
    /90 d/,
  ],
  [
    'text as a flag',
    { tools: '{ t: { merges-duplicates: yes } }' },
    'tools.t.merges-duplicates',
    'should be true or false, not text',
    /write true/,
  ],
  [
    'a version without quotes',
    { tools: '{ t: { version: 0.16 } }' },
    'tools.t.version',
    'should be text, not a number',
    /quotes/,
  ],
  ['an empty name', { name: '""' }, 'name', 'is empty', /leave it out/],
  [
    'a capacity said twice',
    { stores: '{ disk: { capacity: 1 TB, raw: 2 TB } }' },
    'stores.disk.capacity',
    /beside raw/,
    /either/,
  ],
  [
    'drives of nothing',
    { stores: '{ disk: { drives: 3 } }' },
    'stores.disk.drives',
    /no profile/,
    /profile/,
  ],
  [
    'hours that are none',
    wan('throttle: { noon: 20 % }'),
    'links.wan.throttle.noon',
    /not a stretch/,
    /08:00-18:00/,
  ],
  [
    'a pace that is none',
    wan('throttle: { "08:00-18:00": slow }'),
    'links.wan.throttle.08:00-18:00',
    /neither a rate/,
    /20 %/,
  ],
  [
    'a pace of zero',
    wan('throttle: { "08:00-18:00": 0 % }'),
    'links.wan.throttle.08:00-18:00',
    'must be more than 0',
    /20 %/,
  ],
  ['more live paths', wan('paths: 2, live: 3'), 'links.wan.live', /more than there are/, /at most/],
  [
    'one end',
    { ...wan(), links: '{ wan: { between: [a], rate: 1 GB/s } }' },
    'links.wan.between',
    /at least 2 entries/,
    /list/,
  ],
  [
    'a loop',
    { ...wan(), links: '{ wan: { between: [a, a], rate: 1 GB/s } }' },
    'links.wan.between',
    /with itself/,
    /two different/,
  ],
  [
    'no rate',
    { ...wan(), links: '{ wan: { between: [a, b] } }' },
    'links.wan.rate',
    'is missing',
    /1 GB\/s/,
  ],
];

describe('every kind of problem is placed at its key and says what to write', () => {
  it('is told from none', () => {
    expect(problemsIn(office())).toEqual([]);
    expect(problemsIn(office(wan()))).toEqual([]);
  });

  it.each(WRONG)('%s', (_, lines, path, message, hint) => {
    const text = office(lines);
    const found = problemsIn(text).find((problem) => problem.path === path);
    expect(found, JSON.stringify(problemsIn(text))).toBeDefined();
    expect(found?.message).toMatch(message);
    expect(found?.hint ?? '').toMatch(hint);
    const line = text.split('\n')[(found?.place?.line ?? 0) - 1] ?? '';
    expect(path.startsWith(line.split(':')[0] ?? '?')).toBe(true);
  });
});
