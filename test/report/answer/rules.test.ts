import { describe, expect, it } from 'vitest';
import { printedOf } from '../../../src/report/result/printed.ts';
import { objectivesTable } from '../../../src/report/tables/objectives.ts';
import { rulesTable } from '../../../src/report/tables/rules.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../../support/played.ts';

const asked = (rules: readonly string[], operations: Declared = {}, more: Declared = {}) =>
  oneWorkload({ objectives: { rules }, operations, ...more });

const judged = async (declared: Declared) => strategyOf(await resultOf(declared), 'plan');

/** The words of each cell of a table. */
const wordsOf = (rows: ReturnType<typeof rulesTable>['rows']) =>
  rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')));

describe('a rule among the objectives', () => {
  it('is kept where all its clauses are', async () => {
    const { rules, objectives } = await judged(asked(['cn.csl.21'], { logs: '6 months' }));
    expect(rules).toMatchObject([{ rule: 'cn.csl.21', verdict: 'kept', firstFailing: null }]);
    expect(objectives.slice(1)).toMatchObject([
      { name: 'rule', rule: 'cn.csl.21', limit: 1, value: { mean: 1 }, share: 1, met: true },
    ]);
  });

  it('does not keep the promise where it is broken', async () => {
    const { advice } = await resultOf(asked(['cn.csl.21'], { logs: '5 months' }));
    expect(advice).toMatchObject({ take: null, why: 'plan misses cn.csl.21' });
    const { rules } = await judged(asked(['cn.csl.21'], { logs: '5 months' }));
    expect(rules[0]?.clauses).toEqual([
      {
        text: 'Logs are kept for at least 6 months.',
        grade: 'secondary',
        verdict: 'broken',
        found: 'logs are kept for: 150 d',
        missing: [],
      },
    ]);
  });

  it('does not keep it either where it is undecided, and says what is missing', async () => {
    const { advice } = await resultOf(asked(['cn.csl.21']));
    expect(advice).toMatchObject({ take: null, why: 'plan misses cn.csl.21 (undecided)' });
    const strategy = await judged(asked(['cn.csl.21']));
    expect(strategy.objectives[1]).toMatchObject({ value: { mean: 0 }, met: false });
    expect(wordsOf(rulesTable(strategy).rows)).toEqual([
      [
        'cn.csl.21',
        'undecided',
        'Logs are kept for at least 6 months.',
        'not said: logs are kept for; write operations: { logs: 6 months }',
      ],
    ]);
    expect(wordsOf(objectivesTable(strategy, 1).rows)[1]?.at(-2)).toBe('undecided');
  });

  it('comes after the other objectives, in the order of the file', async () => {
    const names = ['us.hipaa', '3-2-1-1-0'];
    const declared = oneWorkload({ objectives: { rpo: '24 h', rules: names } });
    const { objectives, rules } = await judged(declared);
    expect(objectives.map(({ name, rule = name }) => rule)).toEqual(['schedule', 'rpo', ...names]);
    expect(rules.map(({ rule }) => rule)).toEqual(names);
  });

  it('is in no result that was not asked for one', async () => {
    const { rules, objectives } = await judged(oneWorkload());
    expect(rules).toEqual([]);
    expect(objectives.map(({ name }) => name)).toEqual(['schedule']);
  });
});

describe('what is simulated decides', () => {
  it('how much is lost and how long a restore takes', async () => {
    const bank = (more: Declared) =>
      judged(asked(['cn.bank.104'], { drills: 'every 1 year' }, more));
    const slow = await bank({ store: { read: '50 MB/s' } });
    expect(slow.rules[0]).toMatchObject({ verdict: 'broken', firstFailing: 1 });
    expect(slow.rules[0]?.clauses[0]?.found).toBe('slowest restore: 5.56 h');
    const fast = await bank({
      horizon: '2 days',
      store: { read: '1 GB/s', write: '10 GB/s' },
      strategy: { full: 'every 30 min', keep: { last: 3 } },
    });
    expect(fast.rules[0]?.verdict).toBe('kept');
  });

  it('how far back points reach', async () => {
    const keep = (rules: Declared) =>
      judged(asked(['eu.mifid2.16-7'], {}, { strategy: { keep: rules } }));
    expect((await keep({ yearly: 5 })).rules[0]?.verdict).toBe('kept');
    expect((await keep({ yearly: 4 })).rules[0]?.verdict).toBe('broken');
  });
});

describe('the table of rules', () => {
  it('names the first clause that fails, and a note of several rules once', async () => {
    const levels = [1, 2].map((level) => `cn.gbt20988-2007 level ${level}`);
    const { rows, notes } = rulesTable(await judged(asked(levels)));
    expect(wordsOf(rows).map(([, verdict, clause]) => [verdict, clause])).toEqual([
      ['FAIL', 'Copies are checked again and again.'],
      ['FAIL', 'Copies are checked again and again.'],
    ]);
    expect(notes[0]).toBe(
      `${levels.join(', ')}: This is the table of 2007: GB/T 20988-2025 replaced it on 2026-01-01 and is not modelled.`,
    );
    expect(notes[1]).toContain('No level is reached; level 1 fails: Copies are checked');
  });

  it('says of a number that it is unverified', async () => {
    const [row = []] = wordsOf(rulesTable(await judged(asked(['cn.securities.137']))).rows);
    expect(row[2]).toBe('Records are kept for at least 20 years. (unverified)');
  });

  it('is empty without rules', async () => {
    const { rows, notes } = rulesTable(await judged(oneWorkload()));
    expect([rows, notes]).toEqual([[], []]);
  });

  it('comes of a result that has the declared form', async () => {
    const found = await resultOf(asked(['3-2-1-1-0', 'cn.egov']));
    expect(printedOf(found)).toEqual({ ...found, order: undefined });
  });
});
