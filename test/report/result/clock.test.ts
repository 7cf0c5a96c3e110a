import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../src/report/result/clock.ts';

const clockIn = (timezone: string) =>
  clockOf({
    name: '',
    hash: '',
    start: '2026-01-05T00:00:00Z',
    end: '2027-01-05T00:00:00Z',
    timezone,
  });

describe('the clock', () => {
  it('shows the wall clock of the scenario', () => {
    expect(clockIn('Asia/Shanghai')('2026-06-01T17:00:00Z', 'minute')).toBe('2026-06-02 01:00');
    expect(clockIn('Asia/Shanghai')('2026-06-01T17:00:00Z', 'day')).toBe('2026-06-02');
  });

  it.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles'])(
    'in %s has words for what comes after the last year of four digits',
    (zone) => {
      for (const to of ['day', 'minute'] as const) {
        const say = clockIn(zone);
        expect(say('+275760-09-13T00:00:00Z', to)).toBe('beyond the year 9999');
        expect(say('+010000-01-02T00:00:00Z', to)).toBe('beyond the year 9999');
        expect(say('9999-12-31T00:00:00Z', to)).toMatch(/^9999-12-3/);
      }
    },
  );
});
