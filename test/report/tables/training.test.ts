import { describe, expect, it } from 'vitest';
import { asCsv } from '../../../src/report/formats/csv.ts';
import { asDetails } from '../../../src/report/formats/details-text.ts';
import { asMarkdown } from '../../../src/report/formats/markdown.ts';
import { printedOf } from '../../../src/report/result/printed.ts';
import type { TrainingResult } from '../../../src/report/result/training.ts';
import { trainingTables } from '../../../src/report/tables/training.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, resultOf } from '../../support/played.ts';
import { fixture } from '../fixture.ts';

const RUN = { workload: 'data', accelerators: 16384, mtbf: '3.09 h' };

/** What is answered to training runs that save 5.29 TB. */
async function answered(training: Declared) {
  const scenario = oneWorkload({ workload: { size: '5.29 TB' }, training });
  return printedOf(await resultOf(scenario));
}

async function one(run: Declared): Promise<TrainingResult> {
  const [first] = (await answered({ llama: { ...RUN, ...run } })).training;
  if (!first) throw new Error('nothing is trained');
  return first;
}

describe('the answer to a training run', () => {
  it.each([
    ['2 TB/s', 2.6, 4.0, 2.2],
    ['100 GB/s', 52.9, 18.1, 9.9],
    ['25 GB/s', 211.6, 36.2, 19.8],
    ['10 GB/s', 529, 57.2, 31.2],
    ['3 GB/s', 1763.3, 104.4, 54.6],
    ['1 GB/s', 5290, 180.8, 81.4],
  ])(
    'at %s a save takes %d s, every %d min, and %d %% are lost',
    async (rate, save, every, lost) => {
      const run = await one({ tiers: [{ name: 'pfs', rate }] });
      const [tier] = run.tiers;
      expect(tier?.saveSeconds).toBeCloseTo(save, 1);
      expect((tier?.interval.chosen ?? 0) / 60).toBeCloseTo(every, 1);
      expect(100 * run.waste).toBeCloseTo(lost, 1);
      expect(run.effective).toBeCloseTo(1 - run.waste, 12);
      expect(run.noProgress).toBe(false);
      expect(run.mtbf).toBeCloseTo(3.09 * 3600, 6);
    },
  );

  it('makes no progress where no save is expected within a year', async () => {
    // A save takes 2.94 h * 5 = 14.7 h; M * e^4.76 * (e^5.76 - 1) = 3.09 h * 116.5 * 315 = 13 y.
    const run = await one({ price: '2.5 USD/h', tiers: [{ name: 'line', rate: '100 MB/s' }] });
    expect(run.noProgress).toBe(true);
    expect(run.waste).toBeCloseTo(1, 4);
    // Nearly everything is lost: 16 384 accelerators, 8760 h, 2.5 USD.
    const all = 16384 * 8760 * 2.5;
    expect((run.costPerYear ?? 0) / all).toBeCloseTo(1, 4);
    expect(run.tiers[0]?.costPerYear).toBeCloseTo(run.costPerYear ?? 0, 3);
    expect(run.tiers[0]?.waste.total).toBeCloseTo(run.waste, 9);
  });

  it('takes the stated interval, and says which would be better', async () => {
    const run = await one({
      tiers: [{ name: 'pfs', rate: '2 TB/s', every: '1 h', 'keep-last': 20 }],
    });
    const [tier] = run.tiers;
    expect(tier?.interval).toMatchObject({ chosen: 3600, young: expect.closeTo(242.6, 1) });
    // A failed attempt has lasted M - X / (e^(X/M) - 1) = 1704 s, X = 3602.6 s and M = 11 124 s.
    expect(tier?.lostWork).toBeCloseTo(1704, 0);
    // A save for each hour of work that counts: 86.1 % of the time is such work.
    expect(run.effective).toBeCloseTo(0.846, 2);
    expect(tier?.bytesPerDay).toBeCloseTo(24 * run.effective * 5.29e12, 0);
    expect(tier?.bytesHeld).toBeCloseTo(20 * 5.29e12, 0);
    expect(run.costPerYear).toBeNull();
  });

  it('adds up over the tiers, in time and in money', async () => {
    const run = await one({
      price: '2.5 USD/h',
      restart: '5 min',
      failures: { process: '60 %', node: '35 %', site: '5 %' },
      tiers: [
        { name: 'memory', save: '3 s', survives: ['process'] },
        { name: 'pfs', rate: '2 TB/s', survives: ['process', 'node'] },
        { store: 'disk' },
      ],
    });
    const sum = (of: (tier: TrainingResult['tiers'][number]) => number) =>
      run.tiers.reduce((total, tier) => total + of(tier), 0);
    expect(sum(({ waste }) => waste.total)).toBeCloseTo(run.waste, 12);
    expect(sum(({ costPerYear }) => costPerYear ?? 0)).toBeCloseTo(run.costPerYear ?? 0, 3);
    expect(1 / sum(({ failures }) => failures)).toBeCloseTo(run.mtbf, 6);
    const [first] = run.tiers;
    // 60 % of the failures cost five minutes and three seconds each, but in restores from below:
    // 303 s fail on the way, at 1 / 11 124 s, and take 307 s; 1.7 % = 0.6 * 307 / 11 124 of the rest.
    const slower = run.tiers.slice(1).reduce((total, { waste }) => total + waste.restoring, 0);
    const begun = (0.6 * Math.expm1(303 / 11124)) / (1 + 0.4 * Math.expm1(303 / 11124));
    expect(first?.waste.restoring).toBeCloseTo(((1 - slower) * begun) / (1 + begun), 9);
  });

  it('never saves where no failure needs it', async () => {
    const run = await one({
      tiers: [
        { name: 'near', save: '3 s' },
        { name: 'idle', save: '9 s' },
      ],
    });
    expect(run.tiers[1]).toMatchObject({
      interval: { chosen: null, young: null, daly: null },
      lostWork: null,
      bytesPerDay: 0,
    });
  });
});

describe('the tables of training runs', () => {
  it('are empty where nothing is trained', () => {
    for (const { rows, notes } of trainingTables(fixture()))
      expect([rows, notes]).toEqual([[], []]);
    expect(asDetails(fixture())).not.toContain('Training');
  });

  it('stand in every format, names as names', async () => {
    const hostile = '<b>|`x`';
    const llama = { ...RUN, price: '2.5 USD/h', tiers: [{ name: hostile, rate: '10 MB/s' }] };
    const whole = { ...(await answered({ llama })), order: [] };
    const text = asDetails(whole);
    expect(text).toContain('Where training runs save, and how often');
    expect(text).toContain('no progress');
    expect(text).toContain('(USD)');
    expect(asMarkdown(whole)).toContain('&lt;b&gt;');
    const lines = asCsv(whole).split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/^,training,,llama,waste,share,1,/));
    expect(lines.filter((line) => line.startsWith(',training_tiers,'))).not.toEqual([]);
  });
});
