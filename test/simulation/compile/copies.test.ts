import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../support/one-workload.ts';
import { planOf } from '../../support/played.ts';

const S3 = 'cloud/aws-s3-standard';

describe('what a copy takes out of its source', () => {
  const plan = planOf({
    start: '2026-01-05',
    sites: { here: {}, near: {}, far: {} },
    links: {
      lan: { between: ['here', 'near'], rate: '1 GB/s' },
      wan: { between: ['near', 'far'], rate: '1 GB/s' },
    },
    workloads: { data: { ...PLAIN, site: 'here', size: '1 TB' } },
    stores: {
      first: { site: 'near', profile: S3 },
      beside: { site: 'near' },
      second: { site: 'far', profile: S3 },
      third: { site: 'far', profile: 'cloud/wasabi' },
      disk: { site: 'far' },
    },
    strategies: {
      plan: {
        full: 'daily at 00:00',
        to: 'first',
        copies: [{ to: 'beside' }, { to: 'second' }, { to: 'third' }, { to: 'disk' }],
      },
    },
  });
  const egress = (to: string) =>
    plan.strategies[0]?.protections.find(
      ({ from, policy }) => from >= 0 && plan.stores[policy.store]?.name === to,
    )?.policy.copy?.egress;

  it('leaves its site over a link, and its provider where the other store is of another', () => {
    expect(egress('beside')).toEqual({ leaves: false, within: false });
    expect(egress('second')).toEqual({ leaves: true, within: true });
    expect(egress('third')).toEqual({ leaves: true, within: false });
    expect(egress('disk')).toEqual({ leaves: true, within: false });
  });
});
