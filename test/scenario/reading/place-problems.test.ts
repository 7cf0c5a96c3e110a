import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/problem.ts';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import { compile } from '../../../src/simulation/compile/compile.ts';
import { office } from '../../support/problems-in.ts';

/** Problems of the text, or where there are none those that show when parts are put together. */
function problemsOf(text: string): readonly Problem[] {
  const read = readScenario(text, 'office.yaml');
  if (!read.ok) return read.problems;
  const data = { samples: new Map(), series: new Map(), prices: null };
  const plan = compile(read.value.scenario, data, 'office');
  return plan.ok ? [] : plan.problems;
}

const two = { sites: '{ a: {}, b: {} }', workloads: '{ files: { size: 1 TB, site: a } }' };

/** A plan that writes to disk, with more fields; beside the disk stands another store. */
const plan = (more: string, other = '{}') => ({
  stores: `{ disk: {}, other: ${other} }`,
  strategies: `{ nightly: { incremental: daily at 01:00, to: disk, ${more} } }`,
});
const store = (written: string) => ({ stores: `{ disk: ${written} }` });
const of = (field: string) => `strategies.nightly.${field}`;
const disaster = (written: string) => ({ disasters: `{ fire: ${written} }` });
const S3 = 'profile: cloud/aws-s3-standard';

