import { describe, expect, it } from 'vitest';
import { readPlan } from '../../src/benchmark/read-plan.ts';
import { planOf, SMALL } from '../support/bench-plan.ts';

describe('a plan', () => {
  it('verifies once by each method, however often it is named', () => {
    expect(planOf(`${SMALL}verify: [md5, bytes, md5]\n`).verify).toEqual(['md5', 'bytes']);
  });

  it('has no seed that a file of measurements could not hold', () => {
    const read = readPlan(`${SMALL}seed: 100000000000000000\n`, 'plan.yaml', 'plan');
    expect(!read.ok && read.problems).toMatchObject([{ path: 'seed' }]);
  });
});
