import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/reading/read.ts';
import { declaredScenario } from './arbitraries/scenario-arbitrary.ts';
import { writeScenario } from './write-scenario.ts';

const scenarioIn = (text: string) => {
  const read = readScenario(text, 'law.yaml');
  return read.ok ? read.value.scenario : read.problems;
};

describe('writeScenario', () => {
  it('writes what reads as the same scenario', () => {
    fc.assert(
      fc.property(declaredScenario({ files: true }), (declared) => {
        const scenario = scenarioIn(JSON.stringify(declared));
        expect(scenario).toHaveProperty('workloads');
        expect(scenarioIn(writeScenario(declared))).toEqual(scenario);
      }),
    );
  });

  it('writes neither aliases nor folded lines', () => {
    const keep = { daily: 7 };
    const note = 'word '.repeat(60).trim();
    const text = writeScenario({ note, strategies: { a: { keep }, b: { keep } } });
    expect(text).toBe(
      `note: ${note}\nstrategies:\n  a:\n    keep:\n      daily: 7\n  b:\n    keep:\n      daily: 7\n`,
    );
  });
});
