import { describe, expect, it } from 'vitest';
import { objectivesOf } from '../../../src/report/answer/objectives.ts';
import type { Figures } from '../../../src/study/figures.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, strategyOf } from '../../support/played.ts';

/** What became of a promise: its value, the share of trials that kept it, and the verdict. */
async function judged(declared: Declared, trials = 1) {
  const { objectives } = strategyOf(await resultOf(declared, { trials }), 'plan');
  return objectives
    .filter(({ name }) => name !== 'schedule')
    .map(({ name, value, share, met }) => [name, value?.mean ?? null, share, met]);
}
const store = { capacity: '10 TB', read: '1 GB/s' };
const keep = { last: 3 };
const promised = (objectives: Declared, more: Declared = {}) =>
  oneWorkload({ store, strategy: { keep, ...more }, objectives });

describe('a promise', () => {
  it('that is not given is not judged', async () => {
    expect(await judged(promised({}))).toEqual([]);
  });

  it('of all is not judged where each workload has its own', async () => {
    const declared = promised({ rpo: '1 h', rto: '2000 s' });
    const of = (name: string, own: Declared) => ({
      [name]: { size: '1 TB', compressibility: 1, objectives: own },
    });
    const own = { rpo: '24 h' };
    const both = { ...declared, workloads: { ...of('ants', own), ...of('bees', own) } };
    expect((await judged(both)).map(([name]) => name)).toEqual(['rpo', 'rpo', 'rto']);
    const one = { ...declared, workloads: { ...of('ants', own), ...of('bees', {}) } };
    expect((await judged(one)).map(([name, , , met]) => [name, met])).toEqual([
      ['rpo', false],
      ['rpo', true],
      ['rto', true],
    ]);
  });

  it.each([
    ['rpo', { rpo: '24 h' }, 86400, true],
    ['rpo', { rpo: '23 h' }, 86400, false],
    ['rto', { rto: '1000 s' }, 1000, true],
    ['rto', { rto: '999 s' }, 1000, false],
    ['fill', { fill: '40 %' }, 0.4, true],
    ['fill', { fill: '39 %' }, 0.4, false],
  ])('%s %o comes to %d', async (name, objectives, value, met) => {
    const [[found, mean, share, kept] = []] = await judged(promised(objectives));
    expect(found).toBe(name);
    expect(mean).toBeCloseTo(value, 9);
    expect([share, kept]).toEqual([met ? 1 : 0, met]);
  });

  it('of a share of the nights counts those that fit', async () => {
    // Ten nights of which one is missed: the full of a Sunday takes 1000 s, the window 300 s.
    const strategy = {
      full: 'weekly on Sunday at 00:00',
      incremental: 'daily at 00:00',
      window: '00:00-00:05',
    };
    const nine = (window: string) => ({
      ...promised({ window }, strategy),
      start: '2026-01-08',
      workloads: { data: { size: '1 TB', change: '1 %/day', compressibility: 1, duplicates: 0 } },
    });
    // The seed on Thursday and the full on Sunday are late.
    expect(await judged(nine('80 %'))).toEqual([['window', 0.8, 1, true]]);
    expect(await judged(nine('81 %'))).toEqual([['window', 0.8, 0, false]]);
  });

  it('is kept where at least 95 % of the trials keep it', async () => {
    const uncertain = (rto: string) =>
      oneWorkload({
        workload: { size: '1 TB ± 50 %' },
        store,
        strategy: { keep },
        objectives: { rto },
      });
    const [[, , most = 0, isMet] = []] = await judged(uncertain('1480 s'), 200);
    expect(most).toBeGreaterThanOrEqual(0.95);
    expect(most).toBeLessThan(1);
    expect(isMet).toBe(true);
    const [[, , half = 0, isBroken] = []] = await judged(uncertain('1000 s'), 200);
    expect(half).toBeGreaterThan(0.3);
    expect(half).toBeLessThan(0.7);
    expect(isBroken).toBe(false);
  });

  it('has a chance with an interval around it, once there are trials', async () => {
    const uncertain = oneWorkload({
      workload: { size: '1 TB ± 50 %' },
      store,
      strategy: { keep },
      objectives: { rto: '1100 s', rpo: '24 h' },
    });
    const chances = async (trials: number) =>
      strategyOf(await resultOf(uncertain, { trials }), 'plan')
        .objectives.slice(1)
        .map(({ probability }) => probability);
    expect(await chances(1)).toEqual([null, null]);
    const [rpo, rto] = await chances(256);
    // Always kept, which 256 trials cannot tell from 99 %.
    expect(rpo).toMatchObject({ value: 1, high: 1 });
    expect(rpo?.low).toBeGreaterThan(0.98);
    expect(rpo?.low).toBeLessThan(0.99);
    // 1 TB ± 50 % takes at most 1100 s in 6 cases of 10; one uniform input, spread evenly.
    expect(rto?.low).toBeLessThan(0.6);
    expect(rto?.high).toBeGreaterThan(0.6);
    expect((rto?.high ?? 1) - (rto?.low ?? 0)).toBeLessThan(0.06);
  });

  it('of the window is kept where there is none', async () => {
    expect(await judged(promised({ window: '100 %' }))).toEqual([['window', null, 1, true]]);
  });

  it('of room is kept by a store without end', async () => {
    const endless = oneWorkload({ objectives: { fill: '1 %' } });
    expect(await judged(endless)).toEqual([['fill', 0, 1, true]]);
  });

  it('of room is judged over more stores than a call takes arguments', () => {
    const plan = planOf(oneWorkload({ store, objectives: { fill: '40 %' } }));
    const [disk] = plan.stores;
    if (!disk) throw new Error('there is no store');
    const stores = Array<typeof disk>(200_000).fill(disk);
    const peak = new Float64Array(stores.length).fill(3e12);
    const byStore = { peak, fullOn: new Float64Array() };
    const figures = { byStore, bought: [], following: [], rechecks: [] } as unknown as Figures;
    const [judgement] = objectivesOf({ ...plan, stores }, [figures]);
    expect(judgement).toMatchObject({ name: 'fill', value: { mean: 0.3 }, met: true });
  });
});
