import { expect, it } from 'vitest';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import { compile } from '../../../src/simulation/compile/compile.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { planOf } from '../../support/played.ts';

const NO_DATA = { samples: new Map(), series: new Map(), prices: null };

/** The problems of a year in which each of these patterns is the schedule of a strategy. */
function problemsOf(patterns: readonly string[]) {
  const strategies = Object.fromEntries(
    patterns.map((incremental, index) => [`s${index}`, { incremental }]),
  );
  const text = JSON.stringify({
    start: '2026-01-05',
    workloads: { d: { size: '1 TB' } },
    stores: { disk: {} },
    strategies,
  });
  const read = readScenario(text, 'many.json');
  if (!read.ok) throw new Error('should be read');
  const compiled = compile(read.value.scenario, NO_DATA);
  return compiled.ok ? [] : compiled.problems;
}

it('a schedule of every second is refused, and the years of few are not', () => {
  expect(problemsOf(['* * * * * *'])).toEqual([
    {
      path: 'strategies.s0.incremental',
      message: 'has more than 5000000 dates',
      hint: 'write a rarer schedule or a shorter horizon',
    },
  ]);
  expect(problemsOf(['0 * * * * *'])).toEqual([]);
});

it('of schedules that are too many together, the one that brings them there is named', () => {
  // 525 600 minutes a strategy: 19 have 9 986 400, and s9 is the last of twenty by name.
  expect(problemsOf(Array.from({ length: 20 }, () => '* * * * *'))).toEqual([
    {
      path: 'strategies.s9.incremental',
      message: 'brings the dates of all schedules together to more than 10000000',
      hint: 'write rarer schedules, fewer strategies or a shorter horizon',
    },
  ]);
});

it('a pattern with seconds comes at each of its times on each of its days, and at no other', () => {
  const strategy = { full: '15,45 0,30 6 * * MON' };
  const plan = planOf(
    oneWorkload({ timezone: 'UTC', start: '2026-01-05', horizon: '8 days', strategy }),
  );
  const first = Date.UTC(2026, 0, 5, 6) / 1000;
  const times = [15, 45, 1815, 1845];
  expect([...(plan.strategies[0]?.groups[0]?.times ?? [])]).toEqual(
    [0, 7 * 86400].flatMap((week) => times.map((time) => first + week + time)),
  );
});
