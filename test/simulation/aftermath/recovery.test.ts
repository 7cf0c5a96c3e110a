import { describe, expect, it } from 'vitest';
import { instant, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

const days = (...numbers: number[]): string[] =>
  numbers.map((day) => `2026-01-${String(day).padStart(2, '0')}`);

/** 1 TB of which 10 % change from run to run; the store gives 500 MB/s back. */
const played = (strategy: Declared, more: Declared = {}) =>
  runOf(
    planOf(
      oneWorkload({
        workload: { change: '10 %/run' },
        store: { read: '500 MB/s' },
        strategies: { plan: { keep: { last: 100 }, ...strategy } },
        ...more,
      }),
    ),
  ).recovery;

/** Files that are read, GB that are read, and seconds. */
const told = ({ newest, worst }: ReturnType<typeof played>) =>
  [newest, worst].map((one) => [
    one?.chain,
    Number(((one?.bytesRead ?? 0) / 1e9).toFixed(6)),
    Number((one?.seconds ?? 0).toFixed(6)),
  ]);

describe('what a restore reads, chain by chain', () => {
  it('forward: the full and every increment since', () => {
    const found = played({ full: days(5), incremental: days(6, 7, 8) });
    expect(told(found)).toEqual([
      [4, 1300, 2600],
      [4, 1300, 2600],
    ]);
    expect(found.newest?.pointTime).toBe(instant('2026-01-08T00:00:00Z'));
  });

  it('forward: the newest is a full again, the worst lies before it', () => {
    const found = played({ full: days(5, 9), incremental: days(6, 7, 8) });
    expect(told(found)).toEqual([
      [1, 1000, 2000],
      [4, 1300, 2600],
    ]);
    expect(found.worst?.pointTime).toBe(instant('2026-01-08T00:00:00Z'));
  });

  it('differential: the full and the last one', () => {
    // After k runs 1 - 0.9^k differ: 10 %, 19 %, 27.1 %.
    expect(told(played({ full: days(5), differential: days(6, 7, 8) }))).toEqual([
      [2, 1271, 2542],
      [2, 1271, 2542],
    ]);
  });

  it('an increment on a differential: both and the full', () => {
    const found = played({ full: days(5), differential: days(7), incremental: days(6, 8) });
    expect(told(found)[0]).toEqual([3, 1000 + 190 + 100, 2580]);
  });

  it('reverse: the newest by itself, the oldest through all in between', () => {
    const found = played({ full: 'never', incremental: days(5, 6, 7, 8), style: 'reverse' });
    expect(told(found)).toEqual([
      [1, 1000, 2000],
      [4, 1300, 2600],
    ]);
    expect(found.worst?.pointTime).toBe(instant('2026-01-05T00:00:00Z'));
  });

  it('forever forward: a full that has moved on, and what came after it', () => {
    const found = played({ incremental: days(5, 6, 7, 8), keep: { points: 2 } });
    expect(told(found)[0]).toEqual([2, 1100, 2200]);
  });

  it('copy: as forward, and a full set aside by itself', () => {
    const found = played(
      { incremental: 'daily at 23:00', style: 'copy', keep: { points: 3, gfs: { weekly: 4 } } },
      { horizon: '20 days' },
    );
    expect(told(found)[0]).toEqual([3, 1200, 2400]);
    expect(told(found)[1]).toEqual([3, 1200, 2400]);
  });

  it('replica: the disk and every snapshot since', () => {
    const found = played({ incremental: days(5, 6, 7, 8), style: 'replica' });
    expect(told(found)[0]).toEqual([4, 1300, 2600]);
  });

  it('dedup: the data once, whatever the point', () => {
    const found = played({ incremental: days(5, 6, 7, 8), style: 'dedup' });
    expect(told(found)).toEqual([
      [1, 1000, 2000],
      [1, 1000, 2000],
    ]);
  });

  it('a synthetic full by itself, also one that shares blocks', () => {
    for (const clone of ['no', 'age-table']) {
      const found = played(
        { full: days(5), incremental: days(6, 7), synthetic: days(8) },
        { stores: { disk: { write: '1 GB/s', read: '500 MB/s', 'block-clone': clone } } },
      );
      expect(told(found)[0]).toEqual([1, 1000, 2000]);
      expect(told(found)[1]).toEqual([3, 1200, 2400]);
    }
  });
});

describe('what a restore takes', () => {
  const far = {
    sites: { here: {}, there: {} },
    links: { wan: { between: ['here', 'there'], rate: '800 MB/s', distance: '500 km' } },
    stores: { disk: { site: 'there', write: '1 GB/s', read: '500 MB/s' } },
    strategies: { plan: { full: days(5), tool: 'own', verify: { method: 'md5', rate: '1 GB/s' } } },
  };
  const data = { site: 'here', size: '1 TB', compressibility: 2, duplicates: 0 };
  const terms = (workload: Declared, link: Declared, tool: Declared) =>
    played(
      {},
      {
        ...far,
        workloads: { data: { ...data, ...workload } },
        links: { wan: { ...far.links.wan, ...link } },
        tools: { own: { prepare: '5 s', finish: '3 s', ...tool } },
      },
    ).worst?.terms;

  it('fixed times, the move at its slowest stage, the way once, and the check of all bytes', () => {
    // Half a TB lies in the store, which gives 500 MB/s.
    const found = terms({}, {}, {});
    expect(found?.prepare).toBe(5);
    expect(found?.finish).toBe(3);
    expect(found?.move).toBeCloseTo(1000, 9);
    expect(found?.latency).toBeCloseTo(0.0025, 12);
    expect(found?.verify).toBeCloseTo(1000, 9);
  });

  it('the link, where that is slower', () => {
    expect(terms({}, { rate: '100 MB/s' }, {})?.move).toBeCloseTo(5000, 6);
  });

  it('what the streams can carry', () => {
    // 1 MiB over a round trip of 5 ms.
    const found = terms({}, {}, { 'stream-window': '1 MiB' });
    expect(found?.move).toBeCloseTo(0.5e12 / (1048576 / 0.005), 3);
  });

  it('writing back, which deals with the bytes of the source', () => {
    expect(terms({ write: '200 MB/s' }, {}, {})?.move).toBeCloseTo(5000, 6);
  });

  it('the paths that are down', () => {
    expect(terms({}, { paths: 4, live: 1 }, {})?.move).toBeCloseTo(2500, 6);
  });
});
