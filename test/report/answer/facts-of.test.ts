import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/report/answer/facts-of.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, strategyOf } from '../../support/played.ts';

const DAY = 86_400;

async function knownOf(declared: Declared, trials = 1) {
  const plan = planOf(declared);
  const [strategy] = plan.strategies;
  if (!strategy) throw new Error('there is no strategy');
  const result = strategyOf(await resultOf(plan, { trials }), strategy.name);
  return { facts: factsOf(plan, strategy, result), result };
}
const factsIn = async (declared: Declared) => (await knownOf(declared)).facts;

const FAR = {
  sites: { here: {}, there: {} },
  links: { wan: { between: ['here', 'there'], rate: '1 GB/s' } },
};
const at = (workload: string, store: string) =>
  oneWorkload({ ...FAR, workload: { site: workload }, store: { site: store } });

describe('what is known of places', () => {
  it('is nothing where the scenario names none', async () => {
    const facts = await factsIn(oneWorkload());
    for (const fact of ['offsite', 'transport', 'batches', 'localBackup']) {
      expect(facts).not.toHaveProperty(fact);
    }
  });

  it('of a copy at the site of the data', async () => {
    expect(await factsIn(at('here', 'here'))).toMatchObject({
      copies: 2,
      offsite: 0,
      transport: 'none',
      batches: 0,
      localBackup: true,
      duplicateOffsite: false,
    });
  });

  it('of a copy at another site, over a network, as often as jobs run', async () => {
    expect(await factsIn(at('here', 'there'))).toMatchObject({
      copies: 2,
      offsite: 1,
      transport: 'batch',
      batches: 1,
      localBackup: false,
      duplicateOffsite: false,
    });
  });

  it('is that of the workload that fares worst', async () => {
    const both = {
      ...FAR,
      start: '2026-01-05',
      horizon: '10 days',
      workloads: { a: { size: '1 TB', site: 'here' }, b: { size: '1 TB', site: 'there' } },
      stores: { disk: { site: 'there' } },
      strategies: { plan: { full: 'daily at 00:00', keep: { last: 3 } } },
    };
    expect(await factsIn(both)).toMatchObject({
      offsite: 0,
      transport: 'none',
      localBackup: false,
    });
  });
});

describe('copies', () => {
  const plan = (copies: readonly Declared[], stores: Declared = {}, more: Declared = {}) => ({
    start: '2026-01-05',
    horizon: '12 weeks',
    sites: { here: {}, there: {} },
    links: { wan: { between: ['here', 'there'], rate: '1 GB/s' } },
    workloads: { data: { size: '1 TB', change: '1 %/day', site: 'here' } },
    stores: {
      disk: { site: 'here', profile: 'disk/nearline-raid6' },
      far: { site: 'there', ...stores },
    },
    strategies: {
      plan: {
        to: 'disk',
        full: 'weekly on Sunday at 00:00',
        incremental: 'daily at 00:00',
        keep: { daily: 30 },
        verify: { method: 'md5' },
        copies,
        ...more,
      },
    },
  });
  const checked = { method: 'md5' };

  it('count beside the backups, with their own place, lock, check and rules', async () => {
    const copy = { to: 'far', keep: { yearly: 6 }, lock: '30 d', verify: checked };
    expect(await factsIn(plan([copy], { access: 'offline' }))).toMatchObject({
      copies: 3,
      offsite: 1,
      transport: 'batch',
      batches: 1,
      localBackup: true,
      duplicateOffsite: true,
      lockedCopies: 1,
      immutableFor: 30 * DAY,
      unverified: 0,
      retention: 6 * 366 * DAY,
      // What is offline is not at hand.
      accessible: 30 * DAY,
      fullEvery: 7 * DAY,
    });
  });

  it('that are made of fulls lose more where the site is lost', async () => {
    const facts = await factsIn(plan([{ to: 'far', after: 'full', keep: { last: 4 } }]));
    expect(facts.rpo).toBe(7 * DAY);
    expect(facts.unverified).toBe(1);
    expect(facts.checkEvery).toBe(Infinity);
    expect(facts.retention).toBe(30 * DAY);
    expect((await factsIn(plan([{ to: 'far' }]))).rpo).toBe(DAY);
  });

  it('reach as far as so many of them', async () => {
    const fulls = [{ to: 'far', after: 'full', keep: { last: 10 } }];
    const { retention = 0 } = await factsIn(plan(fulls, {}, { keep: { daily: 2 } }));
    expect(retention / DAY).toBeGreaterThan(60);
    expect(retention / DAY).toBeLessThan(85);
  });

  it('that a courier takes away go as media', async () => {
    const vaulted = { site: 'here', vault: { site: 'there' } };
    expect(await factsIn(plan([{ to: 'far' }], vaulted))).toMatchObject({
      offsite: 1,
      transport: 'media',
      lockedCopies: 1,
    });
  });

  it('lie on media that are known where their stores have a profile', async () => {
    expect(await factsIn(plan([{ to: 'far' }]))).not.toHaveProperty('media');
    const known = plan([{ to: 'far' }], { profile: 'disk/nearline' });
    expect((await factsIn(known)).media).toBe(1);
  });

  it('are at hand until they have to be thawed or mounted', async () => {
    const copy = [{ to: 'far', keep: { yearly: 6 } }];
    const kept = 6 * 366 * DAY;
    const cloud = { profile: 'cloud/aws-s3-standard' };
    const down = { after: '90 d', to: 'cloud/aws-s3-deep-archive' };
    expect(await factsIn(plan(copy, cloud))).toMatchObject({ media: 2, accessible: kept });
    const archived = await factsIn(plan(copy, { ...cloud, lifecycle: [down] }));
    expect(archived).toMatchObject({ retention: kept, accessible: 90 * DAY });
    const tape = await factsIn(plan(copy, { profile: 'tape/lto9' }));
    expect(tape).toMatchObject({ media: 2, retention: kept, accessible: 30 * DAY });
    expect(tape).not.toHaveProperty('tapes');
  });

  it('a replica elsewhere follows in real time and is no backup copy', async () => {
    const replicate = { to: 'far', mode: 'async', lag: '10 s', switch: '5 min' };
    expect(await factsIn(plan([{ to: 'far' }], {}, { replicate }))).toMatchObject({
      copies: 3,
      transport: 'realtime',
      rpo: 10,
      rto: 300,
    });
  });

  it('logs elsewhere go in batches', async () => {
    const log = { to: 'far', every: '15 min' };
    expect(await factsIn(plan([{ to: 'far' }], {}, { log }))).toMatchObject({
      transport: 'batch',
      batches: 96,
      rpo: 900,
    });
  });
});

