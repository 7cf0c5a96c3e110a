import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { State } from '../../src/simulation/engine/state.ts';
import { share } from '../../src/simulation/sharing/filling.ts';
import { type FlowSpec, MOVE } from '../../src/simulation/sharing/flow-spec.ts';
import { classOf, newSharing, type Sharing } from '../../src/simulation/sharing/sharing.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { type Declared, planOf, runOf, secondsOf } from '../support/played.ts';
import { filledByHand, type SharedSystem, type SharingClass } from '../support/water-filling.ts';

const RESOURCES = 4;
const weight = fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 10, noNaN: true }));
const flows = fc.record({
  members: fc.integer({ min: 1, max: 5 }),
  cap: fc.oneof(fc.double({ min: 0.1, max: 1000, noNaN: true }), fc.constant(Infinity)),
  uses: fc.array(weight, { minLength: RESOURCES, maxLength: RESOURCES }),
});
const capacities = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), {
  minLength: RESOURCES,
  maxLength: RESOURCES,
});
/** A flow that nothing limits is over at once and never shares anything. */
const isLimited = ({ cap, uses }: SharingClass): boolean =>
  cap < Infinity || uses.some((use) => use > 0);
const system = fc
  .tuple(capacities, fc.array(flows.filter(isLimited), { minLength: 1, maxLength: 8 }))
  .map(([capacity, classes]) => ({ capacity, classes }));
function specOf({ cap, uses }: SharingClass): FlowSpec {
  const used = uses.flatMap((use, resource) => (use > 0 ? [{ use, resource }] : []));
  return {
    resources: Int32Array.from(used, ({ resource }) => resource),
    fixed: Float64Array.from(used, ({ use }) => use),
    byRatio: new Float64Array(used.length),
    cap,
    wireCap: Infinity,
    worker: null,
    stages: [],
    term: MOVE,
  };
}

/** The rates that the engine gives, class by class. */
function ratesOf({ capacity, classes }: SharedSystem): number[] {
  const sharing = newSharing(Float64Array.from(capacity));
  const groups = classes.map((one) => {
    const group = classOf(sharing, specOf(one), 1, 0);
    group.members = one.members;
    return group;
  });
  share(sharing);
  return groups.map(({ rate }) => rate);
}

const loadsOf = ({ capacity, classes }: SharedSystem, rates: readonly number[]): number[] =>
  capacity.map((_, resource) =>
    classes.reduce(
      (sum, { members, uses }, index) =>
        sum + members * (uses[resource] ?? 0) * (rates[index] ?? 0),
      0,
    ),
  );

const SURE = 1e-9;

describe('max-min fairness', () => {
  it('gives the rates of water filling by hand', () => {
    fc.assert(
      fc.property(system, (one) => {
        const byHand = filledByHand(one);
        for (const [index, rate] of ratesOf(one).entries()) {
          const wanted = byHand[index] ?? 0;
          expect(Math.abs(rate - wanted)).toBeLessThanOrEqual(SURE * wanted);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never gives more than there is', () => {
    fc.assert(
      fc.property(system, (one) => {
        const rates = ratesOf(one);
        for (const [resource, load] of loadsOf(one, rates).entries()) {
          expect(load).toBeLessThanOrEqual((one.capacity[resource] ?? 0) * (1 + SURE));
        }
        for (const [index, { cap }] of one.classes.entries()) {
          expect(rates[index]).toBeLessThanOrEqual(cap * (1 + SURE));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no flow that could have more without taking it from one that has no more', () => {
    fc.assert(
      fc.property(system, (one) => {
        const rates = ratesOf(one);
        const loads = loadsOf(one, rates);
        for (const [index, { cap, uses }] of one.classes.entries()) {
          const own = rates[index] ?? 0;
          const isHeld = uses.some((use, resource) => {
            if (use === 0) return false;
            const full = (loads[resource] ?? 0) >= (one.capacity[resource] ?? 0) * (1 - SURE);
            const others = one.classes.map((other, i) =>
              (other.uses[resource] ?? 0) > 0 ? (rates[i] ?? 0) : 0,
            );
            return full && own >= Math.max(...others) * (1 - SURE);
          });
          expect(own >= cap * (1 - SURE) || isHeld).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** What shares in the midst of a run. */
function systemOf({ resources, active }: Sharing): SharedSystem {
  return {
    capacity: resources.map(({ capacity }) => capacity),
    classes: active.map(({ members, cap, uses }) => ({
      members,
      cap,
      uses: resources.map((one) => uses.find(({ resource }) => resource === one)?.weight ?? 0),
    })),
  };
}

describe('in the midst of a run', () => {
  it('the rates are those of water filling by hand, whoever came or went', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyScenario, fc.nat(), (declared, seed) => {
        const plan = planOf(declared);
        for (const { name } of plan.strategies) {
          let worst = 0;
          const watch = ({ sharing }: State): void => {
            if (sharing.stale || sharing.active.length === 0) return;
            compared++;
            const byHand = filledByHand(systemOf(sharing));
            for (const [place, wanted] of byHand.entries()) {
              const rate = sharing.active[place]?.rate ?? Number.NaN;
              worst = Math.max(worst, Math.abs(rate - wanted) / wanted);
            }
          };
          runOf(plan, { strategy: name, seed, watch });
          expect(worst).toBeLessThanOrEqual(1e-6);
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});

describe('jobs that run together', () => {
  const sharingALink = (sizes: readonly number[], rates: readonly string[] = []): Declared => ({
    start: '2026-01-05',
    horizon: '1 day',
    sites: { here: {}, there: {} },
    workloads: Object.fromEntries(
      sizes.map((size, index) => [
        `w${index}`,
        { site: 'here', size: `${size} GB`, read: rates[index], compressibility: 1, duplicates: 0 },
      ]),
    ),
    links: { wan: { between: ['here', 'there'], rate: '1 GB/s' } },
    stores: { vault: { site: 'there' } },
    strategies: { plan: { full: 'daily at 00:00' } },
  });
  const seconds = (declared: Declared, count: number): number[] => {
    const run = runOf(planOf(declared));
    return Array.from({ length: count }, (_, index) => secondsOf(run, index)[0] ?? Number.NaN);
  };

  it('two on one link get half each, and the longer one all of it afterwards', () => {
    const [short = 0, long = 0] = seconds(sharingALink([100, 300]), 2);
    expect(short).toBeCloseTo(200, 9);
    expect(long).toBeCloseTo(400, 9);
  });

  it('what one cannot use the others get', () => {
    const [slow = 0, fast = 0, other = 0] = seconds(
      sharingALink([100, 400, 800], ['200 MB/s', undefined, undefined] as string[]),
      3,
    );
    // 200 MB/s for the slow one leaves 400 MB/s each; from 500 s on 500 MB/s each.
    expect(slow).toBeCloseTo(500, 9);
    expect(fast).toBeCloseTo(900, 9);
    // 200 GB by 500 s, 200 GB more by 900 s, and the last 400 GB alone.
    expect(other).toBeCloseTo(1300, 9);
  });

  it('take as long together as one after the other, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 }),
        (sizes) => {
          const all = sizes.reduce((sum, size) => sum + size, 0);
          const last = Math.max(...seconds(sharingALink(sizes), sizes.length));
          expect(Math.abs(last - all)).toBeLessThanOrEqual(1e-9 * all);
        },
      ),
      { numRuns: 40 },
    );
  });
});
