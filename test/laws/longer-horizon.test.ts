import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILL_LINES } from '../../src/model/bill.ts';
import type { Run } from '../../src/simulation/aftermath/run.ts';
import type { State } from '../../src/simulation/engine/state.ts';
import type { Plan, StrategyPlan } from '../../src/simulation/plan/plan.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { type Declared, planOf, runOf } from '../support/played.ts';

const DAY = 86400;

interface JobEnd {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Played {
  readonly plan: Plan;
  readonly run: Run;
  /** Every job that ended, for better or worse, in the order of their ends. */
  readonly jobs: readonly JobEnd[];
}

function played(plan: Plan, strategy: string, seed: number): Played {
  const jobs: JobEnd[] = [];
  const runs: number[] = [];
  let failed = 0;
  const watch = (state: State): void => {
    const end = state.base + state.now;
    if (state.failed > failed) jobs.push({ start: end, end, text: `failed: ${state.failed}` });
    failed = state.failed;
    for (const { index, runs: count, job, chain } of state.protections) {
      if (count === (runs[index] ?? 0)) continue;
      runs[index] = count;
      const text = [index, job.level, job.start, end, chain.stored, chain.rows.count].join(' ');
      jobs.push({ start: job.start, end, text });
    }
  };
  return { plan, run: runOf(plan, { strategy, seed, watch }), jobs };
}

/** Jobs that ended on whole days of the horizon: of the last one only a part may be simulated. */
const jobsUntil = ({ jobs }: Played, end: number) => jobs.filter((job) => job.end < end);

/** What lay in each store at the end of each of so many days. */
function daysOf({ plan, run: { series } }: Played, days: number): number[][] {
  const count = series.length / plan.stores.length;
  return plan.stores.map((_, store) =>
    Array.from(series.subarray(store * count, store * count + days)),
  );
}

/** The bill of each object store in each of so many months, line by line. */
function billedIn({ run: { bills } }: Played, months: number) {
  const lines = BILL_LINES.length;
  return bills.flatMap((bill, store) =>
    Array.from({ length: bill ? months : 0 }, (_, month) =>
      BILL_LINES.map((line, at) => ({ store, month, line, paid: bill?.[month * lines + at] ?? 0 })),
    ).flat(),
  );
}

/**
 * Lines that count objects: what is deleted in two parts, of which the second lies there still at the
 * end of the shorter horizon, may be an object more.
 */
const COUNTED: readonly string[] = [
  'requests',
  'overhead',
  'monitoring',
  'transition',
  'earlyDeletion',
];

/** A line of a month that differs by more than rounding, or than some objects: five cents and a tenth. */
const differs = (a: number, b: number, line: string): boolean =>
  Math.abs(a - b) > (COUNTED.includes(line) ? 0.05 + 0.1 * Math.max(a, b) : 1e-9 * Math.max(a, b));

/** The scenario without checks of all that is kept: they read the mean of what is there over the horizon. */
function withHorizon(declared: Declared, horizon: string): Declared {
  const text = JSON.stringify(declared, (key, part) => (key === 'recheck' ? undefined : part));
  return { ...JSON.parse(text), horizon };
}

/**
 * Whether only the mean age is known of bytes that fulls of a strategy hold: its bills are right over the
 * years, and from month to month only nearly.
 */
const hasMeanAges = ({ protections }: StrategyPlan): boolean =>
  protections.some(
    ({ policy: { tool, gfs } }) => tool.style === 'reverse' || gfs.some((kept) => kept > 0),
  );

function planned(declared: Declared): Plan | null {
  try {
    return planOf(declared);
  } catch {
    return null;
  }
}

describe('a longer horizon only appends', () => {
  it('no job, store or bill of an earlier day changes', () => {
    const compared = { jobs: 0, days: 0, months: 0 };
    const days = fc.integer({ min: 3, max: 70 });
    const more = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(anyScenario, fc.nat(), days, more, (one, seed, short, longer) => {
        const plan = planned(withHorizon(one, `${short} days`));
        const long = planned(withHorizon(one, `${short + longer} days`));
        if (!plan || !long) return;
        for (const strategy of plan.strategies) {
          const { name } = strategy;
          const [before, after] = [played(plan, name, seed), played(long, name, seed)];
          const whole = Math.floor((plan.end - plan.start) / DAY);
          const end = plan.start + whole * DAY;
          const jobs = jobsUntil(before, end);
          expect(jobsUntil(after, end)).toEqual(jobs);
          const lay = daysOf(after, whole).flat();
          expect(
            daysOf(before, whole)
              .flat()
              .filter((bytes, at) => !(Math.abs(bytes - (lay[at] ?? Number.NaN)) <= 1e-9 * bytes)),
          ).toEqual([]);
          compared.jobs += jobs.length;
          compared.days += whole;
          // What a job has moved before the end is billed once that is over, from when it arrived.
          const isUnderWay = after.jobs.some((job) => job.start < end && job.end >= end);
          if (hasMeanAges(strategy) || isUnderWay) continue;
          const months = plan.months.filter((month) => month <= end).length - 1;
          const bill = billedIn(after, months);
          expect(
            billedIn(before, months).filter(({ paid, line }, at) =>
              differs(paid, bill[at]?.paid ?? Number.NaN, line),
            ),
          ).toEqual([]);
          compared.months += months * before.run.bills.filter((bill) => bill).length;
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(...Object.values(compared))).toBeGreaterThan(5);
  });
});
