import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, written } from './dates.ts';
import { present, simulated, strategyOf } from './front-door.ts';
import { keptNaively, periodOf, type ReplayedAge } from './keep-replay.ts';
import { keptBy } from './retention-answers.ts';
import {
  type KeepCounts,
  keepScenario,
  POINT_DIALECTS,
  type PointDialect,
} from './retention-scenario.ts';

const slot = fc.constantFrom(0, 0, 1, 2, 3, 7, 40);
const rules = fc
  .record({
    last: slot,
    hourly: slot,
    daily: slot,
    weekly: slot,
    monthly: slot,
    quarterly: slot,
    yearly: slot,
  })
  .filter((counts) => Object.values(counts).some((count) => count > 0));

/** Points that lie minutes, hours, days or months apart, over the turns of years. */
const gap = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 1, max: 40 }).map((hours) => hours * HOUR),
  fc.integer({ min: 1, max: 45 }).map((days) => days * DAY),
);
const points = fc
  .tuple(fc.integer({ min: 0, max: 700 * 24 }), fc.array(gap, { maxLength: 120 }))
  .map(([hours, gaps]) => {
    let time = Date.parse('2019-01-01T00:00:00Z') + hours * HOUR;
    return [time, ...gaps.map((step) => (time += step))];
  });

const age: fc.Arbitrary<ReplayedAge | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ months: fc.integer({ min: 1, max: 14 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
);
const inWords = (within: ReplayedAge | undefined) =>
  within && { within: 'months' in within ? `${within.months} months` : `${within.days} days` };

describe('any points and rules', () => {
  it('stay as the written rules of every dialect say', async () => {
    await fc.assert(
      fc.asyncProperty(points, rules, age, async (times, counts, within) => {
        const keep = { ...counts, ...inWords(within) };
        const found = await keptBy({ dialects: POINT_DIALECTS, keep, points: times });
        const pruned = Math.max(...times) + MINUTE;
        for (const dialect of POINT_DIALECTS) {
          const expected = keptNaively(dialect, { ...counts, within }, times, pruned);
          const kept = [...(found.get(dialect) ?? [])].map(({ time, reasons }) => [time, reasons]);
          const said = [...expected].sort(([a], [b]) => b - a);
          expect({ dialect, kept }).toEqual({
            dialect,
            kept: said.map(([time, why]) => [written(time), why]),
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(['overlapping', 'overlapping+oldest'] as const)(
    'come to the same in %s if they are thinned out after every point',
    async (dialect) => {
      await fc.assert(
        fc.asyncProperty(points, rules, async (times, keep) => {
          const once = await timesKept(dialect, keep, times, 'at the end');
          expect(await timesKept(dialect, keep, times, 'every time')).toEqual(once);
        }),
        { numRuns: 30 },
      );
    },
  );
});

async function timesKept(
  dialect: PointDialect,
  keep: KeepCounts,
  times: readonly number[],
  prune: 'at the end' | 'every time',
): Promise<readonly string[]> {
  const found = await keptBy({ dialects: [dialect], keep, points: times, prune });
  return (found.get(dialect) ?? []).map(({ time }) => time);
}

describe('any generations', () => {
  const schedule = fc.record({
    /** fulls and the increments after each */
    chains: fc.array(fc.array(gap, { maxLength: 6 }), { minLength: 1, maxLength: 12 }),
    between: gap,
    last: fc.integer({ min: 0, max: 5 }),
    monthly: fc.integer({ min: 0, max: 4 }),
    withinDays: fc.integer({ min: 1, max: 60 }),
  });

  it('stay or go whole, and the newest stays', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ chains, between, last, monthly, withinDays }) => {
        let time = Date.parse('2023-06-01T00:00:00Z');
        const laid = chains.map((gaps) => {
          time += between;
          return [time, ...gaps.map((step) => (time += step))];
        });
        const newest = time;
        const counts = [...laid].reverse();
        const months = counts.map(([full = 0]) => periodOf('monthly', full));
        const expected = counts.filter((generation, index) => {
          const isNewestOfMonth = months.indexOf(months[index] ?? '') === index;
          const monthsBefore = new Set(months.slice(0, index)).size;
          const young = generation.some((point) => newest - point < withinDays * DAY);
          return index < last || (isNewestOfMonth && monthsBefore < monthly) || young;
        });
        const scenario = keepScenario({
          dialects: ['generations'],
          keep: { last, monthly, within: `${withinDays} d` },
          points: laid.flat(),
        });
        const { generations } = scenario.strategies as Record<string, object>;
        const full = laid.map(([first = 0]) => written(first));
        const parts = laid.flatMap(([, ...others]) => others).map(written);
        const incremental = parts.length > 0 ? { incremental: parts } : {};
        const chain = { ...generations, full, ...incremental };
        const result = await simulated({ ...scenario, strategies: { chain } });
        const list = present(strategyOf(result, 'chain').points.list, 'points');
        expect(list.map(({ time: at }) => at)).toEqual(
          expected
            .flat()
            .sort((a, b) => a - b)
            .map(written),
        );
        expect(list.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
