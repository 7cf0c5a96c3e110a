import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../src/units/calendar.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { planOf } from '../../support/played.ts';

/** Instants of a schedule over three days, of which the second is one on which the clock changes. */
const datesOf = (timezone: string, start: string, full: unknown, field = 'full') => {
  const strategy = field === 'full' ? { full } : { [field]: full };
  const plan = planOf(oneWorkload({ timezone, start, horizon: '3 days', strategy }));
  const [{ groups, prunes } = { groups: [], prunes: [] }] = plan.strategies;
  const times = field === 'full' ? groups[0]?.times : prunes[0];
  return Array.from(times ?? [], formatInstant);
};

const ROME_BACK = ['Europe/Rome', '2017-10-28'] as const;
const ROME_FORWARD = ['Europe/Rome', '2017-03-25'] as const;
const NEW_YORK_BACK = ['America/New_York', '2026-10-31'] as const;

/** Dates of the day on which the clock changes, as hours and minutes of UTC. */
const ofChange = (dates: readonly string[], day: string): string[] =>
  dates.filter((date) => date.startsWith(day)).map((date) => date.slice(11, 16));

describe.each(['full', 'prune'])('dates of %s', (field) => {
  // Rome goes back at 01:00 UTC of 29 October: 02:00 to 03:00 comes at 00:00 and at 01:00 UTC.
  it.each([
    ['hourly', 73],
    ['0 * * * *', 73],
    ['*/30 * * * *', 146],
    // 00, 02, 02 again, 04 and so on: thirteen on that day.
    ['0 */2 * * *', 37],
    // Six times an hour from 02:00 on, in both of its hours: 6 + 12 + 6.
    ['*/10 2 * * *', 24],
    ['daily at 02:30', 3],
    ['0,30 2 * * *', 6],
    ['0 0-23 * * *', 72],
    ['every 1 h', 73],
    ['every 2 days at 02:30', 2],
  ])('as the clock goes back: %s comes %i times in three days', (schedule, times) => {
    const dates = datesOf(...ROME_BACK, schedule, field);
    expect(dates).toHaveLength(times);
    expect(dates).toEqual([...new Set(dates)].sort());
  });

  // Rome goes forward at 01:00 UTC of 26 March: 02:00 to 03:00 does not come.
  it.each([
    ['hourly', 71],
    ['*/15 * * * *', 284],
    // 00, 04, 06 and so on: eleven on that day.
    ['0 */2 * * *', 35],
    ['*/10 2 * * *', 12],
    // Shifted to 03:30.
    ['daily at 02:30', 3],
    // 02:30 is shifted to 03:30, which comes by itself.
    ['30 2,3 * * *', 5],
    ['0,30 2,3 * * *', 10],
    ['every 1 h', 71],
  ])('as the clock goes forward: %s comes %i times in three days', (schedule, times) => {
    const dates = datesOf(...ROME_FORWARD, schedule, field);
    expect(dates).toHaveLength(times);
    expect(dates).toEqual([...new Set(dates)].sort());
  });
});

describe('a time that comes twice', () => {
  it('is the first of both where it is fixed', () => {
    const dates = datesOf(...ROME_BACK, 'daily at 02:30');
    expect(ofChange(dates, '2017-10-29')).toEqual(['00:30']);
  });

  it('is both where the hours are given as *', () => {
    const dates = datesOf(...ROME_BACK, '30 */2 * * *');
    // 00:30 of the 29th in Rome is 22:30 UTC of the 28th.
    expect(ofChange(dates, '2017-10-29').slice(0, 3)).toEqual(['00:30', '01:30', '03:30']);
  });

  it('is both to the west of Greenwich, too', () => {
    // 01:00 to 02:00 comes at 05:00 and at 06:00 UTC.
    const dates = datesOf(...NEW_YORK_BACK, '15 */1 * * *');
    expect(dates).toHaveLength(73);
    expect(ofChange(dates, '2026-11-01').slice(5, 8)).toEqual(['05:15', '06:15', '07:15']);
  });

  it('counts from the start, if that lies between both', () => {
    // From 02:45 of summer time: 02:00 and 02:30 still come once more.
    const start = '2017-10-29T02:45:00+02:00';
    const dates = datesOf('Europe/Rome', start, '*/30 * * * *');
    expect(dates.slice(0, 3)).toEqual([
      '2017-10-29T01:00:00Z',
      '2017-10-29T01:30:00Z',
      '2017-10-29T02:00:00Z',
    ]);
  });
});