describe('how often there is a full', () => {
  const fullEvery = async (strategy: Declared, more: Declared = {}) =>
    (await factsIn(oneWorkload({ horizon: '8 weeks', ...more, strategy }))).fullEvery;

  it('follows the schedule by the clock on the wall', async () => {
    const weekly = { full: 'weekly on Sunday at 01:00', incremental: 'daily at 01:00' };
    expect(await fullEvery(weekly)).toBe(7 * DAY);
    // The clock goes back on 25 October 2026: that day has 25 hours.
    const autumn = { start: '2026-10-01', timezone: 'Europe/Berlin' };
    expect(await fullEvery({ full: 'daily at 12:00' }, autumn)).toBe(DAY);
  });

  it('is never for what is incremental for ever', async () => {
    const forever = { full: 'never', incremental: 'daily at 00:00' };
    expect(await fullEvery(forever)).toBe(Infinity);
    expect(await fullEvery({ full: 'weekly on Sunday at 01:00', style: 'copy' })).toBe(Infinity);
    expect(await fullEvery({ ...forever, style: 'reverse' })).toBe(DAY);
    expect(await fullEvery({ ...forever, style: 'dedup' })).toBe(DAY);
  });

  it('is not known where the horizon holds only the first', async () => {
    const monthly = { full: 'monthly on day 5', incremental: 'daily at 00:00' };
    expect(await fullEvery(monthly, { horizon: '3 weeks' })).toBeUndefined();
    expect(await fullEvery(monthly, { horizon: '3 months' })).toBe(31 * DAY);
  });

  it('counts synthetic fulls', async () => {
    const synthetic = {
      full: 'never',
      synthetic: 'weekly on Monday at 00:00',
      incremental: 'daily at 00:00',
    };
    expect(await fullEvery(synthetic)).toBe(7 * DAY);
  });
});

describe('checks', () => {
  const checked = async (verify: Declared | undefined) => {
    const strategy = verify ? { verify } : {};
    const { unverified, checkEvery } = await factsIn(oneWorkload({ strategy }));
    return [unverified, checkEvery];
  };

  it('of every backup in full leave no copy unchecked', async () => {
    expect(await checked({ method: 'md5' })).toEqual([0, DAY]);
    expect(await checked({ method: 'md5', coverage: '50 %' })).toEqual([1, DAY]);
    expect(await checked({ method: 'md5', every: 'full' })).toEqual([1, DAY]);
    expect(await checked(undefined)).toEqual([1, Infinity]);
  });
});

describe('figures', () => {
  it('are those of the result, the 95th percentile over trials', async () => {
    const uncertain = oneWorkload({
      workload: { size: '1 TB ± 50 %' },
      store: { read: '1 GB/s' },
      strategy: { keep: { daily: 7, yearly: 6 } },
      objectives: { rpo: '1 d', rto: '1 d' },
      operations: { logs: '6 months' },
    });
    const { facts, result } = await knownOf(uncertain, 40);
    expect(facts.rpo).toBe(result.rpo.gap?.p95);
    expect(facts.rto).toBe(result.recovery.worst?.seconds.p95);
    expect(facts.rto).toBeGreaterThan(result.recovery.worst?.seconds.mean ?? Infinity);
    expect(facts).toMatchObject({
      retention: 6 * 366 * DAY,
      accessible: 6 * 366 * DAY,
      objectivesSet: true,
      logs: 180 * DAY,
      tapes: 0,
      lockedCopies: 0,
      immutableFor: 0,
    });
  });

  it('of a plan that leaves no point count no copy', async () => {
    const full = oneWorkload({ store: { capacity: '1 GB' } });
    expect(await factsIn(full)).toMatchObject({
      copies: 1,
      rpo: Infinity,
      rto: Infinity,
      retention: 0,
    });
  });
});
