import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/benchmark/step.ts';
import { stepsOf } from '../../../src/benchmark/steps.ts';
import { armed } from '../../../src/gate/run/arms.ts';
import { pairedOrder } from '../../../src/gate/run/paired-order.ts';
import { INSTALLED } from '../../../src/gate/run/side.ts';
import { stream } from '../../../src/random/stream.ts';
import { planOf, SMALL } from '../../support/bench-plan.ts';

const made = armed({ ...planOf(SMALL), repetitions: 1 }, INSTALLED, INSTALLED, true);
if (!made.ok) throw new Error('cannot be armed');
const { plan, arms } = made.value;
const steps = stepsOf(plan);
const order = (seed: number): readonly Step[] => pairedOrder(steps, arms, stream(seed, 'pairs'));
const names = (all: readonly Step[]): readonly string[] => all.map(({ id }) => id);
const firstOf = (all: readonly Step[], tool: string): string =>
  names(all)
    .find((id) => id.includes(`/${tool}-`))
    ?.includes('-before/')
    ? 'before'
    : 'after';

describe('the order of pairs', () => {
  it('holds each step once, and none before what it waits for', () => {
    const all = order(1);
    expect([...names(all)].sort()).toEqual([...names(steps)].sort());
    for (const [index, { after }] of all.entries()) {
      const earlier = names(all.slice(0, index));
      expect(after.filter((id) => !earlier.includes(id))).toEqual([]);
    }
  });

  it('has each step beside its twin', () => {
    const all = order(2).filter(({ kind }) => kind !== 'dataset');
    for (let index = 0; index < all.length; index += 2) {
      const [one, twin] = names(all.slice(index, index + 2)).map((id) =>
        id.replace(/-(before|after)\//, '/'),
      );
      expect(twin).toBe(one);
    }
  });

  it('is given by a fair coin for each pair, and by the seed alone', () => {
    const firsts = Array.from({ length: 400 }, (_, seed) => order(seed)).map((all) => [
      firstOf(all, 'tar'),
      firstOf(all, 'rsync'),
    ]);
    const share = (of: (one: string[]) => boolean): number => firsts.filter(of).length / 400;
    // Five standard deviations of a share of 400: 0.125; of a quarter 0.11.
    expect(Math.abs(share(([tar]) => tar === 'before') - 0.5)).toBeLessThan(0.125);
    const both = share(([tar, rsync]) => tar === 'before' && rsync === 'before');
    expect(Math.abs(both - 0.25)).toBeLessThan(0.11);
    expect(names(order(7))).toEqual(names(order(7)));
  });
});
