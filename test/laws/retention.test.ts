import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointResult } from '../../src/report/result/result.ts';
import { DIALECTS, RULES } from '../../src/scenario/keep.ts';
import { DAY, HOUR, MINUTE, written } from '../oracles/dates.ts';
import { present, simulated, strategyOf } from '../oracles/front-door.ts';
import { keptBy } from '../oracles/retention-answers.ts';

const loosenable = [...RULES, 'points', 'within'] as const;
type Loosenable = (typeof loosenable)[number];
type Counts = Readonly<Partial<Record<Loosenable, number>>>;

const slot = fc.integer({ min: 0, max: 5 });
const calendarRules: fc.Arbitrary<Counts> = fc
  .record({ ...Object.fromEntries(RULES.map((rule) => [rule, slot])), within: slot })
  .filter((counts) => Object.values(counts).some((count) => count > 0));
const byPosition = fc.record({ points: fc.integer({ min: 1, max: 9 }), within: slot });
const rules: fc.Arbitrary<Counts> = fc.oneof(calendarRules, byPosition);

const gap = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 1, max: 40 }).map((hours) => hours * HOUR),
  fc.integer({ min: 1, max: 45 }).map((days) => days * DAY),
);
const points = fc.array(gap, { minLength: 1, maxLength: 80 }).map((gaps) => {
  let time = Date.parse('2023-03-01T00:00:00Z');
  return [time, ...gaps.map((step) => (time += step))];
});

/** As the language writes it; `within` counts days, and 0 of them is no rule. */
const keepOf = ({ within = 0, ...counts }: Counts) => ({
  ...counts,
  ...(within > 0 && { within: `${within} d` }),
});

async function kept(dialect: string, counts: Counts, times: readonly number[]) {
  const found = await keptBy({ dialects: [dialect], keep: keepOf(counts), points: times });
  return present(found.get(dialect), 'dialect').map(({ time }) => time);
}

describe('loosening a rule', () => {
  it.each(DIALECTS.filter((dialect) => dialect !== 'exclusive'))(
    'removes nothing more in %s',
    async (dialect) => {
      await fc.assert(
        fc.asyncProperty(
          points,
          rules,
          fc.nat(loosenable.length),
          fc.integer({ min: 1, max: 20 }),
          async (times, counts, which, more) => {
            const names = Object.keys(counts) as Loosenable[];
            const name = names[which % names.length] ?? 'within';
            const before = await kept(dialect, counts, times);
            const looser = { ...counts, [name]: (counts[name] ?? 0) + more };
            const after = new Set(await kept(dialect, looser, times));
            expect(before.filter((time) => !after.has(time))).toEqual([]);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it('can remove more in exclusive', async () => {
    // The points of the tests of Proxmox Backup Server. A weekly rule keeps 1 December and thereby
    // gives up 29 November, of the same week, which had stood for November.
    const times = [
      '2019-11-22',
      '2019-11-29',
      '2019-12-01',
      '2019-12-02',
      '2019-12-03',
      '2019-12-04',
    ];
    const instants = times.map((date) => Date.parse(`${date}T11:59:15Z`));
    const dates = async (counts: Counts) =>
      (await kept('exclusive', counts, instants)).map((time) => time.slice(0, 10));
    expect(await dates({ daily: 1, monthly: 1 })).toEqual(['2019-12-04', '2019-11-29']);
    expect(await dates({ daily: 1, weekly: 1, monthly: 1 })).toEqual([
      '2019-12-04',
      '2019-12-01',
      '2019-11-22',
    ]);
  });
});

/** A strategy of a style whose fulls come every so many of its runs. */
const chains = fc.record({
  style: fc.constantFrom('forward', 'reverse', 'copy', 'replica', 'dedup'),
  fullEvery: fc.integer({ min: 2, max: 9 }),
  second: fc.constantFrom('incremental', 'differential'),
  dialect: fc.constantFrom(...DIALECTS),
  rules,
  times: points,
});

describe('every point', () => {
  it('is kept or removed, and each kept one has a reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        chains,
        async ({ style, fullEvery, second, dialect, rules: counts, times }) => {
          const dates = times.map(written);
          const full = dates.filter((_, index) => index % fullEvery === 0);
          const others = dates.filter((_, index) => index % fullEvery !== 0);
          const strategy = { style, keep: { dialect, ...keepOf(counts) } };
          const end = Math.floor(((times.at(-1) ?? 0) - (times[0] ?? 0)) / MINUTE) + 2;
          const result = await simulated({
            start: dates[0],
            horizon: `${end} minutes`,
            workloads: { source: { size: '1 TB', change: '5 %/day' } },
            stores: { repository: {} },
            strategies: {
              chain: { ...strategy, full, ...(others.length > 0 && { [second]: others }) },
            },
          });
          const list = present(strategyOf(result, 'chain').points.list, 'points');
          const files = list.filter(({ reasons }) => !reasons.includes('protective'));
          const kindOf = new Map(files.map(({ position, reasons }) => [position, reasons]));
          const hasReason = ({ reasons, keptFor }: PointResult): boolean =>
            reasons.length > 0 || (kindOf.get(keptFor)?.length ?? 0) > 0;
          expect(files.filter((file) => !hasReason(file))).toEqual([]);
          // What is left are runs that were made, each once; the newest is always among them.
          const held = files.map(({ time }) => time);
          expect(held).toEqual([...new Set(held)].filter((time) => dates.includes(time)));
          expect(held.at(-1)).toBe(dates.at(-1));
          const count = strategyOf(result, 'chain').points.kept.mean;
          expect(count).toBe(held.length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
