import { expect, it } from 'vitest';
import type { DefaultUsed } from '../../src/simulation/plan/plan.ts';
import { assumptionsOf } from '../../src/study/assumptions.ts';
import { oneWorkload } from '../support/one-workload.ts';
import { planOf } from '../support/played.ts';

const range = null;

it('a number that many fields stand for is one assumption, with all of them in their order', () => {
  const plan = planOf(oneWorkload({ strategy: { full: 'daily' } }));
  const stands = (what: string, path: string, parameter: number, value = '1'): DefaultUsed => ({
    path,
    value,
    source: 'a test',
    assumed: { what, parameter, range },
  });
  const defaults: DefaultUsed[] = [
    stands('rate', 'a.rate', 3),
    { path: 'a.site', value: 'x', source: 'a test' },
    stands('share', 'a.share', 4),
    stands('rate', 'b.rate', 5, '2'),
    stands('rate', 'c.rate', 3, '2'),
  ];
  expect(assumptionsOf({ ...plan, defaults })).toEqual([
    {
      what: 'rate',
      value: '2',
      fields: ['a.rate', 'b.rate', 'c.rate'],
      parameters: new Set([3, 5]),
      range,
    },
    { what: 'share', value: '1', fields: ['a.share'], parameters: new Set([4]), range },
  ]);
});
