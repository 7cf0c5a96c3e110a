import { describe, expect, it } from 'vitest';
import { casesOf, nameOf, ownCases } from './cases.ts';
import { formulaOf } from './formula-answers.ts';

const cases = casesOf('change-and-loss').filter((one) => formulaOf(one) !== undefined);

describe('cases that a formula alone answers', () => {
  for (const one of cases) it(nameOf(one), () => formulaOf(one)?.());

  it.skipIf(!ownCases)('all cases of the file are there', () => {
    expect(cases.map(({ id }) => id)).toEqual(['CL-6', 'CL-29', 'TS', 'SC']);
  });
});
