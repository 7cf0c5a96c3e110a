import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../src/units/calendar.ts';
import { filesOf, instant, oneWorkload, PLAIN } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf, secondsOf } from '../../support/played.ts';

const run = (declared: Declared) => runOf(planOf(declared));
const fits = ({ windowOutcomes }: ReturnType<typeof run>): number =>
  (windowOutcomes.seen - windowOutcomes.missed) / windowOutcomes.seen;
const triggers = (declared: Declared): string[] =>
  Array.from(planOf(declared).strategies[0]?.groups[0]?.times ?? [], formatInstant);

describe('a night', () => {
  // The store takes 1 GB/s, and the window is open for 5 h: 18 TB fill it.
  const nightly = (size: string, overrun = {}) =>
    oneWorkload({
      horizon: '3 days',
      workload: { size },
      strategy: { full: 'daily at 01:00', window: '01:00-06:00', overrun },
    });

  it('in which the job ends exactly as the window closes fits', () => {
    const { windowOutcomes } = run(nightly('18 TB'));
    expect(windowOutcomes).toMatchObject({ seen: 3, missed: 0 });
    expect(windowOutcomes.firstMiss).toBeNaN();
  });

  it('in which it ends a second later does not, and the first such night is named', () => {
    const { windowOutcomes } = run(nightly('18.001 TB'));
    expect(windowOutcomes).toMatchObject({ seen: 3, missed: 3 });
    expect(windowOutcomes.firstMiss).toBe(instant('2026-01-05T01:00:00Z'));
  });

  it('counts what comes after the move too: verification and finish', () => {
    const verified = (rate: string) => ({
      ...nightly('9 TB'),
      strategies: {
        plan: {
          full: 'daily at 01:00',
          window: '01:00-06:00',
          verify: { method: 'md5', rate },
        },
      },
    });
    expect(fits(run(verified('1 GB/s')))).toBe(1);
    expect(fits(run(verified('0.999 GB/s')))).toBe(0);
  });

  it('is missed once, however many of its jobs are late', () => {
    const two = {
      ...nightly('9.1 TB'),
      workloads: Object.fromEntries(
        ['a', 'b', 'c'].map((name, index) => [
          name,
          { size: `${[9.1, 9.1, 0.1][index]} TB`, compressibility: 1, duplicates: 0 },
        ]),
      ),
    };
    expect(run(two).windowOutcomes).toMatchObject({ seen: 3, missed: 3 });
  });

  it('leaves a point behind although it is late, unless late jobs are cut off', () => {
    const late = run(nightly('20 TB'));
    expect(filesOf(late)).toHaveLength(3);
    expect(late.failed).toBe(0);
    const cut = run(nightly('20 TB', { window: 'cut' }));
    expect(filesOf(cut)).toHaveLength(0);
    expect(cut.failed).toBe(3);
    expect(cut.windowOutcomes).toMatchObject({ seen: 3, missed: 3 });
    expect(cut.gap).toBe(Infinity);
  });

  it('cuts nothing off that ends as the window closes', () => {
    const cut = run(nightly('18 TB', { window: 'cut' }));
    expect(filesOf(cut)).toHaveLength(3);
    expect(cut.failed).toBe(0);
  });
});

describe('a job that is due while the one before still runs', () => {
  // 108 TB take 30 h; four are due, a day apart.
  const long = (next: string) =>
    oneWorkload({
      horizon: '4 days',
      workload: { size: '108 TB' },
      strategy: { overrun: { next } },
    });
  const starts = (declared: Declared) =>
    filesOf(run(declared)).map(({ time }) => (time - instant('2026-01-05T00:00:00Z')) / 3600);

  it('is skipped', () => {
    expect(starts(long('skip'))).toEqual([0, 48]);
    expect(run(long('skip')).skipped).toBe(2);
  });

  it('or waits for it', () => {
    expect(starts(long('queue'))).toEqual([0, 30, 60, 90]);
    expect(run(long('queue')).skipped).toBe(0);
  });

  it('and starts where the one before ends as it is due', () => {
    const exact = oneWorkload({ horizon: '4 days', workload: { size: '86.4 TB' } });
    expect(starts(exact)).toEqual([0, 24, 48, 72]);
    expect(run(exact).skipped).toBe(0);
  });

  it('misses its night where it is skipped', () => {
    const nightly = { full: 'daily at 01:00', window: 'all day' };
    const { windowOutcomes } = run(
      oneWorkload({ horizon: '4 days', workload: { size: '90 TB' }, strategy: nightly }),
    );
    // What is open all day never shuts: the two that run fit, the two that are skipped do not.
    expect(windowOutcomes).toMatchObject({ seen: 4, missed: 2 });
  });
});

