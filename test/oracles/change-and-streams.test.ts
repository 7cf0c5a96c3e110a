import { describe, expect, it } from 'vitest';
import { casesOf, nameOf, ownCases } from './cases.ts';
import { formulaOf } from './formula-answers.ts';
import { runCase } from './run-case.ts';
import { failures } from './verdict.ts';

// Those that a formula alone answers are in formulas.test.ts.
const cases = casesOf('change-and-loss').filter((one) => formulaOf(one) === undefined);

describe('changed data and the limits of one stream', () => {
  for (const one of cases) {
    it(nameOf(one), async () => {
      expect(failures(await runCase('change-and-loss', one))).toEqual([]);
    });
  }

  it.skipIf(!ownCases)('all cases of the file are there', () => {
    expect(cases.map(({ id }) => id)).toEqual([
      ...['CH-U1', 'CH-U2', 'CH-U5', 'CH-H20-80', 'CH-H5-90', 'CH-H2-95'],
      ...['CH-Z0', 'CH-Z0.6', 'CH-Z0.8', 'CH-Z1', 'CH-Z1.2', 'WN1', 'WN2', 'WN3'],
    ]);
  });
});
