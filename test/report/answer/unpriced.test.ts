import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';

const NO_STAFF = 'plan: cost.staff-hours has no price: the cost is told as "at least"';

/** A store that is bought for 6000 USD, and what is said of people. */
const answered = async (cost: Declared, more: Declared = {}) => {
  const result = await resultOf(
    oneWorkload({ store: { cost: { once: '6000 USD' } }, cost, ...more }),
  );
  const warned = result.warnings.filter((warning) => warning.includes('staff-hours'));
  return { ...strategyOf(result, 'plan'), warned, advice: result.advice };
};

describe('the time of people', () => {
  it('without a price makes the cost at least that of the rest, and is warned of', async () => {
    const { cost, unpriced, warned, advice } = await answered({ 'staff-hours': 2 });
    expect(unpriced).toEqual([{ store: null, part: 'people', currency: null }]);
    // 6000 USD over five years.
    expect([cost?.total.mean, cost?.complete]).toEqual([1200, false]);
    expect(warned).toEqual([`${NO_STAFF}; give cost.staff, 0 if free`]);
    expect(advice.take).toBe('plan');
  });

  it('without a price leaves a limit on the cost undecided that the rest keeps', async () => {
    const { objectives } = await answered(
      { 'staff-hours': 2 },
      { objectives: { cost: '2000 USD/year' } },
    );
    expect(objectives.find(({ name }) => name === 'cost')).toMatchObject({
      met: false,
      undecided: 'not priced: staff time',
    });
  });

  it('has a price where it is free, or where nobody spends any', async () => {
    for (const cost of [{ 'staff-hours': 2, staff: '0 USD/h' }, { 'staff-hours': 0 }, {}]) {
      const { cost: told, unpriced, warned } = await answered(cost);
      expect([told?.complete, unpriced, warned]).toEqual([true, [], []]);
    }
  });

  it('is warned of where nothing else has a price, and there is no cost', async () => {
    const result = await resultOf(oneWorkload({ cost: { 'staff-hours': 2 } }));
    expect(strategyOf(result, 'plan').cost).toBeNull();
    expect(result.warnings).toContainEqual(expect.stringContaining(NO_STAFF));
  });

  it('tells no strategies apart: all pay for it', async () => {
    const strategies = { one: { keep: { last: 1 } }, two: { keep: { last: 9 } } };
    const declared = oneWorkload({
      store: { cost: { once: '6000 USD' } },
      cost: { 'staff-hours': 2 },
    });
    const full = { full: 'daily at 00:00' };
    const { advice } = await resultOf({
      ...declared,
      strategies: { one: { ...full, ...strategies.one }, two: { ...full, ...strategies.two } },
    });
    expect(advice.why).not.toContain('cannot be compared by cost');
  });
});