const WRONG: readonly (readonly [string, Record<string, string>, string, RegExp, RegExp])[] = [
  [
    'a copy to nowhere',
    plan('copies: [{ to: othr }]'),
    of('copies[0].to'),
    /no store/,
    /mean other/,
  ],
  [
    'a copy from nowhere',
    plan('copies: [{ to: other, from: dsk }]'),
    of('copies[0].from'),
    /no store/,
    /mean disk/,
  ],
  [
    'a copy of an override to nowhere',
    plan('overrides: { files: { copies: [{ to: x }] } }'),
    of('overrides.files.copies[0].to'),
    /no store "x"/,
    /disk, other/,
  ],
  [
    'a copy by points and by dates',
    plan('copies: [{ to: other, after: full, on: weekly }]'),
    of('copies[0].after'),
    /beside on/,
    /write after/,
  ],
  [
    'a copy to its own store',
    plan('copies: [{ to: disk }]'),
    of('copies[0].from'),
    /copied to itself/,
    /circle/,
  ],
  [
    'a copy of what is not there yet',
    plan('copies: [{ to: disk, from: other }]'),
    of('copies[0].from'),
    /holds nothing of files by then/,
    /from: disk/,
  ],
  [
    'the same copy twice',
    plan('copies: [{ to: other }, { to: other }]'),
    of('copies[1].to'),
    /holds these points already/,
    /another store/,
  ],
  [
    'a copy that sets fulls aside',
    plan('copies: [{ to: other, keep: { daily: 7, gfs: { weekly: 4 } } }]'),
    of('copies[0].keep.gfs'),
    /copies do not do/,
    /without gfs/,
  ],
  ['logs to nowhere', plan('log: { every: 1 h, to: x }'), of('log.to'), /no store "x"/, /known/],
  ['logs without a time', plan('log: often'), of('log'), /how often/, /every 15 min/],
  ['a replica nowhere', plan('replicate: { to: x }'), of('replicate.to'), /no store/, /known/],
  ['a restore nowhere', plan('restore: { at: x }'), of('restore.at'), /no site "x"/, /declare one/],
  [
    'a restore without a way',
    { ...two, ...plan('restore: { at: b }'), stores: '{ disk: { site: a } }' },
    of('restore.at'),
    /no route from files at b to disk at a/,
    /declare a link/,
  ],
  [
    'a copy without a way',
    {
      ...two,
      ...plan('copies: [{ to: other }]'),
      stores: '{ disk: { site: a }, other: { site: b } }',
    },
    of('copies[0].to'),
    /no route from disk at a to other at b/,
    /declare a link/,
  ],
  [
    'a vault nowhere',
    store('{ profile: tape/lto9, vault: { site: x } }'),
    'stores.disk.vault.site',
    /no site "x"/,
    /declare one/,
  ],
  [
    'a vault with one time for two',
    { ...two, ...store('{ site: a, vault: { site: b, after: 1 d, pick-up: weekly } }') },
    'stores.disk.vault.after',
    /beside pick-up/,
    /either/,
  ],
  [
    'a vault with two times for one way',
    { ...two, ...store('{ site: a, vault: { site: b, after: 1 d, out: 1 h } }') },
    'stores.disk.vault.after',
    /beside pick-up or out/,
    /either/,
  ],
  [
    'a courier that never comes',
    { ...two, ...store('{ site: a, vault: { site: b, pick-up: never } }') },
    'stores.disk.vault.pick-up',
    /never comes/,
    /leave out the vault/,
  ],
  [
    'a class that is none',
    store(`{ ${S3}, lifecycle: [{ after: 30 d, to: cloud/aws-s3-glacier }] }`),
    'stores.disk.lifecycle[0].to',
    /no storage class/,
    /mean cloud\/aws-s3/,
  ],
  [
    'a class of another currency',
    {
      ...store(`{ ${S3}, lifecycle: [{ after: 30 d, to: cloud/oss-ia }] }`),
      exchange: '{ CNY: 0.14 USD }',
    },
    'stores.disk.lifecycle[0].to',
    /priced in CNY, not in USD/,
    /same provider/,
  ],
  [
    'a way that is not offered',
    store(
      `{ ${S3}, retrieval: bulky, lifecycle: [{ after: 30 d, to: cloud/aws-s3-deep-archive }] }`,
    ),
    'stores.disk.retrieval',
    /"bulky" is not offered/,
    /known are .*bulk/,
  ],
  [
    'a way that is not needed',
    store(`{ ${S3}, retrieval: bulk }`),
    'stores.disk.retrieval',
    /not offered/,
    /leave/,
  ],
  [
    'too many parts',
    store(`{ ${S3}, object-size: 1 TiB, part-size: 16 MiB }`),
    'stores.disk.part-size',
    /too many parts/,
    /another size/,
  ],
  [
    'parts that are too small',
    store(`{ ${S3}, object-size: 1 GiB, part-size: 1 MiB }`),
    'stores.disk.part-size',
    /part too small/,
    /another size/,
  ],
  [
    'objects that are too large',
    store(`{ ${S3}, object-size: 60 TiB, part-size: 5 GiB }`),
    'stores.disk.object-size',
    /object too large/,
    /another size/,
  ],
  [
    'no drives',
    store('{ profile: tape/lto9, drives: 0 }'),
    'stores.disk.drives',
    /at least 1/,
    /number/,
  ],
  [
    'no slots',
    store('{ profile: tape/lto9, slots: 0 }'),
    'stores.disk.slots',
    /at least 1/,
    /number/,
  ],
  [
    'slots for cleaning only',
    store('{ profile: tape/lto9, slots: 1 }'),
    'stores.disk.slots',
    /no place for data/,
    /more than the 1/,
  ],
  [
    'slots of a disk',
    store('{ slots: 9 }'),
    'stores.disk.slots',
    /field of a tape library/,
    /tape\/lto9/,
  ],
  [
    'objects on tape',
    store('{ profile: tape/lto9, object-size: 1 GiB }'),
    'stores.disk.object-size',
    /field of an object store/,
    /cloud\/aws-s3-standard/,
  ],
  [
    'tapes in a bucket',
    store(`{ ${S3}, multiplex: 4 }`),
    'stores.disk.multiplex',
    /field of a tape library/,
    /tape\/lto9/,
  ],
  [
    'a capacity of a library',
    store('{ profile: tape/lto9, capacity: 1 PB }'),
    'stores.disk.capacity',
    /no field of a tape library/,
    /write slots/,
  ],
  [
    'jobs of a library',
    store('{ profile: tape/lto9, jobs: 1 }'),
    'stores.disk.jobs',
    /no field of a tape library/,
    /write drives/,
  ],
  [
    'drives of a bucket',
    store(`{ ${S3}, drives: 4 }`),
    'stores.disk.drives',
    /object store/,
    /leave/,
  ],
  [
    'a chain that tape cannot hold',
    {
      ...store('{ profile: tape/lto9 }'),
      strategies: '{ nightly: { incremental: daily, style: dedup } }',
    },
    of('to'),
    /chains of style dedup cannot be changed/,
    /copy from a disk/,
  ],
  [
    'fulls that tape cannot build',
    { ...store('{ profile: tape/lto9 }'), strategies: '{ nightly: { synthetic: weekly } }' },
    of('synthetic'),
    /cannot do/,
    /write full/,
  ],
  [
    'money of another kind',
    store('{ cost: { once: 5 EUR } }'),
    'stores.disk.cost.once',
    /is in EUR/,
    /exchange: \{ EUR/,
  ],
  [
    'negative money',
    store('{ cost: { once: -5 USD } }'),
    'stores.disk.cost.once',
    /at least 0/,
    /USD/,
  ],
  ['money for no time', { cost: '{ staff: 60 USD }' }, 'cost.staff', /no such amount/, /60 USD\/h/],
  ['money without a currency', { cost: '{ staff: 60 }' }, 'cost.staff', /amount of money/, /USD/],
  [
    'growth of nothing',
    store('{ cost: { expand: 4 } }'),
    'stores.disk.cost.expand',
    /no capacity that could grow/,
    /profile/,
  ],
  [
    'growth without drives',
    store('{ capacity: 4 TB, cost: { expand: 4 } }'),
    'stores.disk.cost.expand',
    /no drives to add/,
    /profile/,
  ],
  [
    'a cartridge of a disk',
    store('{ cost: { cartridge: 9 USD } }'),
    'stores.disk.cost.cartridge',
    /tape/,
    /leave/,
  ],
  [
    'a courier to nowhere',
    store('{ cost: { courier: 9 USD } }'),
    'stores.disk.cost.courier',
    /vault/,
    /vault/,
  ],
  [
    'an exchange of a name',
    { exchange: '{ yuan: 0.14 USD }' },
    'exchange.yuan',
    /not a currency/,
    /CNY/,
  ],
  [
    'an exchange with itself',
    { exchange: '{ USD: 1 USD }' },
    'exchange.USD',
    /of the answers/,
    /leave/,
  ],
  [
    'an exchange into another',
    { exchange: '{ CNY: 1 EUR }' },
    'exchange.CNY',
    /not in USD/,
    /0\.14 USD/,
  ],
  [
    'a disaster of no scope',
    disaster('{ scope: fire, per-year: 1 }'),
    'disasters.fire.scope',
    /not a scope/,
    /site NAME/,
  ],
  [
    'a disaster at no site',
    disaster('{ scope: site moon, per-year: 1 }'),
    'disasters.fire.scope',
    /no site "moon"/,
    /known are/,
  ],
  [
    'a disaster of no store',
    disaster('{ scope: store dsk, per-year: 1 }'),
    'disasters.fire.scope',
    /no store "dsk"/,
    /disk/,
  ],
  [
    'a disaster that never says how often',
    disaster('{ scope: workload }'),
    'disasters.fire.per-year',
    /is missing/,
    /a number/,
  ],
  ...['often', '-1', '.nan', '.inf', '1e9'].map(
    (rate) =>
      [
        `a rate of ${rate}`,
        disaster(`{ scope: workload, per-year: ${rate} }`),
        'disasters.fire.per-year',
        /./,
        /./,
      ] as const,
  ),
  ['a common cause of more than all', { 'common-cause': '200 %' }, 'common-cause', /at most/, /%/],
  [
    'a rule that is none',
    { objectives: '{ rules: [9-8-7-6] }' },
    'objectives.rules[0]',
    /9-8-7-6/,
    /catalog list rule/,
  ],
];

describe('every place that is named is there, and every field belongs to its kind of store', () => {
  it('which is told from none', () => {
    expect(problemsOf(office(plan('copies: [{ to: other }]')))).toEqual([]);
    expect(problemsOf(office(store('{ profile: tape/lto9 }')))).toEqual([]);
    expect(problemsOf(office(store(`{ ${S3}, capacity: 9 TB }`)))).toEqual([]);
  });

  it.each(WRONG)('%s', (_, lines, path, message, hint) => {
    const found = problemsOf(office(lines));
    const own = found.find((problem) => problem.path === path);
    expect(own, JSON.stringify(found)).toBeDefined();
    expect(own?.message).toMatch(message);
    expect(own?.hint ?? '').toMatch(hint);
  });

  it('all are told at once', () => {
    const text = office({
      ...plan(
        'copies: [{ to: x }], log: { every: 1 h, to: y }, restore: { at: z }',
        '{ slots: 3 }',
      ),
      exchange: '{ yuan: 1 USD }',
    });
    expect(problemsOf(text).map(({ path }) => path)).toEqual([
      'stores.other.slots',
      'strategies.nightly.copies[0].to',
      'strategies.nightly.log.to',
      'strategies.nightly.restore.at',
      'exchange.yuan',
    ]);
  });
});
