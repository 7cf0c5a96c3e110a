import { describe, expect, it } from 'vitest';
import { publicCases, wrongAnswers } from './public-cases.ts';

describe.each(['bills-and-training.json', 'chains-schedules-vaults.json', 'times-of-tools.json'])(
  'figures that others know: %s',
  (file) => {
    const cases = publicCases(file);

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
  },
);
