import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import { compile } from '../../../src/simulation/compile/compile.ts';
import { declaredFields, writtenFields } from '../declared-paths.ts';
import { declaredScenario } from './scenario-arbitrary.ts';

describe('the scenarios of the laws', () => {
  it('are valid, also when their parts are put together', () => {
    fc.assert(
      fc.property(declaredScenario(), (declared) => {
        const read = readScenario(JSON.stringify(declared), 'law.json');
        expect(read.ok ? [] : read.problems).toEqual([]);
        if (!read.ok) return;
        const plan = compile(read.value.scenario, {
          samples: new Map(),
          series: new Map(),
          prices: null,
        });
        expect(plan.ok ? [] : plan.problems).toEqual([]);
      }),
    );
  });

  it('write every declared field', () => {
    const samples = fc.sample(declaredScenario({ files: true }), { numRuns: 600, seed: 1 });
    const written = new Set(samples.flatMap((one) => writtenFields(one).map(({ field }) => field)));
    expect([...declaredFields().keys()].filter((field) => !written.has(field))).toEqual([]);
  });
});
