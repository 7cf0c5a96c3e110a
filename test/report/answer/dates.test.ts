import { describe, expect, it } from 'vitest';
import { answerDates } from '../../../src/report/answer/dates.ts';

describe('answerDates', () => {
  it('writes dates, and null where the futures of that rank never get there', () => {
    expect(answerDates([0, 86400, Number.NaN, Number.NaN])).toEqual({
      p05: '1970-01-01T00:00:00Z',
      p50: '1970-01-02T00:00:00Z',
      p95: null,
      never: 0.5,
    });
  });
});
