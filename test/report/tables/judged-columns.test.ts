import { describe, expect, it } from 'vitest';
import { verdict } from '../../../src/report/result/figure.ts';
import { judgedColumns } from '../../../src/report/tables/judged-columns.ts';
import { oneWorkload, PLAIN } from '../../support/one-workload.ts';
import { type Declared, resultOf } from '../../support/played.ts';

/** Heading and cell of each judged figure of the only strategy. */
async function judged(declared: Declared) {
  const { strategies } = await resultOf(declared);
  const [plan] = strategies;
  if (!plan) throw new Error('there is no strategy');
  return judgedColumns(strategies, { currency: 'USD' }).map((column) => [
    column.heading,
    column.of(plan),
  ]);
}

describe('a judged figure at the head', () => {
  it('says its limit, what was reached and whether that is enough', async () => {
    const objectives = { rpo: '1 h', fill: '50 %' };
    const capacity = { capacity: '25 TB' };
    // Ten fulls of 1 TB lie in 25 TB; a full a day is no copy of the last hour.
    expect(await judged(oneWorkload({ store: capacity, objectives }))).toEqual([
      ['RPO, at most 1 h', verdict(false, '24 h FAIL', ['points in disk', 'from 2026-01-05'])],
      ['fill, at most 50 %', verdict(true, '40 % PASS')],
    ]);
  });

  it('says where and why a promise breaks: of what, after what, in how many trials', async () => {
    const declared = oneWorkload({
      sites: { home: {}, away: {} },
      links: { wan: { between: ['home', 'away'], rate: '1 GB/s' } },
      workloads: {
        a: { ...PLAIN, size: '1 TB', site: 'home' },
        b: { ...PLAIN, size: '9 TB', site: 'home' },
      },
      stores: { disk: { site: 'home' }, far: { site: 'away' } },
      strategy: { to: 'disk', copies: [{ to: 'far', on: 'every 4 days at 12:00' }] },
      disasters: { fire: { scope: 'site home', 'per-year': 0.01 } },
      objectives: { rpo: '25 h', rto: '1 h', cost: '10 USD/year' },
    });
    const head = new Map((await judged(declared)).map(([heading, cell]) => [heading, cell]));
    // Copied on the 5th, the 9th and so on, from the points of these midnights.
    expect(head.get('RPO, at most 25 h')).toEqual(
      verdict(false, '96 h FAIL', ['points in far', 'from 2026-01-05', 'after fire', 'a']),
    );
    // One after the other 10 TB at 1 GB/s.
    expect(head.get('RTO, at most 1 h')).toEqual(
      verdict(false, '2.78 h FAIL', [
        'restored from far',
        expect.stringMatching(/^its point .* old$/),
        expect.stringMatching(/^on 2026-01-\d\d$/),
        'after fire',
        'b',
      ]),
    );
    expect(head.has('cost, at most 10 USD a year')).toBe(true);
  });

  it('says why there is none, in the words of that promise', async () => {
    // There is neither a window nor a store with an end.
    const [window] = await judged(oneWorkload({ objectives: { window: '99 %' } }));
    expect(window).toEqual(['window, at least 99 %', verdict(true, 'no job in a window PASS')]);
  });
});
