import { describe, expect, it } from 'vitest';
import { leavesAt, type VaultPlan } from '../../../src/simulation/plan/vault.ts';
import { seconds } from '../../../src/units/quantity.ts';

describe('media for a vault', () => {
  const vault: VaultPlan = { site: 1, pickUps: null, out: seconds(60), back: seconds(60) };
  const picked = { ...vault, pickUps: Float64Array.of(100, 200, 300) };

  it('leave at once where no pick-up is declared', () => {
    expect(leavesAt(vault, 150)).toBe(150);
  });

  it.each([
    [0, 100],
    [99, 100],
    [100, 100],
    [100.5, 200],
    [299, 300],
    [300, 300],
    [301, Infinity],
  ])('that are ready at %d leave at %d', (ready, leaves) => {
    expect(leavesAt(picked, ready)).toBe(leaves);
  });

  it('never leave where no courier comes within the horizon', () => {
    expect(leavesAt({ ...vault, pickUps: new Float64Array() }, 0)).toBe(Infinity);
  });
});
