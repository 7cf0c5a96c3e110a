import { describe, expect, it } from 'vitest';
import { costTable } from '../../src/report/tables/money/cost.ts';
import { disasterFigures } from '../../src/study/disaster-figures.ts';
import { oneWorkload, PLAIN } from '../support/one-workload.ts';
import { type Declared, planOf, resultOf, runOf, strategyOf } from '../support/played.ts';

const [HOUR, DAY] = [3600, 86400];

/** One copy, which ransomware takes with the data. */
const oneCopy = (more: Declared = {}) =>
  oneWorkload({
    strategy: { full: 'never', incremental: 'daily at 20:00', keep: { daily: 30 } },
    disasters: { ransom: { scope: 'everything online and unlocked', 'per-year': 0.1 } },
    ...more,
  });

/** A point every ten days, locked for five: half of the time nothing is left. */
const lockedForHalf = (more: Declared = {}) =>
  oneWorkload({
    horizon: '40 days',
    stores: { disk: {}, vault: { read: '1 GB/s' } },
    strategy: {
      to: 'disk',
      full: ['2026-01-05', '2026-01-15', '2026-01-25', '2026-02-04'],
      copies: [{ to: 'vault', as: 'full', lock: '5 d', keep: { last: 100 } }],
    },
    disasters: {
      ransom: { scope: 'everything online and unlocked', 'per-year': 0.2, decide: '4 h' },
    },
    ...more,
  });

const played = async (declared: Declared) => {
  const result = await resultOf(declared);
  const { loss, cost } = strategyOf(result, 'plan');
  return { loss, cost, warnings: result.warnings.join('\n') };
};

const SAID = /plan: a disaster may leave nothing: total loss is counted as its chance alone/;

describe('a disaster that leaves nothing', () => {
  it('has its chance, and no work lost, outage or price of its own, whatever the horizon', async () => {
    for (const horizon of ['1 year', '5 years']) {
      const penalties = { outage: '1000 USD/h', 'lost-data': '1000 USD/h' };
      const { loss, cost, warnings } = await played(oneCopy({ horizon, penalties }));
      // 1 - exp(-0.1)
      expect(loss?.probability.mean).toBeCloseTo(0.0951626, 7);
      expect(loss).toMatchObject({ work: { mean: 0 }, outage: { mean: 0 } });
      expect(cost).toBeNull();
      expect(warnings).toMatch(SAID);
    }
  });

  it('costs what penalties say that all is worth, as often as it comes', async () => {
    const { cost, warnings } = await played(oneCopy({ penalties: { 'all-lost': '500000 USD' } }));
    // 0.1 a year * 500000
    expect(cost).toMatchObject({ penalties: { mean: 50_000 }, allLost: { mean: 50_000 } });
    expect(warnings).not.toMatch(SAID);
  });
});

describe('a total loss without a price, where outage and lost work have one', () => {
  it('makes what disasters cost "at least", in the table and in the advice', async () => {
    const penalties = { outage: '1000 USD/h', 'lost-data': '100 USD/h' };
    const declared = lockedForHalf({ penalties });
    const { strategies: only } = declared as { strategies: Declared };
    const stores = {
      disk: { cost: { once: '100 USD' } },
      vault: { read: '1 GB/s', cost: { once: '0 USD' } },
    };
    const dearer = { ...(only.plan as Declared), restore: { 'hand-over': '9 h' } };
    const two = { ...declared, stores, strategies: { plan: only.plan, dearer } };
    const result = await resultOf(two);
    // The workload is wholly lost 0.2 times a year for half of the time.
    expect(strategyOf(result, 'plan').loss?.unpriced.mean).toBeCloseTo(0.1, 6);
    expect(result.advice.why).toMatch(
      /it costs least \(at least [\d,.]+ USD a year, disasters counted; what is wholly lost has no price\)/,
    );
    const cells = costTable(strategyOf(result, 'plan')).rows[0] ?? [];
    const least = cells.filter((cell) => cell.kind === 'figure' && cell.atLeast);
    expect(least).toHaveLength(2);
    const priced = await resultOf({ ...two, penalties: { ...penalties, 'all-lost': '1 USD' } });
    expect(strategyOf(priced, 'plan').loss?.unpriced.mean).toBe(0);
  });
});

describe('a price of total loss in another currency', () => {
  it('needs an exchange rate, as any other', async () => {
    const penalties = { 'all-lost': { data: '100000 EUR' } };
    expect(() => planOf(oneCopy({ penalties }))).toThrow(/penalties.all-lost.data: is in EUR/);
    const exchange = { EUR: '1.2 USD' };
    // 0.1 a year * 100000 * 1.2
    const { cost } = await played(oneCopy({ penalties, exchange }));
    expect(cost?.allLost?.mean).toBeCloseTo(12_000, 9);
  });
});

