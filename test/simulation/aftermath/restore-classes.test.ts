import { describe, expect, it } from 'vitest';
import { addByClass } from '../../../src/simulation/aftermath/restore-classes.ts';
import { newArena } from '../../../src/simulation/arena.ts';
import { newHistory } from '../../../src/simulation/chain/history.ts';
import type { CloudPlan } from '../../../src/simulation/plan/cloud.ts';
import { classNamed } from '../../support/stored-segments.ts';

const standard = classNamed('cloud/aws-s3-standard');
const cloud = {
  class: standard,
  transitions: [{ after: 10, to: classNamed('cloud/aws-s3-deep-archive') }],
} as unknown as CloudPlan;

describe('addByClass', () => {
  it('divides a time at the ages at which bytes move', () => {
    const history = newHistory(1, newArena(), true);
    history.usable[0] = 100;
    history.before[0] = -1;
    history.own[0] = 8;
    history.reads[0] = 8;
    const sums = new Float64Array(2);
    addByClass(sums, cloud, history, { run: 0, begin: 104, end: 124, bytes: 8 });
    // 6 s until the age of 10, then 14 s.
    expect([...sums]).toEqual([8 * 6, 8 * 14]);
  });

  it('takes an increment and its full by their own ages', () => {
    const history = newHistory(2, newArena(), true);
    history.usable.set([100, 120]);
    history.before.set([-1, 0]);
    history.own.set([90, 10]);
    history.reads.set([90, 100]);
    const sums = new Float64Array(2);
    addByClass(sums, cloud, history, { run: 1, begin: 122, end: 123, bytes: 100 });
    expect([...sums]).toEqual([expect.closeTo(10, 9), expect.closeTo(90, 9)]);
  });

  it('takes what a pool replaced from all ages alike', () => {
    const history = newHistory(3, newArena(), true);
    history.usable.set([100, 120, 121]);
    history.before.set([-1, 0, 1]);
    history.own.set([100, 10, 20]);
    history.reads.set([100, 100, 100]);
    const sums = new Float64Array(2);
    addByClass(sums, cloud, history, { run: 2, begin: 122, end: 123, bytes: 100 });
    // 20 new; of the 80 that stay a tenth is from the run before, the rest from the first.
    expect([...sums]).toEqual([expect.closeTo(28, 9), expect.closeTo(72, 9)]);
  });
});
