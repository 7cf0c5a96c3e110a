import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneWorkload, PLAIN } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf, secondsOf } from '../../support/played.ts';

const HOUR = 3600;
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** A lone job over a link of 1 GB/s that has hours in which it gives less. */
const over = (throttle: object, gigabytes: number, more: Declared = {}): Declared =>
  oneWorkload({
    horizon: '12 h',
    sites: { here: {}, there: {} },
    workloads: { data: { ...PLAIN, site: 'here', size: `${gigabytes} GB` } },
    links: { wan: { between: ['here', 'there'], rate: '1 GB/s', throttle } },
    stores: { disk: { site: 'there' } },
    ...more,
  });
const seconds = (declared: Declared): number => secondsOf(runOf(planOf(declared)))[0] ?? Number.NaN;

/** The same by hand: hour by hour until the bytes are through. */
function byHand(gigabytes: number, start: number, rateAt: (hour: number) => number): number {
  let left = gigabytes;
  for (let hour = start; ; hour++) {
    const rate = rateAt(hour % 24);
    if (left <= rate * HOUR) return (hour - start) * HOUR + left / rate;
    left -= rate * HOUR;
  }
}

describe('a lone job over a link that is throttled by the hour', () => {
  const hours = fc.record({
    from: fc.integer({ min: 0, max: 23 }),
    lasts: fc.integer({ min: 1, max: 23 }),
    share: fc.integer({ min: 10, max: 100 }),
    gigabytes: fc.integer({ min: 1, max: 150_000 }),
    start: fc.integer({ min: 0, max: 11 }),
  });

  it('takes what integrating by hand gives, at any hours', () => {
    fc.assert(
      fc.property(hours, ({ from, lasts, share, gigabytes, start }) => {
        const throttle = { [`${clock(from)}-${clock((from + lasts) % 24)}`]: `${share} %` };
        const strategies = { plan: { full: `daily at ${clock(start)}` } };
        const isIn = (hour: number): boolean => (hour - from + 24) % 24 < lasts;
        const wanted = byHand(gigabytes, start, (hour) => (isIn(hour) ? share / 100 : 1));
        const found = seconds(over(throttle, gigabytes, { strategies }));
        expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('two stretches a day, one as a rate and one as a share', () => {
    // Eight hours at 250 MB/s, then four at 1 GB/s, then at 500 MB/s.
    const throttle = { '00:00-08:00': '250 MB/s', '12:00-20:00': '50 %' };
    expect(seconds(over(throttle, 8 * 900 + 4 * 3600 + 1800))).toBeCloseTo(13 * HOUR, 6);
  });

  it('a rate above that of the link takes nothing away', () => {
    expect(seconds(over({ '00:00-12:00': '5 GB/s' }, 3600))).toBeCloseTo(HOUR, 6);
  });

  it('follows the clock of the zone', () => {
    const berlin = (start: string) =>
      seconds(over({ '06:00-08:00': '50 %' }, 6 * 3600, { start, timezone: 'Europe/Berlin' }));
    // From midnight six hours on a common night, five on the one that loses an hour: then an hour
    // of bytes is left, and goes at half the rate.
    expect(berlin('2026-03-28')).toBeCloseTo(6 * HOUR, 6);
    expect(berlin('2026-03-29')).toBeCloseTo(7 * HOUR, 6);
  });

  it('slows a job that began before the hours, and lets it speed up again after them', () => {
    const strategies = { plan: { full: 'daily at 07:00' } };
    const late = over({ '08:00-10:00': '10 %' }, 2 * 3600 + 720, { strategies });
    expect(seconds(late)).toBeCloseTo(4 * HOUR, 6);
  });
});

describe('throttled hours and the clock of the zone', () => {
  it.each(['02:00-03:00', '02:30-03:00', '01:00-03:00'])(
    'end as they should where the clock goes forward: %s',
    (hours) => {
      // 29 March 2026 has no 02:00 to 03:00 in Berlin; two hours of moving begin at 12:00.
      const declared = over({ [hours]: '1 %' }, 7200, {
        start: '2026-03-29',
        timezone: 'Europe/Berlin',
        strategies: { plan: { full: ['2026-03-29T12:00'] } },
        horizon: '1 day',
      });
      expect(seconds(declared)).toBeCloseTo(7200, 6);
    },
  );
});

describe('throttled hours that lie in the hour that the clock skips', () => {
  it('take nothing from those that follow', () => {
    // 03:00 to 04:00 follows 01:59 in Berlin; the job begins as the throttled hour does.
    const timeOf = (throttle: object) =>
      seconds(
        over(throttle, 7200, {
          start: '2026-03-29',
          timezone: 'Europe/Berlin',
          strategies: { plan: { full: ['2026-03-29T03:00'] } },
          horizon: '1 day',
        }),
      );
    const alone = timeOf({ '03:00-04:00': '10 %' });
    expect(alone).toBeCloseTo(3600 + 7200 - 360, 6);
    expect(timeOf({ '02:15-02:45': '50 %', '03:00-04:00': '10 %' })).toBeCloseTo(alone, 6);
  });
});

describe('throttled hours that cannot be', () => {
  const wrong = (throttle: object) => {
    try {
      planOf(over(throttle, 1));
    } catch (error) {
      return String(error);
    }
    return '';
  };

  it('are told, each of them, also beside others', () => {
    const told = wrong({ '8-18': '20 %', '20:00-21:00': '120 %', '22:00-23:00': '10 %' });
    expect(told).toContain('"8-18" is not a stretch of the day');
    expect(told).toContain('links.wan.throttle.20:00-21:00: must be at most 100 %');
  });

  it.each([
    { '20:00-21:00': '20 %', '20:30-22:00': '10 %' },
    { '20:00-02:00': '20 %', '01:00-03:00': '10 %' },
  ])('overlap: %j', (throttle) => {
    expect(wrong(throttle)).toContain('overlaps');
  });

  it('may touch, also at midnight', () => {
    expect(wrong({ '20:00-24:00': '20 %', '00:00-03:00': '10 %', '03:00-04:00': '30 %' })).toBe('');
  });
});
