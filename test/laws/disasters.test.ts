import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualLossProbability } from '../../src/model/annual-loss.ts';
import { stream } from '../../src/random/stream.ts';
import { addStretch, newStretches, spreadOf } from '../../src/simulation/aftermath/stretches.ts';
import { survivalOf } from '../../src/simulation/aftermath/survival.ts';
import type { Protection } from '../../src/simulation/engine/protection.ts';
import { copiesOf } from '../../src/simulation/engine/protection.ts';
import type { State } from '../../src/simulation/engine/state.ts';
import type { DisasterPlan } from '../../src/simulation/plan/disaster.ts';
import { disasterFigures } from '../../src/study/disaster-figures.ts';
import { captured } from '../support/captured.ts';
import { copiedScenario } from '../support/copied-scenario.ts';
import { planOf, runOf } from '../support/played.ts';

describe('worst, mean and 95 % of a figure over time', () => {
  it('are those of many samples', () => {
    const stretch = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1, maxLength: 10 }),
        fc.constantFrom(0 as const, 1 as const),
        (all, slope) => {
          const stretches = newStretches(slope);
          const samples: number[] = [];
          for (const [from, lasts] of all) {
            addStretch(stretches, from, lasts);
            for (let k = 0.05; k < lasts; k += 0.1) samples.push(from + slope * k);
          }
          samples.sort((a, b) => a - b);
          const spread = spreadOf(stretches);
          const mean = samples.reduce((a, b) => a + b, 0) / samples.length;
          expect(spread?.mean).toBeCloseTo(mean, 6);
          expect(Math.abs((spread?.worst ?? 0) - (samples.at(-1) ?? 0))).toBeLessThan(0.11);
          const p95 = samples[Math.ceil(0.95 * samples.length) - 1] ?? 0;
          // The 95 % point is right to a ten-thousandth of the range, and samples to their distance.
          expect(Math.abs((spread?.p95 ?? 0) - p95)).toBeLessThan(0.11 + 1e-4 * 1300);
        },
      ),
    );
  });
});

const silentOf = (state: State, { scope, dwell, noticed }: DisasterPlan): number => {
  const mean = (parameter: number | null): number => {
    const one = parameter === null ? null : state.plan.parameters[parameter]?.distribution;
    return one?.kind === 'fixed' ? one.value : 0;
  };
  const isSilent = ['workload', 'corruption', 'online'].includes(scope.kind);
  return isSilent ? mean(dwell) + mean(noticed) : 0;
};

/** The newest good instant of a workload at a moment, found point by point. */
function newestGood(
  state: State,
  disaster: DisasterPlan,
  protection: Protection,
  at: number,
): number {
  const silent = silentOf(state, disaster);
  let best = -Infinity;
  for (const copy of copiesOf(protection)) {
    const survival = survivalOf(state.plan, disaster, copy);
    const { history, policy } = copy;
    if (survival === 'none' || !history) continue;
    for (let run = 0; run < history.time.length; run++) {
      const [time = 0, usable = 0, gone = 0] = [
        history.time[run],
        history.usable[run],
        history.gone[run],
      ];
      const until = survival === 'locked' ? Math.min(gone, usable + policy.lock) : gone;
      if (usable <= at && at < until && time <= at - silent) best = Math.max(best, time);
    }
  }
  return best;
}

/** Scenarios whose copies hold nobody up: no store, link or library sets a limit to anything. */
const freely = copiedScenario.map((drawn) => ({
  ...drawn,
  stores: { disk: { site: 'here' }, tape: { site: 'there' }, bucket: { site: 'there' } },
  links: { wan: { between: ['here', 'there'], rate: '1000 TB/s' } },
  strategies: { plan: { ...drawn.strategies.plan, log: undefined, replicate: undefined } },
}));

