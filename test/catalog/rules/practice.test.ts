import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Verdict } from '../../../src/catalog/rules/judge.ts';
import { PRACTICE } from '../../../src/catalog/rules/practice.ts';

interface Copy {
  readonly medium: string;
  readonly offsite: boolean;
  readonly locked: boolean;
  readonly checked: boolean;
}

const copy = fc.record({
  medium: fc.constantFrom('disk', 'tape', 'cloud'),
  offsite: fc.boolean(),
  locked: fc.boolean(),
  checked: fc.boolean(),
});

const rule = PRACTICE.find(({ name }) => name === '3-2-1-1-0');
const count = (copies: readonly Copy[], holds: (one: Copy) => boolean): number =>
  copies.filter(holds).length;

function verdictOn(copies: readonly Copy[]): Verdict {
  if (!rule) throw new Error('there is no rule');
  return judge(rule, {
    copies: 1 + copies.length,
    media: new Set(['disk', ...copies.map(({ medium }) => medium)]).size,
    offsite: count(copies, ({ offsite }) => offsite),
    lockedCopies: count(copies, ({ locked }) => locked),
    unverified: count(copies, ({ checked }) => !checked),
  }).verdict;
}

describe('3-2-1-1-0', () => {
  const digits = [2, 3].flatMap((copies) =>
    [1, 2].flatMap((media) =>
      [0, 1].flatMap((offsite) =>
        [0, 1].flatMap((lockedCopies) =>
          [0, 1].map((unverified) => [copies, media, offsite, lockedCopies, unverified] as const),
        ),
      ),
    ),
  );

  it.each(digits)('%i copies, %i media, %i off-site, %i locked, %i unchecked', (...row) => {
    if (!rule) throw new Error('there is no rule');
    const [copies, media, offsite, lockedCopies, unverified] = row;
    const { verdict, clauses } = judge(rule, { copies, media, offsite, lockedCopies, unverified });
    const wanted = [copies === 3, media === 2, offsite === 1, lockedCopies === 1, unverified === 0];
    expect(clauses.map((clause) => clause.verdict === 'kept')).toEqual(wanted);
    expect(verdict).toBe(wanted.every(Boolean) ? 'kept' : 'broken');
  });

  it('is kept by a local disk copy and a locked one on tape elsewhere, both checked', () => {
    const local = { medium: 'disk', offsite: false, locked: false, checked: true };
    const tape = { medium: 'tape', offsite: true, locked: true, checked: true };
    expect(verdictOn([local, tape])).toBe('kept');
    expect(verdictOn([local, { ...tape, checked: false }])).toBe('broken');
    expect(verdictOn([tape])).toBe('broken');
  });

  it('is never broken by one more copy that is checked as the others are', () => {
    fc.assert(
      fc.property(fc.array(copy, { maxLength: 5 }), copy, (copies, more) => {
        const before = verdictOn(copies);
        const after = verdictOn([...copies, { ...more, checked: true }]);
        if (before === 'kept') expect(after).toBe('kept');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('3-2-1', () => {
  it('asks for neither a lock nor a check', () => {
    const plain = PRACTICE.find(({ name }) => name === '3-2-1');
    if (!plain) throw new Error('there is no rule');
    const facts = { copies: 3, media: 2, offsite: 1, lockedCopies: 0, unverified: 2 };
    expect(judge(plain, facts).verdict).toBe('kept');
  });
});