describe('when a window is open', () => {
  it('a job that is due while it is shut waits for it to open', () => {
    const daily = { full: 'daily at 12:00', window: '22:00-06:00' };
    expect(triggers(oneWorkload({ horizon: '2 days', strategy: daily }))).toEqual([
      '2026-01-05T22:00:00Z',
      '2026-01-06T22:00:00Z',
    ]);
  });

  it('not on closed dates: what is due there is done the next night, once', () => {
    const strategy = {
      full: 'daily at 22:00',
      window: { daily: '22:00-06:00', closed: ['2026-01-07'] },
    };
    expect(triggers(oneWorkload({ horizon: '5 days', strategy }))).toEqual([
      '2026-01-05T22:00:00Z',
      '2026-01-06T22:00:00Z',
      '2026-01-08T22:00:00Z',
      '2026-01-09T22:00:00Z',
    ]);
  });

  it('may differ by weekday, and the night belongs to the day on which it opens', () => {
    const window = { weekdays: '22:00-06:00', saturday: '12:00-24:00', sunday: 'none' };
    const strategy = { full: 'daily at 03:00', window };
    // Monday 03:00 lies in no night: Sunday has none. Tuesday to Saturday 03:00 lie in the night
    // before; Sunday 03:00 waits for Monday 22:00, as does Monday 03:00.
    expect(triggers(oneWorkload({ horizon: '8 days', strategy }))).toEqual([
      '2026-01-05T22:00:00Z',
      '2026-01-06T03:00:00Z',
      '2026-01-07T03:00:00Z',
      '2026-01-08T03:00:00Z',
      '2026-01-09T03:00:00Z',
      '2026-01-10T03:00:00Z',
      '2026-01-12T22:00:00Z',
    ]);
  });

  it('the highest of the levels that wait for it wins', () => {
    const strategy = {
      incremental: 'daily at 08:00',
      full: 'weekly on Tuesday at 12:00',
      window: '22:00-06:00',
    };
    const group = planOf(oneWorkload({ horizon: '3 days', strategy })).strategies[0]?.groups[0];
    expect(Array.from(group?.levels ?? [])).toEqual([4, 1, 4]);
  });
});

