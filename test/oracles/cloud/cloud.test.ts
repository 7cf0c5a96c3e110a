import { describe, expect, it } from 'vitest';
import { casesOf, nameOf, ownCases } from '../cases.ts';
import { runCase } from '../run-case.ts';
import { failures } from '../verdict.ts';

const cases = casesOf('cloud-costs');

describe('cloud bills', () => {
  for (const one of cases) {
    it(nameOf(one), async () => {
      expect(failures(await runCase('cloud-costs', one))).toEqual([]);
    });

    it(`${one.id} knows every field of its inputs`, async () => {
      const given = { ...one, inputs: { ...one.inputs, moonPhase: 0.5 } };
      await expect(runCase('cloud-costs', given)).rejects.toThrow('moonPhase');
    });
  }

  it.skipIf(!ownCases)('all cases of the file are there', () => {
    expect(cases.map(({ id }) => id)).toEqual([
      ...['C1', 'C2', 'C3', 'C4', 'C5', 'C7', 'C10a', 'C10b', 'C11a', 'C11b', 'C12', 'C16'],
    ]);
  });
});
