import { describe, expect, it } from 'vitest';
import { casesOf, nameOf, ownCases } from './cases.ts';
import { runCase } from './run-case.ts';
import { failures } from './verdict.ts';

const cases = casesOf('restore-point-chains');

describe('restore-point chains, as published calculators replay them', () => {
  for (const one of cases) {
    it(nameOf(one), async () => {
      expect(failures(await runCase('restore-point-chains', one))).toEqual([]);
    });
  }

  it.skipIf(!ownCases)('all cases of the file are there', () => {
    const first = Array.from({ length: 19 }, (_, index) => `A${index + 1}`);
    expect(cases.map(({ id }) => id)).toEqual([...first, 'A29', 'A30', 'A31']);
  });
});
