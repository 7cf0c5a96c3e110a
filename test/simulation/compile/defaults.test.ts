import { describe, expect, it } from 'vitest';
import { leftOutFields } from '../../support/declared-paths.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf } from '../../support/played.ts';

/** Every section there is, with the least that it needs. */
const BARE: Declared = {
  start: '2026-01-05',
  sites: { here: { server: {} }, there: {} },
  links: {
    wan: { between: ['here', 'there'], rate: '1 GB/s' },
    lan: { between: ['here', 'there'], profile: 'ethernet/10g', loss: '0.1 %' },
  },
  workloads: {
    files: { site: 'here', size: '1 TB' },
    rewritten: {
      site: 'here',
      size: '1 TB',
      change: '1 %/day',
      events: [{ on: 'yearly on 1 July' }],
    },
    ranked: { site: 'here', size: '1 TB', change: { 'per-run': '1 %', skew: { zipf: 1 } } },
    index: { site: 'here', vectors: { count: 1e6, dimensions: 768, hnsw: 32 } },
    weights: { site: 'here', checkpoints: { parameters: 1e9, changed: '1 %' } },
    prompts: { site: 'here', size: '1 GB', tokens: { 'per-day': 1e6 } },
  },
  stores: {
    disk: { site: 'here', profile: 'nas/10g', cost: {} },
    plain: { site: 'there', raw: '100 TB' },
    unlimited: { site: 'here' },
    tape: { site: 'here', profile: 'tape/lto9', vault: { site: 'there' }, cost: {} },
    bucket: { site: 'there', profile: 'cloud/aws-s3-standard', cost: {} },
  },
  tools: { own: {}, packed: { compression: 'on' } },
  strategies: {
    plan: {
      full: 'daily at 01:00',
      to: 'disk',
      tool: 'own',
      overrun: {},
      verify: { method: 'md5' },
      restore: {},
      failure: '1 %',
      log: { every: '1 h' },
      replicate: { to: 'plain' },
      copies: [
        { to: 'tape', verify: {} },
        { to: 'bucket', verify: { method: 'md5' } },
      ],
    },
    packed: { full: 'daily at 02:00', to: 'disk', tool: 'packed', keep: { daily: 3 } },
    bare: { full: 'daily at 02:00', to: 'disk', copies: [{ to: 'bucket' }] },
  },
  training: {
    run: { workload: 'weights', accelerators: 8, mtbf: '3 h', tiers: [{ store: 'disk' }] },
  },
  disasters: { fire: { scope: 'region here', 'per-year': 0.1 } },
  cost: {},
  penalties: {},
};

/** What is no default where it is left out: nothing is put in its place. */
const NO_DEFAULT: Readonly<Record<string, readonly string[]>> = {
  'words for people, and what takes part': [
    'name',
    'note',
    'strategies.*.workloads',
    'strategies.*.overrides',
    'training.*.tiers[].name',
  ],
  'another way to say what is said or listed': [
    'workloads.*.size',
    'workloads.*.files',
    'links.*.profile',
    'links.*.rtt',
    'stores.*.profile',
    'stores.*.raw',
    'tools.*.version',
    'tools.*.profile',
    'strategies.*.style',
    'strategies.*.streams',
    'strategies.*.copies[].on',
    'training.*.nodes',
    'training.*.node-failures',
    'training.*.snapshot',
    'training.*.tiers[].save',
  ],
  'what is not there': [
    'workloads.*.checkpoints',
    'workloads.*.vectors',
    'workloads.*.tokens',
    'workloads.*.events',
    'stores.*.vault',
    'stores.*.vault.after',
    'tools.*.stored',
    'tools.*.prune',
    'strategies.*.synthetic',
    'strategies.*.differential',
    'strategies.*.incremental',
    'strategies.*.copies',
    'strategies.*.log',
    'strategies.*.replicate',
    'exchange',
    'workloads.*.objectives',
    'disasters.*.objectives',
    // Said to be undecided where a rule asks for it.
    'operations',
    // Fields of `keep` that stand for no points.
    ...[
      'points',
      'last',
      'hourly',
      'weekly',
      'monthly',
      'quarterly',
      'yearly',
      'within',
      'gfs',
    ].map((rule) => `strategies.*.keep.${rule}`),
  ],
};

const pathOf = (steps: readonly (string | number)[]): string =>
  steps
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);

const listedOf = (declared: Declared): ReadonlyMap<string, string> =>
  new Map(planOf(declared).defaults.map(({ path, value }) => [path, value]));

describe('the defaults of a plan', () => {
  const listed = listedOf(BARE);
  const left = leftOutFields(BARE);
  const listedFields = new Set(
    left.flatMap(({ field, steps }) => (isListed(listed, steps) ? [field] : [])),
  );
  const excused = new Set(Object.values(NO_DEFAULT).flat());

  it('list every field that can be left out, where something stands in its place', () => {
    const silent = left.map(({ field }) => field).filter((field) => !listedFields.has(field));
    expect([...new Set(silent)].filter((field) => !excused.has(field))).toEqual([]);
  });

  it('are not excused for nothing', () => {
    const fields = new Set(left.map(({ field }) => field));
    expect([...excused].filter((field) => listedFields.has(field) || !fields.has(field))).toEqual(
      [],
    );
  });

  it('say of each disaster, store and workload what counts as 0 or none', () => {
    expect(listed.get('disasters.fire.dwell')).toBe('0 s');
    expect(listed.get('stores.plain.latent')).toBe('none');
    expect(listed.get('workloads.files.priority')).toBe('100');
    expect(listed.get('sites.there.region')).toBe('one of its own');
    // 12 disks of 9.8 W.
    expect(listed.get('stores.disk.cost.power')).toBe('118 W');
    expect(listed.get('stores.disk.cost.rack-units')).toBe('2');
    expect(listed.get('stores.tape.cost.once')).toBe('not priced');
    expect(listed.get('stores.tape.cost.courier')).toBe('not priced');
    expect(listed.get('stores.plain.cost')).toBe('not priced');
    expect(listed.get('cost.staff')).toBe('0 USD/h');
    expect(listed.get('penalties.outage')).toBe('0 USD/h');
  });

  it('leave out what counts for nothing without disasters', () => {
    const quiet = listedOf(oneWorkload());
    for (const path of ['stores.disk.latent', 'workloads.data.priority', 'penalties']) {
      expect(quiet.has(path)).toBe(false);
    }
    expect(quiet.get('cost')).toBe('people and energy cost nothing');
    const staffed = listedOf(oneWorkload({ cost: { 'staff-hours': 2 } }));
    expect(staffed.get('cost.staff')).toBe('no price');
  });
});

/** Whether a field is listed itself, or a part of it, such as each field of a section left out. */
function isListed(
  listed: ReadonlyMap<string, string>,
  steps: readonly (string | number)[],
): boolean {
  const path = pathOf(steps);
  return [...listed.keys()].some((one) => one === path || one.startsWith(`${path}.`));
}
