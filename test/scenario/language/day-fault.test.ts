import { describe, expect, it } from 'vitest';
import { schedule } from '../../../src/scenario/schedule.ts';
import { office, problemsIn } from '../../support/problems-in.ts';

/** What is said of a schedule, and what to write instead. */
function said(words: unknown): readonly [string, unknown] {
  const issue = schedule({ description: '' }).safeParse(words).error?.issues[0];
  const hint = issue?.code === 'custom' ? issue.params?.hint : undefined;
  return [issue?.message ?? 'is read', hint];
}

const LEAP = 'never comes: February has 28 days, 29 in leap years';

describe('a day of a schedule that is in no calendar, or is written otherwise', () => {
  it.each([
    ['yearly on 30 February', LEAP, 'write "yearly on 28 February"'],
    ['yearly on February 30th at 01:00', LEAP, 'write "yearly on 28 February at 01:00"'],
    ['monthly on 30 Feb', LEAP, 'write "yearly on 28 February"'],
    ['yearly on 31 April', 'never comes: April has 30 days', 'write "yearly on 30 April"'],
    ['yearly on July 4', 'is not a schedule', 'write "yearly on 4 July"'],
    ['yearly on the 1st of July', 'is not a schedule', 'write "yearly on 1 July"'],
    ['monthly on 15th', 'is not a schedule', 'write "monthly on day 15"'],
    [
      'monthly on the 31st at 22:00',
      'is not a schedule',
      'write "monthly on last day at 22:00"; "monthly on day 31 at 22:00" leaves out the months without that day',
    ],
    [
      'monthly on day 32',
      'is not a schedule: no month has a day 32',
      'write "monthly on last day"',
    ],
    ['quarterly on day 0', 'is not a schedule: no month has a day 0', 'write "quarterly on day 1"'],
    ['0 0 30 2 *', LEAP, 'write a day that it has, or L for the last day of the month'],
    [
      '0 0 31 NOV *',
      'never comes: November has 30 days',
      'write a day that it has, or L for the last day of the month',
    ],
  ])('%s', (words, message, hint) => {
    const [found, advice] = said(words);
    expect(found).toBe(`"${words}" ${message}`);
    expect(advice).toBe(hint);
  });

  it.each(['yearly on 28 February', 'yearly on 29 February', 'monthly on day 31'])(
    '%s is read',
    (words) => {
      expect(said(words)).toEqual(['is read', undefined]);
    },
  );

  it('says nothing of the day where the time is wrong', () => {
    expect(said('monthly on day 30 at 25:00')[1]).toMatch(/^write for example "daily at 01:00"/);
  });

  it('what is advised is read', () => {
    for (const words of [
      'yearly on 30 February',
      'monthly on the 31st at 22:00',
      'yearly on May 1',
    ]) {
      const advised = /"([^"]+)"/.exec(String(said(words)[1]))?.[1];
      expect(said(advised)).toEqual(['is read', undefined]);
    }
  });
});

describe('a date that its month does not have', () => {
  it.each([
    ['start', '2026-02-29'],
    ['strategies', '{ s: { full: [2026-02-29] } }'],
    ['objectives', '{ protected-by: 2026-02-29 }'],
    [
      'strategies',
      '{ s: { full: daily, window: { weekdays: 22:00-06:00, closed: [2026-02-29] } } }',
    ],
  ])('is told with the days of the month, in %s', (field, value) => {
    expect(problemsIn(office({ [field]: value }))).toMatchObject([
      {
        message: 'is not a date: February 2026 has 28 days',
        hint: 'write 2026-02-28, its last day',
      },
    ]);
  });
});
