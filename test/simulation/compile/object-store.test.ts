import { describe, expect, it } from 'vitest';
import { FULL } from '../../../src/simulation/plan/levels.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf } from '../../support/played.ts';

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
