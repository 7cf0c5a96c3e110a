import { describe, expect, it } from 'vitest';
import { casesOf, nameOf, ownCases } from './cases.ts';
import { runCase } from './run-case.ts';
import { failures } from './verdict.ts';

const cases = casesOf('change-and-loss');
// Formulas without a policy are held where the formula is, in test/model/.
const isFormula = (id: string): boolean => /^(CL|TS|SC)/.test(id);

describe('changed data and the limits of one stream', () => {
  for (const one of cases.filter(({ id }) => !isFormula(id))) {
    it(nameOf(one), async () => {
      expect(failures(await runCase('change-and-loss', one))).toEqual([]);
    });
  }

  it.skipIf(!ownCases)('all cases of the file are there', () => {
    const ids = cases.map(({ id }) => id).filter((id) => !isFormula(id));
    expect(ids).toEqual([
      ...['CH-U1', 'CH-U2', 'CH-U5', 'CH-H20-80', 'CH-H5-90', 'CH-H2-95'],
      ...['CH-Z0', 'CH-Z0.6', 'CH-Z0.8', 'CH-Z1', 'CH-Z1.2', 'WN1', 'WN2', 'WN3'],
    ]);
  });
});
