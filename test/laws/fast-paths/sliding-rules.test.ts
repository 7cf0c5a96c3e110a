import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain } from '../../../src/simulation/chain/chain.ts';
import { DIALECTS } from '../../../src/simulation/chain/dialects.ts';
import { emptyChain } from '../../../src/simulation/chain/new-chain.ts';
import type { Rules } from '../../../src/simulation/chain/retention.ts';
import { BYTES, cell, RUN, reasonsAt } from '../../../src/simulation/chain/rows.ts';
import { addPoint, type Made, prune } from '../../../src/simulation/chain/styles.ts';
import type { Within } from '../../../src/simulation/chain/within.ts';
import { calendarOf, dayOf, localTime, monthOf } from '../../../src/units/calendar.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const START = Date.UTC(2023, 10, 20) / 1000;

const slots = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: most }));
const age = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 40 }).map((days) => days * DAY),
);
const firstDay = dayOf(START);
const months = Int32Array.from({ length: 5000 }, (_, day) => monthOf(firstDay + day));
const calendar = fc
  .tuple(slots(5), slots(9), slots(30), slots(9), slots(13), slots(5), slots(3))
  .filter((all) => all.some((number) => number > 0));
const zones = ['UTC', 'Europe/Berlin', 'America/New_York'].map(
  (zone) => calendarOf(zone, START, START + 5000 * DAY).changes,
);
/** By the calendar: from 31 March and from 1 April a month goes back to 3 and to 1 March. */
const within: fc.Arbitrary<Within | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    months: slots(3),
    days: slots(40),
    seconds: fc.constantFrom(1, HOUR, 30 * HOUR),
    from: fc.constant('newest' as const),
    changes: fc.constantFrom(...zones),
  }),
);
const overlapping: fc.Arbitrary<Rules> = fc
  .record({ oldest: fc.boolean(), points: slots(20), within, locked: age, slots: calendar })
  .map((rules) => ({ ...rules, dialect: 'overlapping', months, firstDay }));
/** With one rule, the exclusive dialects have nothing that it could leave out. */
const alone: fc.Arbitrary<Rules> = fc
  .record({ oldest: fc.boolean(), rule: fc.nat(6), number: fc.integer({ min: 1, max: 12 }) })
  .map(({ oldest, rule, number }) => ({
    dialect: 'exclusive',
    oldest,
    points: 0,
    within: null,
    locked: 0,
    slots: Array.from({ length: 7 }, (_, index) => (index === rule ? number : 0)),
    months,
    firstDay,
  }));

const gap = fc.oneof(
  { weight: 6, arbitrary: fc.constant(DAY) },
  fc.integer({ min: 1, max: 40 }).map((hours) => hours * HOUR),
  fc.integer({ min: 1, max: 60 }).map((days) => days * DAY),
);
const runs = fc.array(
  fc.record({
    gap,
    made: fc.constantFrom<Made[]>(
      'full',
      'synthetic',
      'differential',
      'incremental',
      'incremental',
    ),
    prunes: fc.integer({ min: 0, max: 4 }).map((chance) => chance > 0),
  }),
  { minLength: 1, maxLength: 120 },
);

/** `merging`: forward, with the oldest increments merged into the full. */
type Style = 'forward' | 'merging' | 'dedup';

/** A chain whose points differ in size, so that bytes tell which are there. */
const chainOf = (rules: Rules, style: Style): Chain =>
  emptyChain({
    rules,
    style: style === 'merging' ? 'forward' : style,
    sizes: {
      full: (source) => source,
      between: (_from, fromRun, _to, toRun, source) => (source * (toRun - fromRun)) / 1000,
      newShare: () => 0.1,
    },
    gfs: [],
    merges: style === 'merging',
    clones: false,
    history: null,
    shelf: null,
    segments: null,
  });

const numbersOf = ({ rows, stored, peak, fulls }: Chain) => ({
  runs: Array.from({ length: rows.count }, (_, index) => cell(rows, index, RUN)),
  bytes: Array.from({ length: rows.count }, (_, index) => cell(rows, index, BYTES)),
  stored,
  peak,
  fulls,
});

/** Holds a chain whose rules slide against one whose points are all looked at, run by run. */
function holdAlike(
  rules: Rules,
  style: Style,
  all: readonly { readonly gap: number; readonly made: Made; readonly prunes: boolean }[],
): void {
  const sliding = chainOf(rules, style);
  const plain: Chain = { ...chainOf(rules, style), windows: null };
  expect(sliding.windows).not.toBeNull();
  let time = START;
  for (const [run, { gap, made, prunes }] of all.entries()) {
    time += gap;
    const local = rules.within ? localTime(rules.within.changes, time) : time;
    const [day, hour] = [dayOf(local), Math.floor(local / HOUR)];
    const point = { made, time, day, hour, run, source: 1e6 + run, bytes: 1e3 };
    for (const chain of [sliding, plain]) {
      addPoint(chain, point);
      if (prunes) prune(chain);
    }
    expect(numbersOf(sliding)).toEqual(numbersOf(plain));
    if (!prunes) continue;
    const { rows } = sliding;
    const why = new Int32Array(rows.count);
    DIALECTS[rules.dialect].applyRules({ ...sliding, work: { why, need: why } });
    expect(why).toEqual(
      Int32Array.from({ length: rows.count }, (_, index) => reasonsAt(rows, index)),
    );
  }
}

describe('rules that slide over the points as they come', () => {
  it('keep what they would keep if all points were looked at anew, for the same reasons', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: overlapping }, alone),
        fc.constantFrom<Style[]>('forward', 'merging', 'dedup'),
        runs,
        holdAlike,
      ),
      { numRuns: 400 },
    );
  });

  it('do so where an age of the calendar goes back further than the day before', () => {
    // A month before 31 March 2024 is 2 March, and before 1 April it is 1 March.
    const daily = Array.from({ length: 140 }, () => ({
      gap: DAY,
      made: 'full' as const,
      prunes: true,
    }));
    for (const changes of zones) {
      const month: Within = { months: 1, days: 0, seconds: 0, from: 'newest', changes };
      const slots = [40, 0, 0, 0, 0, 0, 0];
      holdAlike(
        {
          dialect: 'overlapping',
          oldest: false,
          points: 0,
          within: month,
          locked: 0,
          slots,
          months,
          firstDay,
        },
        'forward',
        daily,
      );
    }
  });
});
