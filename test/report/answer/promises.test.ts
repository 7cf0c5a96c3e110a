import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

const verdictOf = async (name: string) =>
  resultOf(
    readFileSync(new URL(`../../oracles/data/verdict/${name}.yaml`, import.meta.url), 'utf8'),
  );

/** The promises of the only strategy that are broken, and where. */
const broken = async (declared: Declared) =>
  strategyOf(await resultOf(declared), 'plan').objectives.filter(({ met }) => !met);

describe('a verdict that was wrong', () => {
  it('copies that fail for a full library break their schedule, from the first night on', async () => {
    const { advice, strategies } = await verdictOf('copies-fail');
    expect(advice).toMatchObject({ take: null, why: 's misses schedule of the copies in tape' });
    const [copies] = strategies[0]?.objectives.filter(({ copy }) => copy === 'tape') ?? [];
    expect(copies).toMatchObject({ met: false, at: { workload: 'files', why: 'store full' } });
    // 3 of 157 weekly copies of 60 TB fit into the library.
    expect(copies?.value?.mean).toBeCloseTo(3 / 157, 9);
    expect(copies?.at.since).toMatch(/^2027-01-24T/);
  });

  it('a window that is missed is said where nothing is promised of it', async () => {
    const { advice, warnings } = await verdictOf('window-short');
    expect(advice.why).toContain('in 100 % of the nights its jobs do not fit the window');
    expect(warnings.join()).toContain('do not fit their window');
  });

  it('each workload is judged by its own promise', async () => {
    const { advice, strategies } = await verdictOf('per-workload');
    expect(advice.take).toBe('second-nas');
    const rto = strategies[0]?.objectives.filter(({ name }) => name === 'rto') ?? [];
    expect(rto.map(({ workload, limit, met }) => [workload, limit, met])).toEqual([
      ['databases', 8 * HOUR, true],
      ['images', 3 * DAY, true],
    ]);
    // Restored one after the other, the databases first: 4 TB by two cores at 168 MB/s each.
    expect((rto[0]?.value?.mean ?? 0) / (4e12 / 336e6)).toBeCloseTo(1, 3);
    expect(rto[1]?.value?.mean).toBeGreaterThan(rto[0]?.value?.mean ?? Infinity);
  });

  it('seeding is a period of its own, and no gap', async () => {
    const { advice, strategies } = await verdictOf('seeding');
    expect(advice.take).toBe('nightly');
    const [strategy] = strategies;
    expect(strategy?.objectives.find(({ name }) => name === 'rpo')?.value?.mean).toBe(DAY);
    // 60 TB at 125 MB/s take 5.6 days, and what came meanwhile some hours more.
    const seeded = Date.parse(strategy?.schedules[1]?.seededOn.p50 ?? '') / 1000;
    const days = (seeded - Date.parse('2027-01-01T20:00:00Z') / 1000) / DAY;
    expect(days).toBeGreaterThan(5.55);
    expect(days).toBeLessThan(7.5);
  });
});

describe('the schedule is always promised', () => {
  const store = { capacity: '10 TB' };

  it('and kept where every run leaves a point', async () => {
    expect(await broken(oneWorkload({ store }))).toEqual([]);
  });

  it('runs that the one before holds up are missed, but not while it seeds', async () => {
    // 1 TB at 10 MB/s: 27.8 h. The full of the first night is seeding; each full of a Sunday then
    // holds up the night after it: 1 of 7 nights, in 4 weeks 4 of 28, less the seeding.
    const declared = oneWorkload({
      store: { ...store, write: '10 MB/s' },
      strategy: {
        full: 'weekly on Monday at 00:00',
        incremental: 'daily at 00:00',
        keep: { last: 3 },
      },
    });
    const whole = { ...declared, start: '2026-01-05', horizon: '28 days' };
    const [schedule] = await broken(whole);
    expect(schedule).toMatchObject({
      name: 'schedule',
      met: false,
      at: {
        workload: 'data',
        why: 'the one before was still running',
        since: '2026-01-13T00:00:00Z',
      },
    });
    // 28 nights are due; the seeding holds one up, three fulls hold up one each.
    expect(schedule?.value?.mean).toBeCloseTo((28 - 3) / 28, 9);
  });

  it('a looser promise is kept by the same runs', async () => {
    const declared = oneWorkload({
      store: { ...store, write: '10 MB/s' },
      strategy: {
        full: 'weekly on Monday at 00:00',
        incremental: 'daily at 00:00',
        keep: { last: 3 },
      },
      objectives: { schedule: '89 %' },
    });
    expect(await broken({ ...declared, start: '2026-01-05', horizon: '28 days' })).toEqual([]);
  });

  it('runs that fail by chance are left out', async () => {
    expect(await broken(oneWorkload({ store, strategy: { failure: '20 %' } }))).toEqual([]);
  });

  it('runs that a window cuts off are missed', async () => {
    const [schedule] = await broken(
      oneWorkload({
        store: { ...store, write: '100 MB/s' },
        strategy: { full: 'daily at 00:00', window: '00:00-00:30', overrun: { window: 'cut' } },
      }),
    );
    expect(schedule).toMatchObject({ name: 'schedule', value: { mean: 0 } });
    expect(schedule?.at.why).toBe('cut off as its window closed');
  });
});

