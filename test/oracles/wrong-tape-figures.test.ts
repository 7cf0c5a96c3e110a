import { describe, expect, it } from 'vitest';
import { tapeDrive } from '../../src/catalog/tape-drives.ts';
import { casesOf, type OracleCase, ownCases } from './cases.ts';
import { runFormula } from './formula-kind.ts';
import { diskPool } from './formulas/capacity.ts';
import { present } from './front-door.ts';
import { TAPE_KINDS } from './tape-answers.ts';
import { failures } from './verdict.ts';

const own = (id: string): OracleCase =>
  present(
    casesOf('tape-and-capacity').find((one) => one.id === id),
    id,
  );

/** What comes of a case of the file when it expects something else. */
const expecting = (id: string, expected: OracleCase['expected']): readonly string[] =>
  failures(runFormula(TAPE_KINDS, { ...own(id), expected }));

describe.skipIf(!ownCases)('published figures that are wrong', () => {
  it('pull request 277 of mosamlife/wpmgr: 100 sites of 2 GB need 300 to 600 GB, not 200 to 300 GB', () => {
    // Its own rule is one and a half to three times the data.
    const [least, most] = [0.5, 2].map((margin) =>
      diskPool([{ count: 100, bytes: 2e9, saving: 0 }], margin),
    );
    expect([least, most]).toEqual([300e9, 600e9]);
    expect([least, most]).not.toEqual([200e9, 300e9]);
  });

  it.each([
    ['lto-7', 6e12, 12e12],
    ['lto-8', 12e12, 15e12],
  ])('calculator.city: %s holds %d bytes, not %d', (name, right, printed) => {
    const { capacity } = present(tapeDrive(name), name);
    expect(capacity.value).toBe(right);
    expect(capacity.value).not.toBe(printed);
  });

  it('Lewan, Sizing a tape library: Friday asks for 75 GB/h, not 0.075 GB/h', () => {
    expect(expecting('D7', { gbPerHour: [479.17, 75] })).toEqual([]);
    expect(expecting('D7', { gbPerHour: [479.17, 0.075] })).toEqual(['gbPerHour.1: 75 for 0.075']);
    expect(expecting('D7', { printedGbPerHour: [479.17, 0.075] })).toEqual([]);
  });

  it('Arcserve r16 guide: the tapes of the increments have a margin of 8 %, not 9 %', () => {
    expect(expecting('D4', { incrementMarginPercent: 8 })).toEqual([]);
    expect(expecting('D4', { incrementMarginPercent: 9 })).toEqual([
      'incrementMarginPercent: 8 for 9',
    ]);
    expect(expecting('D4', { printedIncrementMarginPercent: 9 })).toEqual([]);
    // What is right may not pass for what is wrong.
    expect(expecting('D4', { printedIncrementMarginPercent: 8 })).not.toEqual([]);
  });
});
