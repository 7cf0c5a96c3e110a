import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Schedule, schedule, timeOfDay } from '../../src/scenario/schedule.ts';
import { schedule as written } from '../support/arbitraries/schedule-arbitrary.ts';

const read = (words: unknown): Schedule | undefined =>
  schedule({ description: '' }).safeParse(words).data;
const cron = (pattern: string): Schedule => ({ kind: 'cron', pattern });

describe('schedules', () => {
  it.each([
    ['never', { kind: 'never' }],
    ['hourly', cron('0 * * * *')],
    ['daily', cron('0 0 * * *')],
    ['Daily  at  1:05', cron('5 1 * * *')],
    ['weekdays at 22:00', cron('0 22 * * MON-FRI')],
    ['weekends', cron('0 0 * * SAT,SUN')],
    ['weekly', cron('0 0 * * SUN')],
    ['weekly on Tue, Friday at 20:30', cron('30 20 * * TUE,FRI')],
    ['weekly on mondays', undefined],
    ['monthly', cron('0 0 1 * *')],
    ['monthly on day 31', cron('0 0 31 * *')],
    ['monthly on day 32', undefined],
    ['monthly on the last day at 23:00', cron('0 23 L * *')],
    ['monthly on first Saturday at 22:00', cron('0 22 * * SAT#1')],
    ['monthly on last fri', cron('0 0 * * FRI#L')],
    ['quarterly on first Sunday at 02:00', cron('0 2 * JAN,APR,JUL,OCT SUN#1')],
    ['quarterly on last day at 22:00', cron('0 22 L MAR,JUN,SEP,DEC *')],
    ['quarterly on last Friday', cron('0 0 * MAR,JUN,SEP,DEC FRI#L')],
    ['yearly on last day', cron('0 0 L DEC *')],
    ['yearly on last Friday at 18:00', cron('0 18 * DEC FRI#L')],
    ['yearly', cron('0 0 1 JAN *')],
    ['yearly on 29 February', cron('0 0 29 FEB *')],
    ['yearly on 30 February', undefined],
    ['yearly on 31 April', undefined],
    ['yearly on second Tuesday', cron('0 0 * JAN TUE#2')],
    ['every 6 h', { kind: 'every', seconds: 21600 }],
    ['every 1 week', { kind: 'every', seconds: 604800 }],
    ['every 2 days at 01:00', { kind: 'every', seconds: 172800, at: 3600 }],
    ['every 2 weeks on Sunday at 01:00', { kind: 'every', seconds: 1209600, at: 3600, weekday: 0 }],
    ['every 1 week on tue', { kind: 'every', seconds: 604800, at: 0, weekday: 2 }],
    ['every 10 days on Sunday', undefined],
    ['every 2 weeks on Sunday at 24:00', undefined],
    ['every 2 weeks on weekend', undefined],
    ['every 5 h at 01:00', undefined],
    ['every 59 s', undefined],
    ['every 6', undefined],
    ['daily on Monday', undefined],
    ['daily at 24:00', undefined],
    ['daily at 25:00', undefined],
    ['hourly at 00:15', undefined],
    ['30 1 * * MON-FRI', cron('30 1 * * MON-FRI')],
    ['0 0 31 2 *', undefined],
    ['61 1 * * *', undefined],
    [['2026-07-01'], { kind: 'dates', dates: ['2026-07-01'] }],
    [['1'], undefined],
    [[], undefined],
    [true, undefined],
  ])('%j is read as it is meant', (words, meant) => {
    expect(read(words)).toEqual(meant);
  });

  it('that are read come true some day', () => {
    fc.assert(
      fc.property(written, (words) => {
        const meant = read(words);
        expect(meant).toBeDefined();
        if (meant?.kind !== 'cron') return;
        const from = new Date(Date.UTC(2026, 0, 1));
        expect(
          new Cron(meant.pattern, { utcOffset: 0, paused: true }).nextRun(from),
        ).not.toBeNull();
      }),
    );
  });

  it('any text is a schedule or a problem', () => {
    const word = fc.constantFrom(
      'daily',
      'every',
      'on',
      'at',
      '1',
      '01:00',
      'first',
      'h',
      '*',
      '#',
      'L',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (words) => {
        const result = schedule({ description: '' }).safeParse(words);
        if (!result.success) expect(result.error.issues).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('timeOfDay', () => {
  it.each([
    ['00:00', 0],
    ['1:30', 5400],
    ['24:00', 86400],
    ['24:01', undefined],
    ['12:60', undefined],
    ['noon', undefined],
  ])('%s is %s', (text, seconds) => {
    expect(timeOfDay(text)).toBe(seconds);
  });
});
