import { describe, expect, it } from 'vitest';
import { office, problemsIn } from '../support/problems-in.ts';

const wrong = (growth: string) =>
  problemsIn(office({ workloads: `{ files: { size: 1 TB, growth: ${growth} } }` })).map(
    ({ path, message }) => `${path}: ${message}`,
  );

describe('growth', () => {
  it.each([
    '-100 %/year',
    '-200 %/year',
    '-100 %/day',
    '{ triangular: [-200 %/year, 0 %/year, 5 %/year] }',
  ])('that leaves nothing is a problem: %s', (growth) => {
    expect(wrong(growth).join()).toContain('must be more than -100 %');
  });

  it('below nothing is told in words that help', () => {
    expect(wrong('-10 GB/day')).toEqual([
      'workloads.files.growth: cannot append less than nothing',
    ]);
    expect(wrong('{ lognormal: { median: -5 %/year, sigma: 1 } }').join()).toContain('more than 0');
  });

  it.each(['-99 %/year', '-5 %/year ± 20 %', '8 %/month'])('may be %s', (growth) => {
    expect(wrong(growth)).toEqual([]);
  });
});
