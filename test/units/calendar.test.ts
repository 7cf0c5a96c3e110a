import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addSpan,
  calendarOf,
  dateFault,
  dayOf,
  formatInstant,
  isZone,
  monthOf,
  parseInstant,
  parseSpan,
  weekdayOf,
  weekOf,
} from '../../src/units/calendar.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Shanghai',
  'Australia/Lord_Howe', // goes forward by half an hour
  'Africa/Casablanca', // goes back for Ramadan
  'Antarctica/Troll', // goes forward by two hours
  'Asia/Kathmandu',
  'UTC',
];
const FROM = Date.UTC(2020, 0, 1) / 1000;
const TO = Date.UTC(2032, 0, 1) / 1000;
const instants = fc.integer({ min: FROM, max: TO });
const calendars = new Map(ZONES.map((zone) => [zone, calendarOf(zone, FROM, TO)]));
const anyZone = fc.constantFrom(...[...calendars.values()]);
const utc = (text: string): number => DateTime.fromISO(text, { zone: 'utc' }).toSeconds();

/** Seconds on the wall clock since 1970, as luxon has them. */
const wall = (instant: number, zone: string): number => {
  const local = DateTime.fromSeconds(instant, { zone });
  return instant + local.offset * 60;
};

describe('calendarOf', () => {
  it('shows the wall clock that luxon shows', () => {
    fc.assert(
      fc.property(anyZone, instants, (calendar, instant) => {
        expect(calendar.toLocal(instant)).toBe(wall(instant, calendar.zone));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the instant of every local time, the first of two', () => {
    fc.assert(
      fc.property(anyZone, instants, (calendar, instant) => {
        const found = calendar.toInstant(calendar.toLocal(instant));
        expect(calendar.toLocal(found)).toBe(calendar.toLocal(instant));
        expect(found).toBeLessThanOrEqual(instant);
        expect(instant - found).toBeLessThanOrEqual(2 * 3600);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds both instants of a local time that comes twice', () => {
    fc.assert(
      fc.property(anyZone, instants, (calendar, instant) => {
        const local = calendar.toLocal(instant);
        const [first, second] = [calendar.toInstant(local), calendar.secondAt(local)];
        expect([first, second]).toContain(instant);
        if (second === undefined) return;
        expect(calendar.toLocal(second)).toBe(local);
        expect(second).toBeGreaterThan(first);
      }),
      { numRuns: 2000 },
    );
  });

  /** The hour that comes twice, and the times beside it. */
  it.each([
    ['Europe/Berlin', '2026-10-25T02:00', '2026-10-25T01:00'],
    ['Europe/Berlin', '2026-10-25T02:59:59', '2026-10-25T01:59:59'],
    ['Europe/Berlin', '2026-10-25T01:59:59', undefined],
    ['Europe/Berlin', '2026-10-25T03:00', undefined],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T06:30'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T15:15'],
    ['Europe/Berlin', '2026-03-29T02:30', undefined],
    ['UTC', '2026-10-25T02:30', undefined],
  ])('%s: %s comes again at %s UTC', (zone, local, again) => {
    const expected = again === undefined ? undefined : utc(again);
    expect(calendars.get(zone)?.secondAt(utc(local))).toBe(expected);
  });

  it('keeps the order of local times but where the clock goes back or forward', () => {
    const near = fc.integer({ min: 1, max: 86400 });
    fc.assert(
      fc.property(anyZone, instants, near, (calendar, instant, later) => {
        const local = calendar.toLocal(instant);
        const passed = calendar.toInstant(local + later) - calendar.toInstant(local);
        expect(Math.abs(passed - later)).toBeLessThanOrEqual(2 * 3600);
      }),
    );
  });

  /** Skipped and doubled local times of 2026, from the IANA time zone database. */
  it.each([
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30'], // skipped: becomes 03:30
    ['Europe/Berlin', '2026-03-29T01:59:59', '2026-03-29T00:59:59'],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00'],
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30'], // twice: the first
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30'],
    ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45'],
    ['Asia/Shanghai', '2026-03-29T02:30', '2026-03-28T18:30'],
  ])('%s: %s is %s UTC', (zone, local, instant) => {
    expect(calendars.get(zone)?.toInstant(utc(local))).toBe(utc(instant));
  });

  it('is right at the very ends of its stretch', () => {
    const at = utc('2026-03-29T01:00');
    const calendar = calendarOf('Europe/Berlin', at, at);
    expect(calendar.toLocal(at)).toBe(at + 7200);
    expect(calendar.toLocal(at - 1)).toBe(at - 1 + 3600);
  });
});

describe('days, weeks and months', () => {
  const days = fc.integer({ min: -100_000, max: 100_000 });
  const on = (day: number) => DateTime.fromSeconds(day * 86400, { zone: 'utc' });

  it('are those of luxon', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = on(day);
        expect(weekdayOf(day)).toBe(date.weekday - 1);
        expect(monthOf(day)).toBe(date.year * 12 + date.month - 1);
        expect(dayOf(day * 86400 + 86399)).toBe(day);
      }),
      { numRuns: 1000 },
    );
  });

  it('two days share an ISO week as luxon has it, and weeks follow each other', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 14 }), (day, later) => {
        const week = (date: DateTime) => `${date.weekYear}-${date.weekNumber}`;
        const shared = weekOf(day) === weekOf(day + later);
        expect(shared).toBe(week(on(day)) === week(on(day + later)));
        expect(weekOf(day + 7)).toBe(weekOf(day) + 1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('instants', () => {
  it('are read back from what is written', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parseInstant(formatInstant(instant), 'Asia/Shanghai')).toBe(instant);
      }),
    );
  });

  it.each([
    ['2026-01-05', 'UTC', '2026-01-05T00:00'],
    ['2026-01-05', 'Asia/Shanghai', '2026-01-04T16:00'],
    ['2026-01-05 22:00', 'Europe/Berlin', '2026-01-05T21:00'],
    ['2026-01-05T22:00:00+08:00', 'Europe/Berlin', '2026-01-05T14:00'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00'],
    // A local time that comes twice: the first, unless an offset says which.
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30'],
    ['2026-10-25T02:30+02:00', 'Europe/Berlin', '2026-10-25T00:30'],
    ['2026-10-25T02:30+0100', 'Europe/Berlin', '2026-10-25T01:30'],
    ['2026-10-25T01:30Z', 'Europe/Berlin', '2026-10-25T01:30'],
    // One that is skipped: shifted by as much.
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(parseInstant(text, zone)).toBe(utc(expected));
  });

  it.each([
    '',
    '2026',
    '2026-02-29',
    '2026-13-01',
    '05.01.2026',
    '1',
    'now',
    '2026-01-05T25:00',
    'on 2026-01-05',
    '2026-W02',
    '2026-005',
  ])('%j is none', (text) => {
    expect(parseInstant(text, 'UTC')).toBeUndefined();
  });

  it('zones are known by name', () => {
    expect(ZONES.every(isZone)).toBe(true);
    expect(isZone('Mars/Base')).toBe(false);
    expect(isZone('')).toBe(false);
  });
});

