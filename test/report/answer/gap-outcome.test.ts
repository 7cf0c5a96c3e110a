import { describe, expect, it } from 'vitest';
import { gapOutcome } from '../../../src/report/answer/gap-outcome.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { planOf } from '../../support/played.ts';

const HOUR = 3600;
const plan = planOf(
  oneWorkload({ start: '2026-01-05', horizon: '1 year', timezone: 'Europe/Berlin' }),
);
const why = (hours: number, from: string) =>
  gapOutcome(plan, 0, { seconds: hours * HOUR, store: 0, since: Date.parse(from) / 1000 }).why;

describe('why a gap between points is so long', () => {
  it('is the clock where it is whole days by that: in Berlin it is set back on 25 October', () => {
    expect(why(25, '2026-10-25T01:00+02:00')).toBe('the clock is set back by 1 h');
    expect(why(7 * 24 + 1, '2026-10-19T01:00+02:00')).toBe('the clock is set back by 1 h');
  });

  it('is not the clock on any other day, nor where more is missing', () => {
    expect(why(24, '2026-10-23T01:00+02:00')).toBeUndefined();
    expect(why(23, '2026-03-28T01:00+01:00')).toBeUndefined();
    expect(why(26, '2026-10-25T01:00+02:00')).toBeUndefined();
    expect(why(Infinity, '2026-10-25T01:00+02:00')).toBeUndefined();
  });

  it('is the age of points that are old when they can be used', () => {
    const age = { seconds: 7 * 24 * HOUR, store: 0, since: Number.NaN, isAge: true };
    expect(gapOutcome(plan, 0, age).why).toBe('no point is younger when it can be used');
  });
});
