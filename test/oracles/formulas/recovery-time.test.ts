import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recoveryTime } from './recovery-time.ts';

describe('recoveryTime', () => {
  it('is the sum of the stages, and names the first of the longest', () => {
    const stage = fc.record({ name: fc.string({ minLength: 1 }), seconds: fc.nat(1e6) });
    fc.assert(
      fc.property(fc.array(stage, { minLength: 1 }), (stages) => {
        const { seconds, longest } = recoveryTime(stages);
        const most = Math.max(...stages.map((one) => one.seconds));
        expect(seconds).toBe(stages.reduce((sum, one) => sum + one.seconds, 0));
        expect(longest).toBe(stages.find((one) => one.seconds === most)?.name);
      }),
    );
  });

  it('without a stage takes no time', () => {
    expect(recoveryTime([])).toEqual({ seconds: 0, longest: 'none' });
  });
});
