import { describe, expect, it } from 'vitest';
import { verdict } from '../../../src/report/result/figure.ts';
import { judgedColumns } from '../../../src/report/tables/judged-columns.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, resultOf } from '../../support/played.ts';

/** Heading and cell of each judged figure of the only strategy. */
async function judged(declared: Declared) {
  const { strategies } = await resultOf(declared);
  const [plan] = strategies;
  if (!plan) throw new Error('there is no strategy');
  return judgedColumns(strategies).map((column) => [column.heading, column.of(plan)]);
}

describe('a judged figure at the head', () => {
  it('says its limit, what was reached and whether that is enough', async () => {
    const objectives = { rpo: '1 h', fill: '50 %' };
    const capacity = { capacity: '25 TB' };
    // Ten fulls of 1 TB lie in 25 TB; a full a day is no copy of the last hour.
    expect(await judged(oneWorkload({ store: capacity, objectives }))).toEqual([
      ['RPO, at most 1 h', verdict(false, '24 h FAIL')],
      ['fill, at most 50 %', verdict(true, '40 % PASS')],
    ]);
  });

  it('says why there is none, in the words of that promise', async () => {
    // There is neither a window nor a store with an end.
    const [window] = await judged(oneWorkload({ objectives: { window: '99 %' } }));
    expect(window).toEqual(['window, at least 99 %', verdict(true, 'no job in a window PASS')]);
  });
});