describe('a disaster that leaves nothing half of the time', () => {
  it('costs work and time in the other half, and all in this one', async () => {
    const penalties = {
      outage: '1000 USD/h',
      'lost-data': '100 USD/h',
      'all-lost': '1000000 USD',
    };
    const { loss, cost } = await played(lockedForHalf({ penalties }));
    // 1 - exp(-0.2 * 0.5)
    expect(loss?.probability.mean).toBeCloseTo(0.0951626, 7);
    // While a point is locked, 0 to 5 days are lost: 0.2 * 0.5 * 2.5 d.
    expect(loss?.work.mean).toBeCloseTo(0.25 * DAY, 6);
    // 4 h to decide and 1 TB at 1 GB/s: 0.2 * 0.5 * (14400 + 1000) s.
    expect(loss?.outage.mean).toBeCloseTo(1540, 6);
    // 1540 s at 1000 USD/h, 6 h at 100 USD/h, and 0.2 * 0.5 * 1000000.
    expect(cost?.allLost?.mean).toBeCloseTo(100_000, 6);
    expect(cost?.penalties.mean).toBeCloseTo(1540 / 3.6 + 600 + 100_000, 6);
  });

  it('leaves either of two workloads by itself; people decide if either is left', () => {
    const plan = planOf(
      lockedForHalf({
        workloads: { a: { ...PLAIN, size: '3.6 TB' }, b: { ...PLAIN, size: '7.2 TB' } },
        penalties: { 'all-lost': { a: '1000 USD', b: '100 USD' } },
      }),
    );
    const [all] = disasterFigures(plan, runOf(plan).impact);
    // At 1 GB/s 1 h and 2 h: (1 - 0.5 * 0.5) * 4 h + 0.5 * 1 h + 0.5 * 2 h.
    expect(all?.outage).toBeCloseTo(4.5 * HOUR, 6);
    // The mean over both: 0.5 * 2.5 d.
    expect(all?.workLost).toBeCloseTo(1.25 * DAY, 6);
    expect(all?.allLost).toBeCloseTo(0.5 * 1000 + 0.5 * 100, 6);
  });

  it('is restored from a bucket, and billed for it, half as often', async () => {
    const restoresWith = async (lock: string) => {
      const { cost } = await played(
        lockedForHalf({
          workload: { size: '1 GB' },
          stores: { disk: {}, vault: { profile: 'cloud/aws-s3-standard' } },
          strategy: {
            to: 'disk',
            full: ['2026-01-05', '2026-01-15', '2026-01-25', '2026-02-04'],
            copies: [{ to: 'vault', as: 'full', lock, keep: { last: 100 } }],
          },
        }),
      );
      return cost?.lines.find(({ line }) => line === 'restores')?.perYear.mean ?? 0;
    };
    const always = await restoresWith('10 d');
    expect(always).toBeGreaterThan(0);
    // The copy takes seconds of the ten days.
    expect((await restoresWith('5 d')) / always).toBeCloseTo(0.5, 5);
  });
});

describe('a disaster that leaves one workload and takes the other', () => {
  const sites = { home: {}, away: {} };
  const fire = oneWorkload({
    horizon: '100 days',
    sites,
    links: { wan: { between: ['home', 'away'], rate: '1 TB/s' } },
    workloads: {
      kept: { ...PLAIN, size: '2 TB', site: 'home' },
      left: { ...PLAIN, size: '2 TB', site: 'home' },
    },
    stores: {
      disk: { site: 'home' },
      near: { site: 'home' },
      safe: { site: 'away', read: '1 GB/s' },
    },
    strategy: {
      to: 'disk',
      copies: [{ to: 'safe', keep: { last: 100 } }],
      overrides: { left: { copies: [{ to: 'near' }] } },
    },
    disasters: { fire: { scope: 'site home', 'per-year': 0.5, decide: '1 h' } },
  });

  it('costs the work and the restore of the one, and the price of the other', async () => {
    const penalties = { 'all-lost': { left: '300000 USD', kept: '9000000 USD' } };
    const { loss, cost, warnings } = await played({ ...fire, penalties });
    // A point a day, a few seconds late: half a day of one of two workloads, 0.5 times a year.
    expect(loss?.work.mean).toBeCloseTo(0.5 * 0.25 * DAY, -1);
    // An hour to decide, 2 TB at 1 GB/s.
    expect(loss?.outage.mean).toBeCloseTo(0.5 * (HOUR + 2000), 0);
    expect(cost?.allLost?.mean).toBeCloseTo(150_000, 6);
    expect(warnings).not.toMatch(SAID);
  });

  it('says so where one has no price', async () => {
    const { cost, warnings } = await played({
      ...fire,
      penalties: { 'all-lost': { kept: '1 USD' } },
    });
    expect(cost).toBeNull();
    expect(warnings).toMatch(SAID);
  });
});
