import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/simulation/aftermath/run.ts';
import { talliesOf } from '../../src/simulation/engine/tally.ts';
import { DIFFERENTIAL, LEVELS, SEED } from '../../src/simulation/plan/levels.ts';
import { LATENCY, MOVE, SCAN, VERIFY } from '../../src/simulation/sharing/flow-spec.ts';
import { instant, oneWorkload } from '../support/one-workload.ts';
import { planOf, runOf } from '../support/played.ts';

const plans = new Map(
  ['article', 'finance', 'government', 'internet'].map((name) => {
    const url = new URL(`../../scenarios/${name}.yaml`, import.meta.url);
    return [name, planOf(readFileSync(url, 'utf8'))] as const;
  }),
);

/** Plays one strategy of a scenario that ships. */
function shipped(name: string, strategy: string): Run {
  const plan = plans.get(name);
  if (!plan) throw new Error(`there is no scenario ${name}`);
  return runOf(plan, { strategy });
}

/** Mean seconds of a term of the jobs at a level, over the first workload. */
function term({ tallies }: Run, level: (typeof LEVELS)[number], index: number): number {
  const tally = tallies[0]?.[LEVELS.indexOf(level)];
  return (tally?.terms[index] ?? 0) / (tally?.count ?? 0);
}

describe("article.yaml: the article's worked example (ART1 to ART3 of test/oracles/data)", () => {
  it('takes 10 000 s to move, 2.5 ms for the way, and 10 000 s to check afterwards', () => {
    const run = shipped('article', 'full-then-md5');
    expect(term(run, 'seed', MOVE)).toBeCloseTo(10_000, 6);
    expect(term(run, 'seed', LATENCY)).toBeCloseTo(0.0025, 12);
    expect(term(run, 'seed', VERIFY)).toBeCloseTo(10_000, 6);
    expect(run.tallies[0]?.[SEED]?.seconds).toBeCloseTo(20_000.0025, 6);
  });

  it('takes half of that where the check runs while the data moves', () => {
    const run = shipped('article', 'full-with-md5-inline');
    expect(run.tallies[0]?.[SEED]?.seconds).toBeCloseTo(10_000.0025, 6);
  });
});

describe('finance.yaml', () => {
  it('one stream over ssh is held up by its window of 2 MiB, not by the link', () => {
    // 500 km at 1.4 times the distance: 7 ms there and back, so 299.6 MB/s of 1 GB/s.
    const rate = (2 * 2 ** 20) / 0.007;
    const run = shipped('finance', 'nightly-one-stream');
    expect(term(run, 'seed', MOVE)).toBeCloseTo(1e13 / rate, 3);
    expect(run.flows[0]?.specs[0]?.wireCap).toBeCloseTo(rate, 3);
  });

  it('MD5 on one core, 0.6 GB/s by the README of xxHash, checks 10 TB in 16 667 s', () => {
    expect(term(shipped('finance', 'nightly-one-stream'), 'seed', VERIFY)).toBeCloseTo(16_667, 0);
  });

  it('eight streams seed at the rate of the line: 10 000 s', () => {
    expect(term(shipped('finance', 'nightly-eight-streams'), 'seed', MOVE)).toBeCloseTo(10_000, 6);
  });
});

describe('a hospital: 2 TB that grow by 40 GB a day, in full each night at 200 MB/s', () => {
  const hospital = oneWorkload({
    horizon: '1 year',
    workload: { size: '2 TB', growth: '40 GB/day' },
    store: { write: '200 MB/s' },
    strategy: { full: 'daily at 22:00', window: '22:00-06:00', keep: { last: 3 } },
  });

  it('misses the window of eight hours from the night on in which it passes 5.76 TB', () => {
    // 200 MB/s for 8 h are 5.76 TB: 94 days of growth, reached at midnight of the 95th day.
    const { windowOutcomes } = runOf(planOf(hospital));
    expect(windowOutcomes.firstMiss).toBe(instant('2026-01-05T22:00:00Z') + 94 * 86400);
    expect(windowOutcomes.seen).toBe(365);
  });
});

describe('internet.yaml', () => {
  it('one walker looks at a billion files for 67 h', () => {
    const hours = term(shipped('internet', 'one-walker'), 'seed', SCAN) / 3600;
    expect(hours).toBeCloseTo(1e9 / 4170 / 3600, 9);
    expect(Math.round(hours)).toBe(67);
  });

  it('and is skipped on the nights in between', () => {
    expect(shipped('internet', 'one-walker').skipped).toBeGreaterThan(200);
  });
});

describe('government.yaml', () => {
  it('the differential of a week holds the 35 TB that were appended', () => {
    // Fulls on the first of a month at 20:00, differentials on Sundays at 20:00: Sunday 8 February
    // comes seven days after the full of Sunday 1 February, at noon of UTC in Shanghai.
    const plan = plans.get('government');
    if (!plan) throw new Error('no plan');
    const before = { read: 0, jobs: 0 };
    const week: number[] = [];
    runOf(plan, {
      strategy: 'weekly-differential',
      watch: ({ protections: [protection] }) => {
        const tally = protection && talliesOf(protection)[DIFFERENTIAL];
        if (!protection || !tally || tally.count === before.jobs) return;
        const read = tally.bytesRead - before.read;
        Object.assign(before, { read: tally.bytesRead, jobs: tally.count });
        if (protection.job.start === instant('2026-02-08T12:00:00Z')) week.push(read);
      },
    });
    // 35 TB by append, and 0.05 % a day of what was there at the full.
    const source = 200e12 + 5e12 * (27 + 20 / 24);
    expect(week).toHaveLength(1);
    expect(week[0]).toBeCloseTo(35e12 + source * (1 - 0.9995 ** 7), -4);
    expect((week[0] ?? 0) / 35e12).toBeLessThan(1.05);
  });
});
