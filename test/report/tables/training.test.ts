import { describe, expect, it } from 'vitest';
import { asCsv } from '../../../src/report/formats/csv.ts';
import { printedOf } from '../../../src/report/formats/json.ts';
import { asMarkdown } from '../../../src/report/formats/markdown.ts';
import { asText } from '../../../src/report/formats/text.ts';
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
    ['100 GB/s', 52.9, 18.1, 10.2],
    ['25 GB/s', 211.6, 36.2, 21.4],
    ['10 GB/s', 529, 57.2, 35.6],
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

  it('makes no progress at 1 GB/s', async () => {
    const run = await one({ price: '2.5 USD/h', tiers: [{ name: 'line', rate: '1 GB/s' }] });
    expect(run).toMatchObject({ waste: 1, effective: 0, noProgress: true });
    // Everything is lost: 16 384 accelerators, 8760 h, 2.5 USD.
    expect(run.costPerYear).toBeCloseTo(16384 * 8760 * 2.5, 3);
    expect(run.tiers[0]?.costPerYear).toBeCloseTo(16384 * 8760 * 2.5, 3);
    expect(run.tiers[0]?.waste.total).toBeGreaterThan(1);
  });

  it('takes the stated interval, and says which would be better', async () => {
    const run = await one({
      tiers: [{ name: 'pfs', rate: '2 TB/s', every: '1 h', 'keep-last': 20 }],
    });
    const [tier] = run.tiers;
    expect(tier?.interval).toMatchObject({ chosen: 3600, young: expect.closeTo(242.6, 1) });
    expect(tier?.lostWork).toBe(1800);
    expect(tier?.bytesPerDay).toBeCloseTo(24 * 5.29e12, 0);
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
    // 60 % of the failures cost five minutes and three seconds each.
    expect(first?.waste.restoring).toBeCloseTo((0.6 * 303) / (3.09 * 3600), 12);
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
    expect(asText(fixture())).not.toContain('Training');
  });

  it('stand in every format, names as names', async () => {
    const hostile = '<b>|`x`';
    const llama = { ...RUN, price: '2.5 USD/h', tiers: [{ name: hostile, rate: '1 GB/s' }] };
    const whole = { ...(await answered({ llama })), order: [] };
    const text = asText(whole);
    expect(text).toContain('Where training runs save, and how often');
    expect(text).toContain('no progress');
    expect(text).toContain('(USD)');
    expect(asMarkdown(whole)).toContain('&lt;b&gt;');
    const lines = asCsv(whole).split('\n');
    expect(lines).toContainEqual(expect.stringMatching(/^,training,,llama,waste,share,1,/));
    expect(lines.filter((line) => line.startsWith(',training_tiers,'))).not.toEqual([]);
  });
});
