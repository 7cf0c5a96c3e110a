import { describe, expect, it } from 'vitest';
import { type CaseKind, casesOf, type OracleCase } from './cases.ts';
import { formulaOf } from './formula-answers.ts';
import { runCase } from './run-case.ts';
import { failures } from './verdict.ts';

const kinds: readonly CaseKind[] = [
  'restore-point-chains',
  'retention-dates',
  'change-and-loss',
  'cloud-costs',
];
const isPolicy = (one: OracleCase): boolean => formulaOf(one) === undefined;
const firstOf = kinds.flatMap((kind) => {
  const one = casesOf(kind).find(isPolicy);
  return one ? [{ kind, one }] : [];
});

/** The same value, only wrong: numbers off, texts and lists longer. */
function damaged(value: unknown): unknown {
  if (typeof value === 'number') return value * 1.01 + 1;
  if (typeof value === 'string') return `${value}0`;
  if (Array.isArray(value)) return [...value.slice(1), damaged(value[0])];
  return Object.fromEntries(
    Object.entries(value as object).map(([key, part]) => [key, damaged(part)]),
  );
}

describe('a case', () => {
  it('is there', () => {
    expect(firstOf).not.toEqual([]);
  });

  it.each(firstOf)(
    'of $kind does not pass with any expected value damaged',
    async ({ kind, one }) => {
      for (const [field, value] of Object.entries(one.expected)) {
        const expected = { ...one.expected, [field]: damaged(value) };
        expect(failures(await runCase(kind, { ...one, expected })), field).not.toEqual([]);
      }
    },
  );

  it.each(firstOf)('of $kind is refused where nothing answers a field', async ({ kind, one }) => {
    const asking = { ...one, expected: { ...one.expected, moonPhase: 0.5 } };
    await expect(runCase(kind, asking)).rejects.toThrow('nothing answers the field moonPhase');
    const given = { ...one, inputs: { ...one.inputs, moonPhase: 0.5 } };
    await expect(runCase(kind, given)).rejects.toThrow('moonPhase');
    const vague = { ...one, tolerance: { default: { roughly: 1 } } };
    if (kind === 'change-and-loss') {
      await expect(runCase(kind, vague)).rejects.toThrow('unknown tolerance roughly');
    }
  });
});
