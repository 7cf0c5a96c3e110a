import { describe, expect, it } from 'vitest';
import { CAPACITY_KINDS } from './capacity-answers.ts';
import { casesOf, nameOf, type OracleCase, ownCases } from './cases.ts';
import { DURABILITY_KINDS } from './durability-answers.ts';
import { runFormula } from './formula-kind.ts';
import { TAPE_KINDS } from './tape-answers.ts';
import { failures } from './verdict.ts';

const KINDS = [...TAPE_KINDS, ...CAPACITY_KINDS, ...DURABILITY_KINDS];
const cases = casesOf('tape-and-capacity');

const run = (one: OracleCase): readonly string[] => failures(runFormula(KINDS, one));

/** The same value, only wrong: numbers off by a hundredth, what is true false, lists longer. */
function damaged(value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 1 : value * 1.02;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return [damaged(value[0]), ...value.slice(1)];
  return 'something else';
}

describe('tape, capacity and durability', () => {
  for (const one of cases) it(nameOf(one), () => expect(run(one)).toEqual([]));

  it.skipIf(!ownCases)('all cases of the file are there, and every kind has one', () => {
    expect(cases.map(({ id }) => id).join(' ')).toBe(
      'D1 D3 D4 D6a D6b D7 D9 D10 D11a D11b D12a D12b D15a D15b LTO1 LTO2',
    );
    const unused = KINDS.filter(({ takes }) => !cases.some(({ inputs }) => takes(inputs)));
    expect(unused).toEqual([]);
  });
});

describe('a case', () => {
  it.skipIf(!ownCases).each(cases)('$id does not pass with any expected value damaged', (one) => {
    for (const [field, value] of Object.entries(one.expected)) {
      if (field === 'durability') continue;
      const expected = { ...one.expected, [field]: damaged(value) };
      expect(run({ ...one, expected }), field).not.toEqual([]);
      if (!Array.isArray(value)) continue;
      const longer = { ...one.expected, [field]: [...value, value[0]] };
      expect(run({ ...one, expected: longer }), field).not.toEqual([]);
    }
  });

  it.each(cases)('$id is refused where nothing answers a field or takes an input', (one) => {
    const asking = { ...one, expected: { ...one.expected, moonPhase: 0.5 } };
    expect(() => run(asking)).toThrow('nothing answers the field moonPhase');
    const given = { ...one, inputs: { ...one.inputs, moonPhase: 0.5 } };
    expect(() => run(given)).toThrow(/no formula takes the inputs .*moonPhase/);
  });

  it.skipIf(!ownCases)('with a durability one loss too low does not pass', () => {
    const coded = cases.filter(({ expected }) => 'durability' in expected);
    expect(coded).not.toEqual([]);
    for (const one of coded) {
      const twice = 1 - 2 * Number(one.expected.annualLossProbability);
      expect(run({ ...one, expected: { durability: twice } })).not.toEqual([]);
    }
  });

  it('that several kinds take is refused', () => {
    const [one] = cases;
    const twice = [...KINDS, ...KINDS];
    if (one) expect(() => runFormula(twice, one)).toThrow('several formulas take the inputs');
  });
});
