import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { DAY, emptyRows, MONTH, push, STRIDE, TIME } from '../../../src/simulation/chain/rows.ts';
import { cutoff, type Within } from '../../../src/simulation/chain/within.ts';
import {
  calendarOf,
  dayOf,
  formatInstant,
  monthOf,
  parseInstant,
} from '../../../src/units/calendar.ts';

const FROM = Date.UTC(2020, 0) / 1000;
const TO = Date.UTC(2030, 0) / 1000;
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York'] as const;
const calendars = new Map(ZONES.map((zone) => [zone as string, calendarOf(zone, FROM, TO)]));

type Age = Partial<Pick<Within, 'months' | 'days' | 'seconds' | 'from'>>;

/** The cutoff of a chain whose newest point is of an instant, and is pruned an hour later. */
function cutoffOf(zone: string, time: number, age: Age): number {
  const calendar = calendars.get(zone);
  if (!calendar) throw new Error(zone);
  const { changes } = calendar;
  const rows = emptyRows(1);
  const row = push(rows) * STRIDE;
  const day = dayOf(calendar.toLocal(time));
  rows.data[row + TIME] = time;
  rows.data[row + DAY] = day;
  rows.data[row + MONTH] = monthOf(day);
  const within: Within = { months: 0, days: 0, seconds: 0, from: 'newest', ...age, changes };
  return cutoff(within, rows, 0, time + 3600);
}

describe('the instant after which points are within an age', () => {
  it.each<readonly [string, string, Age, string]>([
    ['UTC', '2026-03-31T12:00Z', { seconds: 7 * 86400 }, '2026-03-24T12:00:00Z'],
    ['UTC', '2026-03-31T12:00Z', { days: 7 }, '2026-03-24T12:00:00Z'],
    // 31 March less a month is 31 February, the third day after the 28th.
    ['UTC', '2026-03-31T12:00Z', { months: 1 }, '2026-03-03T12:00:00Z'],
    ['UTC', '2024-03-31T12:00Z', { months: 1 }, '2024-03-02T12:00:00Z'],
    // A day later it is a day of the calendar, and before that.
    ['UTC', '2026-04-01T12:00Z', { months: 1 }, '2026-03-01T12:00:00Z'],
    ['UTC', '2024-02-29T12:00Z', { months: 12 }, '2023-03-01T12:00:00Z'],
    ['UTC', '2026-01-15T12:00Z', { months: 13, days: 20, seconds: 60 }, '2024-11-25T11:59:00Z'],
    // Six days of 24 hours and one of 23: noon of Berlin is 11:00 UTC before the change, then 10:00.
    ['Europe/Berlin', '2024-04-01T12:00', { days: 7 }, '2024-03-25T11:00:00Z'],
    ['Europe/Berlin', '2024-04-01T12:00', { seconds: 7 * 86400 }, '2024-03-25T10:00:00Z'],
    ['Europe/Berlin', '2024-11-03T12:00', { days: 7 }, '2024-10-27T11:00:00Z'],
    ['Europe/Berlin', '2024-11-03T12:00', { months: 1 }, '2024-10-03T10:00:00Z'],
    // 02:30 of the day of the change does not come in March, and comes twice in October.
    ['Europe/Berlin', '2024-04-01T02:30', { days: 1 }, '2024-03-31T01:30:00Z'],
    ['Europe/Berlin', '2024-10-28T02:30', { days: 1 }, '2024-10-27T01:30:00Z'],
    // 01:30 of New York comes twice on 3 November: to the west, Go takes the first.
    ['America/New_York', '2024-11-04T01:30', { days: 1 }, '2024-11-03T05:30:00Z'],
    // borg counts from now, which is an hour after the newest point.
    ['UTC', '2026-03-31T12:00Z', { seconds: 31 * 86400, from: 'now' }, '2026-02-28T13:00:00Z'],
  ])('%s, %s, %j: %s', (zone, newest, age, expected) => {
    const time = parseInstant(newest, zone) ?? Number.NaN;
    expect(formatInstant(cutoffOf(zone, time, age))).toBe(expected);
  });

  it('is that of luxon wherever the month has the day and the clock shows the time once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: FROM + 900 * 86400, max: TO }),
        fc.nat(12),
        fc.integer({ min: 1, max: 400 }),
        (zone, time, months, days) => {
          const newest = DateTime.fromSeconds(time, { zone });
          const before = newest.minus({ months });
          fc.pre(before.day === newest.day);
          const expected = before.minus({ days });
          fc.pre(expected.getPossibleOffsets().length === 1 && expected.hour === newest.hour);
          expect(cutoffOf(zone, time, { months, days })).toBe(expected.toSeconds());
        },
      ),
      { numRuns: 1000 },
    );
  });
});