describe('any pattern in any zone', () => {
  const part = (most: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: 0, max: most }).map(String),
      fc.integer({ min: 2, max: 11 }).map((step) => `*/${step}`),
    );
  const zone = fc.constantFrom('Europe/Rome', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  const start = fc.constantFrom('2026-03-07', '2026-03-28', '2026-04-04', '2026-10-24');

  it('that repeats runs whenever the clock shows it, as every minute of the days says', () => {
    fc.assert(
      fc.property(part(59), part(23), zone, start, (minute, hour, timezone, day) => {
        fc.pre(minute.startsWith('*') || hour.startsWith('*'));
        const shows = new Cron(`${minute} ${hour} * * *`, { utcOffset: 0, paused: true });
        const plan = planOf(oneWorkload({ timezone, start: day, horizon: '3 days' }));
        const minutes = Array.from(
          { length: (plan.end - plan.start) / 60 },
          (_, index) => plan.start + index * 60,
        );
        const expected = minutes.filter((instant) =>
          shows.match(new Date(plan.calendar.toLocal(instant) * 1000)),
        );
        const dates = datesOf(timezone, day, `${minute} ${hour} * * *`);
        expect(dates).toEqual(expected.map(formatInstant));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a list of dates', () => {
  it('that names an instant twice, in whatever words, is a problem at each repeat', () => {
    const full = ['2017-10-28T12:00', '2017-10-28T10:00:00Z', '2017-10-29', '2017-10-28T12:00'];
    expect(() => datesOf(...ROME_BACK, full)).toThrow(
      /plan\.full\[1\]: is the same instant as 2017-10-28T12:00.*\n.*plan\.full\[3\]: is the same/,
    );
  });

  it('may be in any order, and names each instant once', () => {
    const dates = datesOf(...ROME_BACK, ['2017-10-29T03:00', '2017-10-28', '2017-10-29T02:30']);
    expect(dates).toEqual(['2017-10-27T22:00:00Z', '2017-10-29T00:30:00Z', '2017-10-29T02:00:00Z']);
  });
});

describe('some weeks from one day of the week to the next', () => {
  const sundays = (start: string, full: string): string[] => {
    const plan = planOf(oneWorkload({ start, horizon: '40 days', strategy: { full } }));
    return Array.from(plan.strategies[0]?.groups[0]?.times ?? [], formatInstant);
  };

  it('are counted from the first such day on', () => {
    // The scenario starts on a Monday; its first Sunday is the 11th.
    expect(sundays('2026-01-05', 'every 2 weeks on Sunday at 01:00')).toEqual([
      '2026-01-11T01:00:00Z',
      '2026-01-25T01:00:00Z',
      '2026-02-08T01:00:00Z',
    ]);
  });

  it('begin at once where the scenario starts on that day, before that time', () => {
    expect(sundays('2026-01-11', 'every 3 weeks on Sunday at 01:00')).toEqual([
      '2026-01-11T01:00:00Z',
      '2026-02-01T01:00:00Z',
    ]);
  });

  it('begin a week later where that time is over', () => {
    expect(sundays('2026-01-11T02:00:00Z', 'every 2 weeks on Sunday at 01:00')).toEqual([
      '2026-01-18T01:00:00Z',
      '2026-02-01T01:00:00Z',
      '2026-02-15T01:00:00Z',
    ]);
  });
});
