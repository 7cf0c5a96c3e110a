import { describe, expect, it } from 'vitest';
import { holm } from '../../../src/gate/statistics/holm.ts';

describe('Holm', () => {
  it('multiplies the least by the number of tests, the next by one less, and never falls', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.5, 0.002])).toEqual([0.5, 0.004]);
  });

  it('gives at most 1, and changes nothing of one test', () => {
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([0.2])).toEqual([0.2]);
    expect(holm([])).toEqual([]);
  });
});
