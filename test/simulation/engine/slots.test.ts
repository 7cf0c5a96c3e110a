import { describe, expect, it } from 'vitest';
import type { State } from '../../../src/simulation/engine/state.ts';
import { oneWorkload, PLAIN } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf, secondsOf } from '../../support/played.ts';

/** Workloads of so many GB each, by name in that order, on a store that takes 1 GB/s. */
const several = (sizes: readonly number[], more: Declared): Declared =>
  oneWorkload({
    horizon: '1 day',
    workloads: Object.fromEntries(
      sizes.map((size, index) => [`w${index}`, { ...PLAIN, size: `${size} GB` }]),
    ),
    ...more,
  });

const waits = (declared: Declared, count: number): number[] => {
  const { tallies } = runOf(planOf(declared));
  return Array.from({ length: count }, (_, index) => tallies[index]?.[0]?.wait ?? Number.NaN);
};

describe('a limit of jobs at once', () => {
  it('has jobs wait their turn, first come, first served, and each then takes its own time', () => {
    const one = several([1000, 1000, 500], { sites: { here: { server: { jobs: 1 } } } });
    const played = runOf(planOf(one));
    const seconds = [0, 1, 2].map((index) => secondsOf(played, index)[0] ?? Number.NaN);
    for (const [index, wanted] of [1000, 1000, 500].entries()) {
      expect(seconds[index]).toBeCloseTo(wanted, 6);
    }
    for (const [index, wait] of waits(one, 3).entries()) expect(wait).toBeCloseTo(1000 * index, 6);
  });

  it('at a store lets so many share it', () => {
    const two = several([1000, 1000, 1000, 1000], {
      stores: { disk: { write: '1 GB/s', jobs: 2 } },
    });
    const found = waits(two, 4);
    for (const [index, wanted] of [0, 0, 2000, 2000].entries()) {
      expect(found[index]).toBeCloseTo(wanted, 6);
    }
  });

  it('goes by who came first, not by name', () => {
    const plan = { full: 'daily at 02:00' };
    const order: number[] = [];
    const declared = several([36000, 1000, 1000], {
      sites: { here: { server: { jobs: 1 } } },
      strategies: {
        plan: {
          ...plan,
          overrides: { w0: { full: 'daily at 00:00' }, w2: { full: 'daily at 01:00' } },
        },
      },
    });
    runOf(planOf(declared), {
      watch: ({ protections }: State) => {
        for (const { index, runs } of protections)
          if (runs > 0 && !order.includes(index)) order.push(index);
      },
    });
    expect(order).toEqual([0, 2, 1]);
  });

  it('lets a job pass that waits for nothing those before it wait for', () => {
    const declared = several([1000, 1000, 1000], {
      stores: { disk: { write: '1 GB/s', jobs: 1 }, other: { write: '1 GB/s' } },
      strategies: {
        plan: { full: 'daily at 00:00', to: 'disk', overrides: { w2: { to: 'other' } } },
      },
    });
    expect(waits(declared, 3).map(Math.round)).toEqual([0, 1000, 0]);
  });

  it('is kept where jobs end in no time, however many wait', () => {
    // All of them are done at the instant at which the first is.
    const count = 2000;
    const declared = several(
      Array.from({ length: count }, () => 1),
      {
        horizon: '2 days',
        stores: { disk: { write: '1 GB/s', jobs: 1 } },
        strategies: { plan: { incremental: 'daily at 00:00' } },
      },
    );
    const { durations, skipped } = runOf(planOf(declared));
    expect(durations).toHaveLength(count);
    expect(durations.every(({ length }) => length === 2)).toBe(true);
    expect(skipped).toBe(0);
  });

  it('also holds for thousands of jobs of one workload that queue and then take no time', () => {
    // The first full takes 300 days, and an hourly job is due all the while.
    const { durations } = runOf(
      planOf(
        oneWorkload({
          horizon: '1 year',
          workload: { size: `${300 * 86400} GB` },
          strategy: { full: 'never', incremental: 'hourly', overrun: { next: 'queue' } },
        }),
      ),
    );
    expect(durations[0]).toHaveLength(365 * 24);
  });

  it('is not taken by a job that waits while an older window closes', () => {
    // The first is done at 00:16; its window closes at 06:00, while its next, due at 04:00, waits.
    const declared = several([1000, 22_000], {
      sites: { here: { server: { jobs: 1 } } },
      strategies: {
        plan: {
          full: 'daily at 00:00',
          overrides: {
            w0: {
              full: 'every 4 h',
              window: '00:00-06:00',
              overrun: { window: 'cut' },
            },
          },
        },
      },
    });
    const most = { busy: 0, free: 1 };
    const played = runOf(planOf(declared), {
      watch: ({ siteSlots, busy }: State) => {
        most.busy = Math.max(most.busy, busy);
        most.free = Math.max(most.free, siteSlots[0]?.free ?? 0);
      },
    });
    expect(most).toEqual({ busy: 2, free: 1 });
    expect(secondsOf(played, 0)[0]).toBeCloseTo(1000, 6);
    expect(secondsOf(played, 1)[0]).toBeCloseTo(22_000, 6);
  });
});

describe('a job that waits beyond the end of the horizon', () => {
  it('does not belong to it', () => {
    const declared = several([100_000, 1000], { sites: { here: { server: { jobs: 1 } } } });
    const { durations, failed } = runOf(planOf(declared));
    expect(durations.map(({ length }) => length)).toEqual([1, 0]);
    expect(failed).toBe(0);
  });
});