describe('spans', () => {
  it.each([
    ['5 years', { amount: 5, unit: 'years' }],
    ['1 year', { amount: 1, unit: 'years' }],
    ['1.5 d', { amount: 1.5, unit: 'days' }],
    ['36h', { amount: 36, unit: 'hours' }],
    ['90 min', { amount: 90, unit: 'minutes' }],
    ['1 minute', { amount: 1, unit: 'minutes' }],
    ['36 hours', { amount: 36, unit: 'hours' }],
    ['1.25 days', { amount: 1.25, unit: 'days' }],
    ['2 weeks', { amount: 2, unit: 'weeks' }],
    [' 18 months ', { amount: 18, unit: 'months' }],
  ])('%s is read', (text, span) => {
    expect(parseSpan(text)).toEqual(span);
  });

  it.each([
    '',
    '5',
    'years',
    '0.5 years',
    '1.5 months',
    '-1 year',
    '5 fortnights',
    '1e3 days',
    '5 days ago',
    'some 5 days',
  ])('%j is none', (text) => {
    expect(parseSpan(text)).toBeUndefined();
  });

  it.each([
    ['2024-02-29', '1 year', 'UTC', '2025-02-28'],
    ['2024-02-29', '4 years', 'UTC', '2028-02-29'],
    ['2023-03-01', '1 year', 'UTC', '2024-03-01'],
    ['2026-01-31', '1 month', 'UTC', '2026-02-28'],
    ['2026-01-05', '5 years', 'UTC', '2031-01-05'],
    ['2026-01-05', '1.5 days', 'UTC', '2026-01-06T12:00'],
  ])('%s and %s in %s is %s', (start, text, zone, end) => {
    const span = parseSpan(text);
    expect(span && addSpan(utc(start), span, zone)).toBe(utc(end));
  });

  it('a day on which the clock changes has 23 or 25 hours', () => {
    const day = { amount: 1, unit: 'days' } as const;
    const length = (date: string) => {
      const start = parseInstant(date, 'Europe/Berlin') ?? 0;
      return (addSpan(start, day, 'Europe/Berlin') - start) / 3600;
    };
    expect(['2026-03-28', '2026-03-29', '2026-10-25'].map(length)).toEqual([24, 23, 25]);
  });
});

describe('the first instant at which the clock shows a time or a later one', () => {
  const berlin = calendarOf('Europe/Berlin', Date.UTC(2026, 0) / 1000, Date.UTC(2027, 0) / 1000);
  const at = (text: string): number => Date.parse(`${text}Z`) / 1000;

  it.each([
    ['2026-03-29T01:30', '2026-03-29T00:30'],
    // The clock goes from 02:00 to 03:00.
    ['2026-03-29T02:00', '2026-03-29T01:00'],
    ['2026-03-29T02:15', '2026-03-29T01:00'],
    ['2026-03-29T03:00', '2026-03-29T01:00'],
    ['2026-03-29T03:15', '2026-03-29T01:15'],
    // Of a time that comes twice it is the first.
    ['2026-10-25T02:30', '2026-10-25T00:30'],
  ])('%s', (local, instant) => {
    expect(berlin.firstAt(at(local))).toBe(at(instant));
  });
});

describe('what is wrong with a date', () => {
  it.each([
    ['2026-02-30', 'February 2026 has 28 days', '2026-02-28'],
    ['2028-02-30', 'February 2028 has 29 days', '2028-02-29'],
    ['1900-02-29', 'February 1900 has 28 days', '1900-02-28'],
    ['2026-04-31T22:00', 'April 2026 has 30 days', '2026-04-30T22:00'],
  ])('%s', (text, said, instead) => {
    const hint = `write ${instead}, its last day`;
    expect(dateFault(text)).toEqual({ message: `is not a date: ${said}`, hint });
  });

  it.each(['2026-01-32', '2026-13-01', '2026-02-28', 'tomorrow'])('%s: not its day', (text) => {
    expect(dateFault(text)).toBeUndefined();
  });
});
