import { describe, expect, it } from 'vitest';
import { both, either } from '../../../src/catalog/rules/clause.ts';
import { sayFact } from '../../../src/catalog/rules/facts.ts';
import type { Decision, Test } from '../../../src/catalog/rules/rule.ts';

const KEPT: Decision = { verdict: 'kept', found: 'yes' };
const BROKEN: Decision = { verdict: 'broken', found: 'no' };
const OPEN: Decision = { verdict: 'undecided', missing: [{ what: 'a', write: 'b' }] };
const always =
  (decision: Decision): Test =>
  () =>
    decision;

describe('joined tests', () => {
  it.each([
    [KEPT, KEPT, 'kept', 'kept'],
    [KEPT, BROKEN, 'kept', 'broken'],
    [KEPT, OPEN, 'kept', 'undecided'],
    [BROKEN, BROKEN, 'broken', 'broken'],
    [BROKEN, OPEN, 'undecided', 'broken'],
    [OPEN, OPEN, 'undecided', 'undecided'],
  ])('%o with %o: either is %s, both are %s', (one, other, one_of, all) => {
    for (const pair of [
      [one, other],
      [other, one],
    ] as const) {
      expect(either(...pair.map(always))({}).verdict).toBe(one_of);
      expect(both(...pair.map(always))({}).verdict).toBe(all);
    }
  });

  it('name once what is missing for several', () => {
    expect(either(always(OPEN), always(OPEN))({})).toEqual(OPEN);
  });
});

describe('sayFact', () => {
  it.each([
    ['retention', 30 * 365 * 86_400, 'points are kept for: 30 years'],
    ['retention', 90 * 86_400, 'points are kept for: 90 d'],
    ['drillEvery', Infinity, 'restore drill: never'],
    ['rto', Infinity, 'slowest restore: without end'],
    ['copies', 3, 'copies with the original: 3'],
    ['batches', Infinity, 'transfers to another site a day: without a break'],
    ['auditTrail', false, 'an audit trail: no'],
    ['records', ['inpatient'], 'classes of records: inpatient'],
    ['records', [], 'classes of records: none'],
  ] as const)('%s %s: %s', (fact, value, said) => {
    expect(sayFact(fact, value)).toBe(said);
  });
});
