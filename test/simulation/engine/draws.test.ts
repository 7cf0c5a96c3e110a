import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawValues, placeOf } from '../../../src/simulation/engine/draws.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { planOf } from '../../support/played.ts';

const trial = (number: number) => ({ kind: 'trial', number }) as const;

/** The value of one quantity in a trial. */
function drawn(plan: ReturnType<typeof planOf>, name: string, number: number): number {
  const values = drawValues(plan, 7, trial(number));
  return values[plan.parameters.findIndex((one) => one.name === name)] ?? Number.NaN;
}

const size = (spread: string) => planOf(oneWorkload({ workload: { size: spread } }));

describe('the luck of a quantity', () => {
  it('is the same whatever is known of it: its quantile stays', () => {
    const [narrow, wide] = [size('1 TB ± 10 %'), size('1 TB ± 50 %')];
    for (let number = 0; number < 40; number++) {
      const one = drawn(narrow, 'workloads.data.size', number) / 1e12 - 1;
      const other = drawn(wide, 'workloads.data.size', number) / 1e12 - 1;
      expect(other / 0.5).toBeCloseTo(one / 0.1, 9);
    }
  });

  it('is that of its neighbours in no trial', () => {
    const plan = planOf(
      oneWorkload({
        workload: { size: '1 TB ± 50 %', compressibility: '2 ± 50 %' },
        store: { write: '1 GB/s ± 50 %' },
      }),
    );
    for (let number = 0; number < 40; number++) {
      const lucks = [
        drawn(plan, 'workloads.data.size', number) / 1e12,
        drawn(plan, 'workloads.data.compressibility', number) / 2,
        drawn(plan, 'stores.disk.write', number) / 1e9,
      ];
      expect(new Set(lucks.map((luck) => luck.toPrecision(6))).size).toBe(3);
    }
  });

  it('is none where every input stands at its mean', () => {
    const plan = size('1 TB ± 50 %');
    expect(drawValues(plan, 1, { kind: 'expected' })).toEqual(
      drawValues(plan, 2, { kind: 'expected' }),
    );
  });
});

describe('the place of a quantity', () => {
  it('is in the family of its thing, by what it is', () => {
    expect(placeOf('workloads.ledger.size')).toEqual({
      name: 'workloads.ledger.size',
      family: 'workloads.ledger',
      dimension: 0,
    });
    expect(placeOf('workloads.ledger.change.per-day')).toMatchObject({
      family: 'workloads.ledger',
      dimension: 1,
    });
  });

  it('is a family of its own where it is no such field', () => {
    expect(placeOf('failure')).toMatchObject({ family: 'failure', dimension: 20 });
    expect(placeOf('workloads.a.change.measured[0].changed')).toMatchObject({ dimension: 20 });
  });

  it('is shared by no two names', () => {
    const part = fc.constantFrom('size', 'read', 'rate', 'a', 'change.per-day');
    const names = fc.uniqueArray(
      fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
      { minLength: 2, maxLength: 40 },
    );
    fc.assert(
      fc.property(names, (all) => {
        const places = all.map((name) => {
          const { family, dimension } = placeOf(name);
          return `${dimension} ${family}`;
        });
        expect(new Set(places).size).toBe(all.length);
      }),
    );
  });
});
