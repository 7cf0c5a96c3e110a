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

  it('with an alias in a circle is refused at the alias', () => {
    const read = readPlan(`${SMALL}note: &a [*a]\n`, 'plan.yaml', 'plan');
    expect(!read.ok && read.problems).toMatchObject([
      { path: 'note[0]', message: 'is an alias of what it is part of', place: { line: 5 } },
    ]);
  });

  it('holds no zero byte, which no program could be given', () => {
    const plan = SMALL.replace('rsync: {}', 'a: { command: { backup: [b, "a\\0b"] } }');
    const read = readPlan(plan, 'plan.yaml', 'plan');
    expect(!read.ok && read.problems).toMatchObject([
      { path: 'tools.a.command.backup[1]', message: 'holds a zero byte', place: { line: 4 } },
    ]);
  });

  it('has plain names, told beside all else that is wrong', () => {
    const plan = `
datasets: { 'a b': { files: 20, size: 4096 } }
tools: { ../x: { like: tar }, ok: { like: tra } }
targets: { -disk: local, disk: elsewhere }
`;
    const read = readPlan(plan, 'plan.yaml', 'plan');
    expect(!read.ok && read.problems.map(({ path, place }) => [path, place?.line])).toEqual([
      ['datasets.a b', 2],
      ['datasets.a b.size', 2],
      ['tools.../x', 3],
      ['tools.ok.like', 3],
      ['targets.-disk', 4],
      ['targets.disk', 4],
    ]);
  });

  it.each([
    ['seed: x', 'write a number, for example "7"'],
    [
      'datasets: { a: { files: 1, size: 4096 } }\ntools: { tar: {} }',
      'write a number and a unit, for example "8 KiB"',
    ],
  ])('gets hints that fit its fields: %s', (text, hint) => {
    const read = readPlan(text.startsWith('seed') ? SMALL + text : text, 'plan.yaml', 'plan');
    expect(!read.ok && read.problems.map((one) => one.hint)).toEqual([hint]);
  });

  it('is no scenario, which is all that is said of one', () => {
    const read = readPlan('workloads: {}\nstrategies: {}\n', 'plan.yaml', 'plan');
    expect(!read.ok && read.problems).toMatchObject([
      { path: '', message: 'is a scenario, not a plan of real backups' },
    ]);
  });
});