describe('over a change of clocks (Europe/Berlin)', () => {
  const berlin = (start: string, size: string) =>
    oneWorkload({
      start,
      timezone: 'Europe/Berlin',
      horizon: '7 days',
      workload: { size },
      strategy: { full: 'daily at 22:00', window: '22:00-06:00' },
    });

  it('the night in March is an hour shorter: eight hours of work miss that one', () => {
    const { windowOutcomes } = run(berlin('2026-03-25', '28.8 TB'));
    expect(windowOutcomes).toMatchObject({ seen: 7, missed: 1 });
    expect(windowOutcomes.firstMiss).toBe(instant('2026-03-28T21:00:00Z'));
    expect(run(berlin('2026-03-25', '25.2 TB')).windowOutcomes.missed).toBe(0);
  });

  it('the night in October is an hour longer: nine hours of work fit that one only', () => {
    const { windowOutcomes } = run(berlin('2026-10-21', '32.4 TB'));
    expect(windowOutcomes).toMatchObject({ seen: 7, missed: 6 });
    expect(windowOutcomes.firstMiss).toBe(instant('2026-10-21T20:00:00Z'));
  });

  it('a time of day that is skipped comes an hour later, one that comes twice once', () => {
    const at = (start: string) =>
      triggers({ ...berlin(start, '1 TB'), strategies: { plan: { full: 'daily at 02:30' } } });
    expect(at('2026-03-28').slice(0, 3)).toEqual([
      '2026-03-28T01:30:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-30T00:30:00Z',
    ]);
    expect(at('2026-10-24').slice(0, 3)).toEqual([
      '2026-10-24T00:30:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ]);
  });
});

describe('jobs that are cut off', () => {
  it('leave no time for those that wait for their turn, which come first the next night', () => {
    const strategy = {
      full: 'daily at 00:00',
      window: '00:00-05:00',
      overrun: { window: 'cut', next: 'queue' },
    };
    const both = oneWorkload({
      horizon: '2 days',
      sites: { here: { server: { jobs: 1 } } },
      workloads: Object.fromEntries(
        ['a', 'b'].map((name) => [name, { size: '25 TB', compressibility: 1, duplicates: 0 }]),
      ),
      strategies: { plan: strategy },
    });
    const played = run(both);
    expect([secondsOf(played, 0), secondsOf(played, 1)]).toEqual([[], []]);
    // The first of each night is cut off; behind it the window is shut, and then time is over.
    expect(played).toMatchObject({ failed: 2, unstarted: 2 });
  });
});

describe('what a job moved until it was cut off', () => {
  const far = (window: string, tool: Declared, workload: Declared = {}) =>
    oneWorkload({
      horizon: '1 day',
      sites: { here: {}, between: {}, there: {} },
      links: {
        a: { between: ['here', 'between'], rate: '1 GB/s' },
        b: { between: ['between', 'there'], rate: '1 GB/s' },
      },
      tools: { own: tool },
      workloads: { data: { ...PLAIN, site: 'here', size: '7.2 TB', ...workload } },
      stores: { disk: { site: 'there', write: '0.5 GB/s' } },
      strategy: {
        tool: 'own',
        full: 'daily at 01:00',
        window,
        overrun: { window: 'cut' },
      },
    });
  const traffic = (declared: Declared) =>
    Array.from(run(declared).traffic, (bytes) => Number((bytes / 1e12).toFixed(6)));

  it('is in the traffic: with all stages at once, the share of the time', () => {
    // At 0.5 GB/s 4 h; the window is open for one.
    expect(traffic(far('01:00-02:00', {}))).toEqual([1.8, 1.8]);
    // An hour to prepare: nothing has been moved.
    expect(traffic(far('01:00-02:00', { prepare: '1 h' }))).toEqual([0, 0]);
    // The whole 4 h: the check that follows is cut off.
    const verify = { tool: 'own', verify: { method: 'md5', rate: '1 GB/s' } };
    const checked = far('01:00-06:00', {});
    const { plan } = checked.strategies as Record<string, Declared>;
    expect(traffic({ ...checked, strategies: { plan: { ...plan, ...verify } } })).toEqual([
      7.2, 7.2,
    ]);
  });

  it('is in the traffic: stage by stage, of each link what went over it', () => {
    const staged = (window: string) => traffic(far(window, { path: 'staged' }, { read: '2 GB/s' }));
    // Read for 1 h, over each link for 2 h, written for 4 h.
    expect(staged('01:00-01:30')).toEqual([0, 0]);
    expect(staged('01:00-03:00')).toEqual([3.6, 0]);
    expect(staged('01:00-05:00')).toEqual([7.2, 3.6]);
    expect(staged('01:00-08:00')).toEqual([7.2, 7.2]);
  });
});

describe('openings that touch or overlap', () => {
  const during = (window: unknown, full: string, size: string, overrun = {}) =>
    run(
      oneWorkload({
        horizon: '7 days',
        workload: { size },
        strategy: { full, window, overrun, keep: { last: 100 } },
      }),
    );

  it('are one: a job may run on from the one into the other', () => {
    // Saturday 20:00, 7 h: Sunday is open from midnight on.
    const window = { weekdays: '20:00-06:00', weekends: 'all day' };
    const played = during(window, 'weekly on Saturday at 20:00', '25.2 TB', { window: 'cut' });
    expect(played.windowOutcomes).toMatchObject({ seen: 1, missed: 0 });
    expect(filesOf(played)).toHaveLength(1);
  });

  it('close when the last of them does', () => {
    // Sunday 20:00, 7 h: Monday opens at 20:00 only.
    const window = { weekdays: '20:00-06:00', weekends: 'all day' };
    const played = during(window, 'weekly on Sunday at 20:00', '25.2 TB', { window: 'cut' });
    expect(played.windowOutcomes).toMatchObject({ seen: 1, missed: 1 });
    expect(filesOf(played)).toHaveLength(0);
  });

  it('never shut where they go round the week', () => {
    const played = during('all day', 'daily at 20:00', '25.2 TB', { window: 'cut' });
    expect(played.windowOutcomes).toMatchObject({ seen: 7, missed: 0 });
    expect(filesOf(played)).toHaveLength(7);
  });

  it('stay open where a short one lies inside a long one', () => {
    const window = { monday: '10:00-09:00', tuesday: '05:00-06:00' };
    const declared = oneWorkload({
      horizon: '2 days',
      strategy: { full: ['2026-01-06T07:00'], window },
    });
    expect(triggers(declared)).toEqual(['2026-01-06T07:00:00Z']);
  });

  it('are each the night of what becomes due in it, also where a longer one is open still', () => {
    const window = { monday: '22:00-21:00', tuesday: '01:00-05:00', daily: '22:00-23:00' };
    const declared = oneWorkload({
      horizon: '2 days',
      strategy: { full: 'daily at 02:00', window },
    });
    expect(triggers(declared)).toEqual(['2026-01-05T22:00:00Z', '2026-01-06T02:00:00Z']);
  });
});

describe('jobs that have not begun at the end', () => {
  it('are counted, and miss their nights', () => {
    const played = run(
      oneWorkload({
        horizon: '20 days',
        workload: { size: '172.8 TB' },
        strategy: { full: 'daily at 00:00', window: '00:00-24:00', overrun: { next: 'queue' } },
      }),
    );
    // Two days each: ten begin within twenty days.
    expect(secondsOf(played)).toHaveLength(10);
    expect(played.unstarted).toBe(10);
    expect(played.windowOutcomes.seen).toBe(20);
  });
});

describe('a job whose turn comes while its window is shut', () => {
  const points = (more: Declared) =>
    filesOf(run(oneWorkload({ horizon: '4 days', workload: { size: '30 TB' }, ...more }))).map(
      ({ time }) => formatInstant(time).slice(5, 16),
    );

  it('waits for it to open, behind one that overran it', () => {
    // 8 h 20 min each: the second of a night is due at 05:00 and free to start at 09:20.
    const strategy = {
      full: ['2026-01-05T01:00', '2026-01-05T05:00', '2026-01-07T01:00'],
      window: '01:00-06:00',
      overrun: { next: 'queue' },
    };
    expect(points({ strategy })).toEqual(['01-05T01:00', '01-06T01:00', '01-07T01:00']);
  });

  it('waits for it to open, behind one of another workload', () => {
    const declared = oneWorkload({
      horizon: '4 days',
      workloads: {
        a: { ...PLAIN, size: '30 TB' },
        b: { ...PLAIN, size: '1 TB' },
      },
      sites: { here: { server: { jobs: 1 } } },
      strategy: { full: ['2026-01-05T01:00'], window: '01:00-06:00' },
    });
    const played = run(declared);
    expect(filesOf(played, 1).map(({ time }) => formatInstant(time).slice(5, 16))).toEqual([
      '01-06T01:00',
    ]);
    expect(played.windowOutcomes).toMatchObject({ seen: 2, missed: 1 });
  });

  it('misses its night where it begins in a later one that is open by then', () => {
    // 50 h from Monday 22:00 to Thursday 00:00; the other is due on Tuesday 22:00, and then begins.
    const declared = oneWorkload({
      horizon: '5 days',
      workloads: { a: { ...PLAIN, size: '180 TB' }, b: { ...PLAIN, size: '1 TB' } },
      sites: { here: { server: { jobs: 1 } } },
      strategy: {
        full: ['2026-01-05T22:00'],
        window: '22:00-06:00',
        overrides: { b: { full: ['2026-01-06T22:00'] } },
      },
    });
    const played = run(declared);
    expect(filesOf(played, 1).map(({ time }) => formatInstant(time).slice(5, 16))).toEqual([
      '01-08T00:00',
    ]);
    // Monday's night is overrun, Tuesday's is slept through, Wednesday's fits.
    expect(played.windowOutcomes).toMatchObject({ seen: 3, missed: 2 });
  });

  it('is given up where it does not open again', () => {
    const strategy = {
      full: ['2026-01-08T01:00', '2026-01-08T05:00'],
      window: '01:00-06:00',
      overrun: { next: 'queue' },
    };
    const played = run(oneWorkload({ horizon: '4 days', workload: { size: '30 TB' }, strategy }));
    expect(filesOf(played)).toHaveLength(1);
    expect(played.unstarted).toBe(1);
  });
});