describe('a copy more', () => {
  it('never makes the newest good point older, and never makes a loss likelier', () => {
    fc.assert(
      fc.property(freely, (declared) => {
        const without = {
          ...declared,
          strategies: { plan: { ...declared.strategies.plan, copies: undefined } },
        };
        const more = captured(planOf(declared));
        const less = captured(planOf(without));
        const { plan } = less.state;
        for (const [number, disaster] of plan.disasters.entries()) {
          const same = more.state.plan.disasters[number] as DisasterPlan;
          for (const [index, protection] of less.state.protections.entries()) {
            const twin = more.state.protections[index] as Protection;
            for (let k = 0; k <= 50; k++) {
              const at = plan.start + ((plan.end - plan.start) * k) / 50;
              const one = newestGood(less.state, disaster, protection, at);
              expect(newestGood(more.state, same, twin, at)).toBeGreaterThanOrEqual(one);
            }
          }
        }
        for (const impact of less.run.impact) {
          const twin = more.run.impact.find(
            ({ disaster, workload }) =>
              disaster === impact.disaster && workload === impact.workload,
          );
          expect(twin?.unreadable).toBeLessThanOrEqual(impact.unreadable + 1e-15);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a disaster does', () => {
  it('has a mean loss and a bare share that sampling every instant finds as well', () => {
    fc.assert(
      fc.property(freely, (declared) => {
        const { run, state } = captured(planOf(declared));
        const { plan } = state;
        for (const impact of run.impact) {
          const disaster = plan.disasters[impact.disaster] as DisasterPlan;
          const protection = state.protections.find(
            ({ workload, from }) => workload === impact.workload && from === null,
          ) as Protection;
          const damage = disaster.scope.kind === 'workload' ? silentOf(state, disaster) : 0;
          const steps = 4000;
          const losses: number[] = [];
          let [begun, unprotected] = [false, 0];
          for (let k = 0; k < steps; k++) {
            const at = plan.start + ((plan.end - plan.start) * (k + 0.5)) / steps;
            const newest = newestGood(state, disaster, protection, at);
            begun ||= newest !== -Infinity;
            if (!begun) continue;
            if (newest === -Infinity) unprotected++;
            else losses.push(at - newest - damage);
          }
          if (losses.length < steps / 2) continue;
          const step = (plan.end - plan.start) / steps;
          const mean = losses.reduce((a, b) => a + b, 0) / losses.length;
          const most = Math.max(...losses);
          expect(Math.abs((impact.loss?.mean ?? 0) - mean)).toBeLessThan(3 * step + 0.02 * mean);
          expect(Math.abs((impact.loss?.worst ?? 0) - most)).toBeLessThan(2 * step);
          expect(
            Math.abs(impact.unprotected - unprotected / (unprotected + losses.length)),
          ).toBeLessThan(0.02);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('takes the time that its terms add up to, workload by workload and together', () => {
    fc.assert(
      fc.property(copiedScenario, (declared) => {
        const plan = planOf(declared);
        const { impact } = runOf(plan);
        for (const { terms, seconds } of [...impact, ...disasterFigures(plan, impact)]) {
          if (!seconds) continue;
          const sum = terms.reduce((a, b) => a + b, 0);
          expect(Math.abs(sum - seconds.mean)).toBeLessThanOrEqual(1e-9 * sum);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is less likely to find everything unreadable the more often copies are checked', () => {
    const checked = (recheck: string | undefined) => ({
      start: '2026-01-05',
      workloads: { data: { size: '1 TB' } },
      stores: { disk: { latent: '5 %/year' }, tape: { latent: '2 %/year' } },
      strategies: {
        plan: {
          incremental: 'daily at 01:00',
          to: 'disk',
          verify: { method: 'md5', recheck },
          copies: [{ to: 'tape', verify: { method: 'md5', recheck } }],
        },
      },
      disasters: { slip: { scope: 'workload', 'per-year': 1 } },
    });
    const chances = [undefined, '90 d', '20 d', '5 d', '1 d'].map(
      (recheck) => runOf(planOf(checked(recheck))).impact[0]?.unreadable ?? Number.NaN,
    );
    for (const [index, chance] of chances.entries()) {
      expect(chance).toBeGreaterThan(0);
      if (index > 0) expect(chance).toBeLessThanOrEqual(chances[index - 1] ?? 0);
    }
    expect(chances.at(-1)).toBeLessThan(chances[0] ?? 0);
  });
});

describe('loss in a year', () => {
  it('is what years of disasters that are drawn one by one come to', () => {
    const declared = {
      start: '2026-01-05',
      horizon: '60 days',
      workloads: { data: { size: '1 TB' } },
      stores: { disk: {}, tape: {} },
      strategies: {
        plan: {
          incremental: 'every 5 days at 01:00',
          to: 'disk',
          keep: { points: 2 },
          copies: [{ to: 'tape', on: 'monthly on day 20', lock: '9 d', keep: { points: 1 } }],
        },
      },
      // Rates that are far too high, so that a thousand years tell something.
      disasters: {
        ransom: { scope: 'everything online and unlocked', 'per-year': 1.5, dwell: '3 d' },
        slip: { scope: 'workload', 'per-year': 2, dwell: '11 d' },
      },
    };
    const { run, state } = captured(planOf(declared));
    const { plan } = state;
    const luck = stream(1, 'years');
    const protection = state.protections[0] as Protection;
    const begins = plan.disasters.map((disaster) => {
      let at = plan.start;
      while (newestGood(state, disaster, protection, at) === -Infinity) at += 600;
      return at;
    });
    const years = 4000;
    let lost = 0;
    for (let year = 0; year < years; year++) {
      const isLost = plan.disasters.some((disaster, index) => {
        // Waiting times of a Poisson process.
        let [at, hit] = [0, false];
        for (;;) {
          at -= Math.log(1 - luck()) / disaster.perYear;
          if (at > 1) return hit;
          const begin = begins[index] ?? 0;
          const instant = begin + luck() * (plan.end - begin);
          hit ||= newestGood(state, disaster, protection, instant) === -Infinity;
        }
      });
      if (isLost) lost++;
    }
    const perils = run.impact.map(({ disaster, unprotected, unreadable }) => ({
      perYear: plan.disasters[disaster]?.perYear ?? 0,
      lost: unprotected + (1 - unprotected) * unreadable,
    }));
    const closed = annualLossProbability(perils);
    expect(closed).toBeGreaterThan(0.1);
    const deviation = Math.sqrt((closed * (1 - closed)) / years);
    expect(Math.abs(lost / years - closed)).toBeLessThan(4 * deviation);
  });
});