describe('a schedule that cannot be kept', () => {
  const due = async (declared: Declared) =>
    (await broken(declared)).map(({ name, copy, value, at }) => [name, copy, value?.mean, at.why]);

  it('is broken by a first full that outlasts the horizon', async () => {
    // 1 TB at 1 MB/s takes 11.6 days, and the nine nights after the first find it running.
    const declared = oneWorkload({
      store: { write: '1 MB/s' },
      strategy: { full: 'never', incremental: 'daily at 00:00' },
    });
    expect(await due(declared)).toEqual([
      ['schedule', null, 0.1, 'the one before was still running'],
    ]);
  });

  it('is broken where nothing is due within the horizon', async () => {
    const declared = oneWorkload({ strategy: { full: ['2030-01-01'] } });
    expect(await due(declared)).toEqual([['schedule', null, 0, 'none was due within the horizon']]);
  });

  it('of a copy is broken by the copy that it is made from', async () => {
    // Ten fulls of 1 TB, of which all stay: three find room in the middle, and three get further.
    const keep = { last: 10 };
    const copies = [
      { to: 'middle', keep },
      { to: 'far', from: 'middle', keep },
    ];
    const declared = oneWorkload({
      strategy: { to: 'near', keep, copies },
      stores: { near: {}, middle: { capacity: '3.5 TB' }, far: {} },
    });
    expect(await due(declared)).toEqual([
      ['schedule', 'middle', 0.3, 'store full'],
      ['schedule', 'far', 0.3, 'its source had no new point'],
    ]);
  });
});

describe('promises of a workload and for a disaster', () => {
  const twoWorkloads = (more: Declared): Declared => ({
    start: '2026-01-05',
    horizon: '30 days',
    workloads: { data: { size: '1 TB' }, logs: { size: '1 TB', objectives: { rpo: '12 h' } } },
    stores: { disk: {} },
    strategies: { plan: { incremental: 'daily at 00:00' } },
    objectives: { rpo: '24 h' },
    ...more,
  });

  it('the narrower one is judged, the wider one of the rest', async () => {
    const { objectives } = strategyOf(await resultOf(twoWorkloads({})), 'plan');
    expect(
      objectives
        .filter(({ name }) => name === 'rpo')
        .map(({ workload, limit, met, at }) => [workload, limit, met, at.workload]),
    ).toEqual([
      [null, DAY, true, 'data'],
      ['logs', DAY / 2, false, 'logs'],
    ]);
  });

  it('that of a disaster comes before that of a workload', async () => {
    const disasters = {
      slip: { scope: 'workload', 'per-year': 1, objectives: { rpo: '2 d' } },
    };
    const { objectives } = strategyOf(await resultOf(twoWorkloads({ disasters })), 'plan');
    const slip = objectives.find(({ disaster }) => disaster === 'slip');
    expect(slip).toMatchObject({ name: 'rpo', limit: 2 * DAY, met: true, value: { mean: DAY } });
  });

  it('seeding itself is judged by protected-by', async () => {
    // 1 TB at 10 MB/s: 1e5 s.
    const declared = (by: string) =>
      oneWorkload({
        store: { write: '10 MB/s' },
        strategy: { full: ['2026-01-05'], keep: { last: 3 } },
        objectives: { 'protected-by': by },
      });
    const judged = async (by: string) =>
      strategyOf(await resultOf(declared(by)), 'plan').objectives.find(
        ({ name }) => name === 'protected-by',
      );
    expect(await judged('28 h')).toMatchObject({ met: true });
    expect(await judged('27 h')).toMatchObject({ met: false });
    expect(await judged('2026-01-07')).toMatchObject({ limit: 2 * DAY, met: true });
    expect(await judged('2026-01-05')).toMatchObject({ limit: 0, met: false });
    await expect(judged('2026-01-04')).rejects.toThrow(
      'objectives.protected-by: 2026-01-04 lies before the start: nothing is protected by then; write a later date',
    );
    await expect(judged('-1 d')).rejects.toThrow(
      'objectives.protected-by: is no date and no length of time',
    );
  });

  it('a workload without a backup is said first, and keeps no promise of its own', async () => {
    const result = await resultOf(
      twoWorkloads({
        strategies: { plan: { workloads: ['data'], incremental: 'daily at 00:00' } },
      }),
    );
    const { unprotected, objectives } = strategyOf(result, 'plan');
    expect(unprotected).toEqual(['logs']);
    expect(result.warnings[0]).toBe('plan: leaves logs without a backup');
    const own = objectives.find(({ workload }) => workload === 'logs');
    expect(own).toMatchObject({ name: 'rpo', value: null, met: false });
  });
});
