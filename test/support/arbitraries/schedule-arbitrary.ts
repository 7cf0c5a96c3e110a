import fc from 'fast-check';
import { HASH_NAMES } from '../../../src/catalog/hashes.ts';

/** A mapping that holds the first fields always and each of the others about half of the time. */
export const optionally = (
  always: Record<string, fc.Arbitrary<unknown>>,
  sometimes: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    { ...always, ...sometimes },
    { requiredKeys: Object.keys(always), noNullPrototype: true },
  );

const time = fc
  .tuple(fc.nat({ max: 23 }), fc.constantFrom('00', '15', '30', '59'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const weekday = fc.constantFrom('Sunday', 'Mon', 'tuesday', 'Wednesday', 'thu', 'Friday', 'sat');
const ordinal = fc.constantFrom('first', 'second', 'third', 'fourth', 'last');
const date = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => `2026-${parts.map((part) => String(part).padStart(2, '0')).join('-')}`);

/** Schedules of every form; none comes more than once an hour. */
export const schedule: fc.Arbitrary<string | readonly string[]> = fc.oneof(
  time.map((at) => `daily at ${at}`),
  fc.tuple(weekday, time).map(([day, at]) => `weekly on ${day} at ${at}`),
  fc.tuple(weekday, weekday).map((days) => `weekly on ${days.join(' and ')}`),
  fc.tuple(ordinal, weekday, time).map(([which, day, at]) => `monthly on ${which} ${day} at ${at}`),
  fc.integer({ min: 1, max: 31 }).map((day) => `monthly on day ${day}`),
  fc.constantFrom('weekdays at 22:00', 'weekends', 'weekly', 'monthly', 'monthly on last day'),
  fc.constantFrom('quarterly on first Sunday at 02:00', 'yearly on 1 July', 'yearly', 'hourly'),
  fc.integer({ min: 1, max: 100 }).map((hours) => `every ${hours} h`),
  fc.tuple(fc.integer({ min: 2, max: 9 }), time).map(([days, at]) => `every ${days} days at ${at}`),
  fc.constantFrom('30 1 * * MON-FRI', '0 */6 * * *', '15 3 L * *'),
  fc.uniqueArray(
    fc.oneof(
      date,
      date.map((day) => `${day}T22:00`),
    ),
    { minLength: 1, maxLength: 4 },
  ),
);

const opening = fc.tuple(time, fc.integer({ min: 1, max: 23 })).map(([opens, hours]) => {
  const closes = (Number(opens.slice(0, 2)) + hours) % 24;
  return `${opens}-${String(closes).padStart(2, '0')}${opens.slice(2)}`;
});
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const perhaps = fc.oneof(opening, fc.constantFrom('none', 'all day'));

/** Windows of every form; each opens on some day. */
export const window = fc.oneof(
  opening,
  fc.constant('all day'),
  optionally(
    { monday: opening },
    {
      ...Object.fromEntries(DAYS.slice(1).map((day) => [day, perhaps])),
      weekdays: perhaps,
      weekends: perhaps,
      daily: perhaps,
      closed: fc.uniqueArray(date, { maxLength: 3 }),
    },
  ),
);

/** The fields of a strategy that take one of a few words. */
export const verbs = {
  verify: {
    method: fc.constantFrom(...HASH_NAMES),
    every: fc.constantFrom('backup', 'full'),
    when: fc.constantFrom('after', 'inline'),
    at: fc.constantFrom('target', 'source'),
  },
  overrun: { window: fc.constantFrom('finish', 'cut'), next: fc.constantFrom('skip', 'queue') },
};
