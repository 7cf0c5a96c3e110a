import { describe, expect, it } from 'vitest';
import { FULL } from '../../../src/simulation/plan/levels.ts';
import { planOf } from '../../support/played.ts';

/** The days of January on which the fulls of three workloads are due; the horizon begins on the 5th. */
function fullsOf(full: string, horizon: string) {
  const size = '1 TB';
  const plan = planOf({
    ...{ start: '2026-01-05', horizon },
    workloads: { a: { size }, b: { size }, c: { size } },
    stores: { disk: {} },
    strategies: { plan: { to: 'disk', full, incremental: 'daily at 01:00', stagger: 'fulls' } },
  });
  const [strategy] = plan.strategies;
  return strategy?.protections.map(({ policy: { group } }) => {
    const { times = [], levels = [] } = strategy.groups[group] ?? {};
    return [...times]
      .filter((_, at) => levels[at] === FULL)
      .map((time) => new Date(time * 1000).getUTCDate());
  });
}

describe('staggered fulls', () => {
  it('come a day apart, each a cycle after the one before', () => {
    expect(fullsOf('weekly on Sunday at 01:00', '20 days')).toEqual([
      [11, 18],
      [12, 19],
      [13, 20],
    ]);
  });

  it('come on the same days where the horizon has but one Sunday', () => {
    expect(fullsOf('weekly on Sunday at 01:00', '8 days')).toEqual([[11], [12], []]);
    expect(fullsOf('yearly on 1 February at 01:00', '8 days')).toEqual([[], [], []]);
  });
});
