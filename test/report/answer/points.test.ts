import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';

const pointsOf = async (strategy: Declared, more: Declared = {}, trials = 1) =>
  strategyOf(
    await resultOf(oneWorkload({ workload: { change: '10 %/run' }, strategy, ...more }), {
      trials,
    }),
    'plan',
  ).points;

describe('the points that are listed', () => {
  it('carry their position, their bytes, and the rules that keep them', async () => {
    const { list, kept } = await pointsOf({ keep: { last: 1, daily: 2, weekly: 2 } });
    // Fulls of ten days from Monday the 5th: Sunday the 11th is the newest of its week.
    expect(
      list?.map(({ time, position, reasons }) => [time.slice(0, 10), position, reasons]),
    ).toEqual([
      ['2026-01-11', 3, ['weekly']],
      ['2026-01-13', 2, ['daily']],
      ['2026-01-14', 1, ['last', 'daily', 'weekly']],
    ]);
    expect(list?.map(({ bytes, kind }) => [bytes, kind])).toEqual(
      Array(3).fill([1e12, 'active-full']),
    );
    expect(kept.mean).toBe(3);
  });

  it('name the kept point that needs them', async () => {
    const { list } = await pointsOf({
      full: 'every 5 days',
      incremental: 'daily at 00:00',
      keep: { last: 1 },
    });
    expect(
      list?.map(({ kind, position, keptFor, reasons }) => [kind, position, keptFor, reasons]),
    ).toEqual([
      ['active-full', 5, 1, ['needed']],
      ['increment', 4, 1, ['needed']],
      ['increment', 3, 1, ['needed']],
      ['increment', 2, 1, ['needed']],
      ['increment', 1, null, ['last']],
    ]);
  });

  it('count fulls that were set aside from the newest, by rule', async () => {
    const { list } = await pointsOf(
      {
        full: 'never',
        incremental: 'daily at 23:00',
        style: 'copy',
        keep: { points: 2, gfs: { weekly: 2 } },
      },
      { horizon: '30 days' },
    );
    expect(list?.map(({ kind, position, gfs }) => [kind, position, gfs])).toEqual([
      ['gfs-full', null, { weekly: 2 }],
      ['gfs-full', null, { weekly: 1 }],
      ['synthetic-full', 2, {}],
      ['increment', 1, {}],
    ]);
  });

  it('of a replica include the protective snapshot, which holds nothing', async () => {
    const { list, kept } = await pointsOf({
      full: 'never',
      incremental: 'daily at 00:00',
      style: 'replica',
      keep: { points: 2 },
    });
    expect(list?.map(({ kind, bytes, reasons }) => [kind, bytes, reasons])).toEqual([
      ['replica-disk', 1e12, ['points']],
      ['replica-snapshot', 1e11, ['points']],
      ['replica-snapshot', 0, ['protective']],
    ]);
    expect(kept.mean).toBe(2);
  });

  it('stand beside those at the peak', async () => {
    const shrinking = {
      full: ['2026-01-05', '2026-01-06', '2026-01-07'],
      keep: { within: '24 h' },
    };
    const { list, atPeak } = await pointsOf(shrinking);
    expect(list?.map(({ time }) => time.slice(8, 10))).toEqual(['07']);
    expect(atPeak?.map(({ time }) => time.slice(8, 10))).toEqual(['05']);
  });

  it('at the peak are those of the run that brought it, though another has the same instant', async () => {
    const workload = { size: '1 TB', compressibility: 1, duplicates: 0, change: '0 %/day' };
    const { list, atPeak } = await pointsOf(
      { full: 'daily at 00:00', keep: { last: 1 }, prune: 'weekly on Monday at 12:00' },
      { horizon: '10 days', workloads: { a: workload, b: workload } },
    );
    // Eight fulls of each, on the second Monday; half a day later they are pruned.
    expect(atPeak).toHaveLength(16);
    expect(list).toHaveLength(2 * 3);
  });

  it('are left out where many futures are played', async () => {
    expect(await pointsOf({}, {}, 2)).toMatchObject({ list: null, atPeak: null });
  });
});
