import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainAnswers } from './chain-answers.ts';
import { type ChainInputs, chainInputs } from './chain-scenario.ts';
import { DAY, HOUR, type Weekday, written } from './dates.ts';
import { replay } from './replay.ts';
import { failures, verdicts } from './verdict.ts';

const RUNS = 60;
const MOST_RUNS = 400;
const none = { weekly: 0, monthly: 0, quarterly: 0, yearly: 0 };
const slots = fc.constantFrom(0, 1, 2, 5);
// Few days, so that active and synthetic fulls often fall on the same one.
const someDays = fc.constantFrom<readonly Weekday[]>([], [], ['Sat'], ['Sun'], ['Sat', 'Wed']);
const monthly = fc.option(
  fc.record({
    weekday: fc.constantFrom('Sat', 'Sun', 'Thu'),
    occurrenceInMonth: fc.integer({ min: 1, max: 5 }),
  }),
  { freq: 3 },
);

/** Any chain case of a style; what the rules do not speak of for it stands in it all the same. */
const cases = (style: ChainInputs['style']): fc.Arbitrary<ChainInputs> =>
  fc
    .record({
      points: fc.constantFrom(1, 2, 3, 7, 14, 24),
      sourceSizeGiB: fc.constantFrom(777, 1000, 4321, 25_000, 700_000),
      changePerRunPercent: fc.constantFrom(0, 1, 2, 5, 7, 10, 10, 37, 100),
      dataLeftAfterReductionPercent: fc.constantFrom(25, 37, 50, 100, 104),
      intervalHours: fc.constantFrom(24, 24, 24, 12, 12, 6, 1, 36, 48, 0.5),
      activeFullWeekdays: someDays,
      syntheticFullWeekdays: someDays,
      monthlyActiveFull: monthly,
      gfs:
        style === 'copy'
          ? fc.record({ weekly: slots, monthly: slots, quarterly: slots, yearly: slots })
          : fc.constant(none),
      blockClone:
        style === 'replica' ? fc.constant(null) : fc.constantFrom(null, 'age-table', 'age-table'),
      growthPerYearPercent: fc.constantFrom(0, 0, 10, 35, -20),
      // Often at 22:00, the hour of the GFS moments, or half of an interval away from it.
      start: fc
        .tuple(fc.nat(800), fc.constantFrom(22, 22, 16, 10, 0, 3, 21))
        .map(([day, hour]) => day * 24 + hour),
      days: fc.integer({ min: 1, max: style === 'copy' ? 700 : 150 }),
    })
    .map(({ start, days, ...given }) => {
      const first = Date.parse('2024-01-01T00:00:00Z') + start * HOUR;
      const runs = Math.min(MOST_RUNS, Math.floor((days * 24) / given.intervalHours));
      const last = written(first + runs * given.intervalHours * HOUR);
      return chainInputs.parse({
        style,
        ...given,
        firstRun: written(first),
        lastRun: last,
        lastDay: last.slice(0, 10),
      });
    });

const exact = { default: 'exact' };

describe('any chain is as the written rules play it', () => {
  it.each(['forward', 'reverse', 'copy', 'replica'] as const)('style %s', async (style) => {
    await fc.assert(
      fc.asyncProperty(cases(style), async (inputs) => {
        const { afterRun, chainAtPeak, ...expected } = replay(inputs);
        const { answers } = await chainAnswers(inputs);
        expect(failures(verdicts(expected, answers, exact))).toEqual([]);
        const { storedPlusWorkspaceGiB, peakRun } = answers;
        expect(storedPlusWorkspaceGiB / (afterRun.get(peakRun) ?? 0)).toBeCloseTo(1, 9);
        const rows = answers.chainAtPeak.filter(({ position, gfs }) => position ?? gfs);
        expect(failures(verdicts({ chainAtPeak }, { chainAtPeak: rows }, exact))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('and the replay gives the day of the largest chain of a known case', () => {
    const start = Date.parse('2024-01-01T22:00:00Z');
    const known = replay(
      chainInputs.parse({
        style: 'forward',
        points: 2,
        sourceSizeGiB: 1000,
        changePerRunPercent: 10,
        dataLeftAfterReductionPercent: 50,
        intervalHours: 24,
        activeFullWeekdays: ['Sun'],
        syntheticFullWeekdays: [],
        monthlyActiveFull: null,
        gfs: none,
        blockClone: null,
        growthPerYearPercent: 0,
        firstRun: written(start),
        lastRun: written(start + 19 * DAY),
        lastDay: '2024-01-20',
      }),
    );
    expect(known.peakRun).toBe('2024-01-14T22:00:00Z');
    expect(known.storedAtPeakGiB).toBe(1300);
    expect(known.filesAtPeak).toBe(8);
  });
});
