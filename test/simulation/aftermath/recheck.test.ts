import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, runOf, strategyOf } from '../../support/played.ts';

const TB = 1e12;

/** 1 TB over a link of 100 MB/s into a store: one full, kept and looked at each 10 days, four times. */
const kept = (verify: Declared, store: Declared = {}): Declared => ({
  start: '2026-01-05',
  horizon: '40 days',
  sites: { here: {}, there: {} },
  workloads: { data: { ...PLAIN, site: 'here', size: '1 TB', read: '1 GB/s' } },
  links: { wan: { between: ['here', 'there'], rate: '100 MB/s' } },
  stores: { disk: { site: 'there', ...store } },
  tools: { plain: { like: 'generic', compression: 'off' } },
  strategies: {
    plan: {
      tool: 'plain',
      incremental: 'daily at 00:00',
      keep: { last: 100 },
      verify: { recheck: '10 d', rate: '500 MB/s', cores: 2, ...verify },
    },
  },
});

/** What rechecks add: the same plan without them is taken off. */
function added(verify: Declared, store: Declared = {}) {
  const run = runOf(planOf(kept(verify, store)));
  const without = runOf(planOf(kept({ ...verify, recheck: undefined }, store)));
  return {
    traffic: (run.traffic[0] ?? 0) - (without.traffic[0] ?? 0),
    seconds: Math.round(run.verification.seconds - without.verification.seconds),
    count: run.verification.count - without.verification.count,
  };
}

describe('checks that come again', () => {
  it('take no link where they run beside the store', () => {
    expect(added({ method: 'md5' })).toEqual({ traffic: 0, seconds: 4 * 1000, count: 4 });
  });

  it('bring back over the links what is checked at the source, or compared with it', () => {
    // At 100 MB/s, not at the 1 GB/s of two cores.
    const over = { traffic: 4 * TB, seconds: 4 * 10_000, count: 4 };
    expect(added({ method: 'md5', at: 'source' })).toEqual(over);
    expect(added({ method: 'byte-compare' })).toEqual(over);
    expect(added({ method: 'md5', at: 'source', coverage: '10 %' }).traffic).toBeCloseTo(
      0.4 * TB,
      -3,
    );
  });

  it('are no faster than the store gives data back', () => {
    expect(added({ method: 'md5' }, { read: '250 MB/s' }).seconds).toBeCloseTo(4 * 4000, 6);
  });

  it('pay for what leaves an object store', async () => {
    const paid = async (at: string): Promise<number> => {
      const store = { profile: 'cloud/aws-s3-standard' };
      const result = await resultOf(kept({ method: 'md5', at }, store));
      const { cost } = strategyOf(result, 'plan');
      return cost?.lines.find(({ line }) => line === 'egress')?.perYear.mean ?? 0;
    };
    expect(await paid('target')).toBe(0);
    // 4 TB at 0.09 USD a GiB in 40 days.
    expect((await paid('source')) / (((4e12 / 2 ** 30) * 0.09 * 365) / 40)).toBeCloseTo(1, 2);
  });
});
