import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, runOf, strategyOf } from '../../support/played.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** The longest gap between points and the oldest the newest point ever was, in hours. */
function hoursOf(declared: Declared): [number, number] {
  const { gap, worstAge } = runOf(planOf(declared));
  return [gap / HOUR, worstAge / HOUR];
}
const planned = (strategy: Declared, more: Declared = {}): Declared => {
  const keep = { last: 100 };
  return { ...oneWorkload({}), strategies: { plan: { keep, ...strategy } }, ...more };
};

describe('the gap between restore points, by hand', () => {
  it('of daily backups is a day, and the age at worst the time of a job more', () => {
    // A full of 1 TB takes 1000 s. The last starts 23 h before the end.
    const [gap, age] = hoursOf(planned({ full: 'daily at 01:00' }));
    expect(gap).toBe(24);
    expect(age).toBeCloseTo(24 + 1000 / HOUR, 9);
  });

  it('of weekly ones is a week', () => {
    const [gap, age] = hoursOf(
      planned({ full: 'weekly on Sunday at 01:00' }, { horizon: '30 days' }),
    );
    expect(gap).toBe(7 * 24);
    expect(age).toBeCloseTo(7 * 24 + 1000 / HOUR, 9);
  });

  it('of hourly ones is an hour', () => {
    expect(hoursOf(planned({ full: 'never', incremental: 'hourly' }))[0]).toBe(1);
  });

  it('is two days where a night is missed', () => {
    const window = { daily: '01:00-06:00', closed: ['2026-01-08'] };
    expect(hoursOf(planned({ full: 'daily at 01:00', window }))[0]).toBe(48);
  });

  it('counts from start to start: waiting for a turn moves a point', () => {
    // The second job of each day waits until the first, of ten hours, is done; only on the third
    // day there is nothing to wait for.
    const dates = ['2026-01-05', '2026-01-06'];
    const declared = oneWorkload({
      horizon: '3 days',
      sites: { here: { server: { jobs: 1 } } },
      workloads: {
        a: { size: '36 TB', compressibility: 1, duplicates: 0 },
        b: { size: '1 GB', compressibility: 1, duplicates: 0 },
      },
      strategies: {
        plan: {
          full: 'daily at 00:00',
          overrides: { a: { full: dates }, b: { full: 'daily at 00:00' } },
        },
      },
    });
    // b starts at 10:00, 34:00 and 48:00; a at 0:00 and 24:00, and then there is a day to the end.
    expect(hoursOf(declared)[0]).toBe(48);
  });

  it('reaches to the end where a chain stops growing', () => {
    const [gap, age] = hoursOf(planned({ full: ['2026-01-05', '2026-01-06', '2026-01-07'] }));
    expect(gap).toBe(8 * 24);
    expect(age).toBe(8 * 24);
  });

  it('is that of the workload that is worst off', () => {
    const declared = oneWorkload({
      workloads: { a: { size: '1 GB' }, b: { size: '1 GB' } },
      strategies: {
        plan: { full: 'daily at 00:00', overrides: { b: { full: 'every 72 h' } } },
      },
    });
    expect(hoursOf(declared)[0]).toBe(72);
  });
});

describe('in a result', () => {
  it('there is neither where there is no point at all, and no promise is kept', async () => {
    const none = planned(
      { full: 'daily at 01:00', window: '01:00-01:10', overrun: { window: 'cut' } },
      { objectives: { rpo: '24 h', rto: '24 h' } },
    );
    const { rpo, recovery, objectives, points } = strategyOf(await resultOf(none), 'plan');
    expect(rpo).toEqual({ gap: null, worstAge: null, continuous: null });
    expect(recovery).toEqual({ newest: null, worst: null });
    expect(points.kept.mean).toBe(0);
    expect(objectives.map(({ name, value, met }) => [name, value?.mean ?? null, met])).toEqual([
      ['schedule', 0, false],
      ['rpo', null, false],
      ['rto', null, false],
    ]);
  });

  it('a gap of exactly what was promised keeps the promise', async () => {
    const promised = (rpo: string) => planned({ full: 'daily at 01:00' }, { objectives: { rpo } });
    const met = async (rpo: string) =>
      strategyOf(await resultOf(promised(rpo)), 'plan').objectives[1]?.met;
    expect(await met('24 h')).toBe(true);
    expect(await met('23.9 h')).toBe(false);
  });

  it('is judged by the gap, and reports the age beside it', async () => {
    const { rpo } = strategyOf(await resultOf(planned({ full: 'daily at 01:00' })), 'plan');
    expect(rpo.gap?.mean).toBe(DAY);
    expect(rpo.worstAge?.mean).toBeCloseTo(DAY + 1000, 6);
  });
});

describe('the gap of a copy at the end of the horizon', () => {
  const copied = (copy: Declared): Declared =>
    oneWorkload({
      stores: { disk: {}, far: {} },
      strategy: { to: 'disk', full: 'daily at 20:00', copies: [{ to: 'far', ...copy }] },
    });
  const gapOfCopy = (declared: Declared) => runOf(planOf(declared)).byProtection[1]?.gap;

  it('ends at the point that is copied only after it', () => {
    // The last evening's point is copied at 2:00 of the day after the end.
    expect(gapOfCopy(copied({ delay: '6 h' }))).toBe(DAY);
    expect(gapOfCopy(copied({ delay: '60 h' }))).toBe(DAY);
    // On the 8th, 11th and 14th at noon, from the points of the evenings before.
    expect(gapOfCopy(copied({ on: 'every 3 days at 12:00' }))).toBe(3 * DAY);
  });

  it('lasts up to the newest backup where copies leave no points any more', () => {
    // 1 TB each; the third does not fit.
    const full = { ...copied({}), stores: { disk: {}, far: { capacity: '2.5 TB' } } };
    expect(gapOfCopy(full)).toBe(8 * DAY);
  });
});
