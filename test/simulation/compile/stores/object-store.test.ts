import { describe, expect, it } from 'vitest';
import { FULL } from '../../../../src/simulation/plan/levels.ts';
import { oneWorkload } from '../../../support/one-workload.ts';
import { type Declared, planOf } from '../../../support/played.ts';

const bucket = (store: Declared, strategy: Declared = {}) =>
  planOf(oneWorkload({ stores: { bucket: store }, strategy }));

const defaultAt = (plan: ReturnType<typeof planOf>, path: string) =>
  plan.defaults.find((one) => one.path === path)?.value;

const RULE = { after: '30 d', to: 'cloud/aws-s3-deep-archive' };
const SMALL = { profile: 'cloud/aws-s3-standard', 'object-size': '20 kB' };

describe('an object store', () => {
  it('leaves small objects where they are, and says which are small', () => {
    const plan = bucket({ ...SMALL, lifecycle: [RULE] });
    expect(plan.stores[0]?.cloud?.transitions).toEqual([]);
    const smallest = plan.defaults.find(
      ({ path }) => path === 'stores.bucket.lifecycle[0].smallest',
    );
    expect(smallest).toMatchObject({ value: '131 kB' });
    expect(smallest?.source).toContain('the rule moves nothing');
  });

  it('moves all objects where its rule says so, and those of a whole size in any case', () => {
    const all = bucket({ ...SMALL, lifecycle: [{ ...RULE, smallest: '0 B' }] });
    expect(all.stores[0]?.cloud?.transitions).toHaveLength(1);
    const large = bucket({ ...SMALL, 'object-size': '128 KiB', lifecycle: [RULE] });
    expect(large.stores[0]?.cloud?.transitions).toHaveLength(1);
    const none = bucket({
      ...SMALL,
      'object-size': '1 MiB',
      lifecycle: [{ ...RULE, smallest: '2 MiB' }],
    });
    expect(none.stores[0]?.cloud?.transitions).toEqual([]);
  });

  it('is billed at the list prices of the day on which the horizon starts, and says that they changed', () => {
    const on = (start: string) =>
      planOf({ ...oneWorkload({ stores: { bucket: { profile: 'cloud/wasabi' } } }), start });
    const { cloud: before } = on('2026-06-30').stores[0] ?? {};
    expect(before?.class.storage[0]?.price.value).toBe(6.99 / 1024);
    expect(before?.pricesUntil).toBe('2026-06-30');
    const { cloud: after } = on('2026-07-01').stores[0] ?? {};
    expect(after?.class.storage[0]?.price.value).toBe(7.99 / 1024);
    expect(after?.pricesUntil).toBeNull();
  });

  it('is billed at the prices of its region, its lifecycle as well', () => {
    const store = { profile: 'cloud/aws-backup-efs-warm', region: 'us-west-1' };
    const { cloud } =
      bucket({ ...store, lifecycle: [{ after: '30 d', to: 'cloud/aws-backup-efs-cold' }] })
        .stores[0] ?? {};
    expect(cloud?.class.storage[0]?.price.value).toBe(0.06);
    expect(cloud?.transitions[0]?.to.storage[0]?.price.value).toBe(0.012);
    expect(() => bucket({ ...store, region: 'mars' })).toThrow(
      /stores\.bucket\.region: the catalog has no prices of cloud\/aws-backup-efs-warm in "mars"; known are us-east-1, us-west-1/,
    );
  });

  it('keeps a thawed copy for a day unless told, where one is needed', () => {
    expect(bucket(SMALL).stores[0]?.cloud?.thawedFor).toBe(86_400);
    expect(defaultAt(bucket(SMALL), 'stores.bucket.thawed-for')).toBe('nothing has to be thawed');
    const deep = { profile: 'cloud/aws-s3-deep-archive' };
    expect(defaultAt(bucket(deep), 'stores.bucket.thawed-for')).toBe('1 d');
    const week = bucket({ ...deep, 'thawed-for': '7 d' });
    expect(week.stores[0]?.cloud?.thawedFor).toBe(7 * 86_400);
  });

  it('of a service whose every backup is whole has fulls alone, and says so', () => {
    const strategy = { full: 'never', incremental: 'daily at 00:00', style: 'dedup' };
    const plan = bucket({ profile: 'cloud/aws-backup-dynamodb' }, strategy);
    const [planned] = plan.strategies;
    expect(planned?.policies[0]).toMatchObject({ merges: false, tool: { style: 'forward' } });
    expect([...new Set(planned?.groups[0]?.levels)]).toEqual([FULL]);
    expect(defaultAt(plan, 'strategies.plan.style')).toBe('every backup is whole');
  });

  it('says from where a recheck reads it', () => {
    const verify = { method: 'md5', recheck: '2 d' };
    const at = (store: Declared) =>
      defaultAt(bucket(store, { verify }), 'strategies.plan.verify.at');
    expect(at(SMALL)).toBe('target; rechecks from where the data are, with egress');
    expect(at({ write: '1 GB/s' })).toBe('target');
  });
});
