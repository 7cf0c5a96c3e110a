import { describe, expect, it } from 'vitest';
import { publicCases, wrongAnswers } from './public-cases.ts';

const cases = publicCases('bills-and-training.json');

describe('bills and training runs that others know the figures of', () => {
  it.each(cases)('$id: $title', async (one) => {
    expect(await wrongAnswers(one)).toEqual([]);
  });

  it.each(cases)('$id does not pass where another value is right', async (one) => {
    const checks = one.checks.map((check) => ({
      ...check,
      right: typeof check.right === 'number' ? check.right * 1.3 + 9 : 'something else',
    }));
    expect(await wrongAnswers({ ...one, checks })).toHaveLength(checks.length);
  });
});
