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

  it('holds no zero byte, which no program could be given', () => {
    const plan = SMALL.replace('rsync: {}', 'a: { command: { backup: [b, "a\\0b"] } }');
    const read = readPlan(plan, 'plan.yaml', 'plan');
    expect(!read.ok && read.problems).toMatchObject([
      { path: 'tools.a.command.backup[1]', message: 'holds a zero byte', place: { line: 4 } },
    ]);
  });
});
