import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/catalog/rules/judge.ts';
import type { Rule, RuleFacts } from '../../../src/catalog/rules/rule.ts';
import { RULEBOOK, rule, ruleHint } from '../../../src/catalog/rules/rulebook.ts';
import { GRADES } from '../../../src/catalog/sourced.ts';
import { PERFECT } from './facts.ts';

const DAY = 86_400;
const YEAR = 365 * DAY;
const THIRD = ['fullEvery', DAY, DAY + 1] as const;

const named = (name: string): Rule => {
  const found = rule(name);
  if (!found) throw new Error(`there is no rule ${name}`);
  return found;
};

type Edge = readonly [fact: keyof RuleFacts, kept: unknown, broken: unknown];

const GBT_FIRST: readonly Edge[] = [
  ['fullEvery', 7 * DAY, 7 * DAY + 1],
  ['offsite', 1, 0],
  ['checkEvery', YEAR, Infinity],
];
const GBT_DAILY: readonly Edge[] = [THIRD, ['offsite', 1, 0], ['checkEvery', YEAR, Infinity]];

/** Of each clause the fact that decides it, with the last value that keeps it and the first that breaks it. */
const EDGES: Readonly<Record<string, readonly Edge[]>> = {
  '3-2-1': [
    ['copies', 3, 2],
    ['media', 2, 1],
    ['offsite', 1, 0],
  ],
  '3-2-1-1-0': [
    ['copies', 3, 2],
    ['media', 2, 1],
    ['offsite', 1, 0],
    ['lockedCopies', 1, 0],
    ['unverified', 0, 1],
  ],
  'us.sec.17a-4': [
    ['retention', 6 * YEAR, 6 * YEAR - 1],
    ['accessible', 2 * YEAR, 2 * YEAR - 1],
    ['duplicateOffsite', true, false],
  ],
  'us.hipaa': [
    ['copies', 2, 1],
    ['documentation', 6 * YEAR, 6 * YEAR - 1],
  ],
  'us.36cfr1236.28': [
    ['readYearly', 200, 199],
    ['replaceAt', 10, 11],
    ['recopyEvery', 10 * YEAR - 1, 10 * YEAR],
    ['duplicateOffsite', true, false],
  ],
  'eu.mifid2.16-7': [['retention', 5 * YEAR, 5 * YEAR - 1]],
  'eu.dora.12': [
    ['criticality', true, false],
    ['segregatedRestore', true, false],
    ['drillEvery', 10 * YEAR, Infinity],
    ['checkEvery', 10 * YEAR, Infinity],
    ['objectivesSet', true, false],
  ],
  'cn.medical': [
    ['retention', 15 * YEAR, 15 * YEAR - 1],
    ['retention', 30 * YEAR, 30 * YEAR - 1],
  ],
  'cn.aml.34': [['retention', 10 * YEAR, 10 * YEAR - 1]],
  'cn.securities.137': [['retention', 20 * YEAR, 20 * YEAR - 1]],
  'cn.csl.21': [['logs', 180 * DAY, 180 * DAY - 1]],
  'cn.bank.104': [
    ['rto', 4 * 3600, 4 * 3600 + 1],
    ['rpo', 1800, 1801],
    ['drillEvery', 3 * YEAR, 3 * YEAR + 1],
  ],
  'cn.mlps.L2': [
    ['localBackup', true, false],
    ['transport', 'batch', 'media'],
  ],
  'cn.mlps.L3': [
    ['localBackup', true, false],
    ['drillEvery', YEAR, Infinity],
    ['transport', 'realtime', 'batch'],
    ['hotRedundancy', true, false],
  ],
  'cn.mlps.L4': [
    ['localBackup', true, false],
    ['drillEvery', YEAR, Infinity],
    ['transport', 'realtime', 'batch'],
    ['hotRedundancy', true, false],
    ['switchOver', 'realtime', 'network'],
  ],
  'cn.gbt20988-2007 level 1': [...GBT_FIRST, ['rpo', 7 * DAY, 7 * DAY + 1]],
  'cn.gbt20988-2007 level 2': [
    ...GBT_FIRST,
    ['standby', 'site', 'none'],
    ['rpo', 7 * DAY, 7 * DAY + 1],
  ],
  'cn.gbt20988-2007 level 3': [
    ...GBT_DAILY,
    ['transport', 'batch', 'media'],
    ['standby', 'partial', 'site'],
    ['rpo', DAY, DAY + 1],
  ],
  'cn.gbt20988-2007 level 4': [
    ...GBT_DAILY,
    ['transport', 'batch', 'media'],
    ['standby', 'complete', 'partial'],
    ['rto', 2 * DAY, 2 * DAY + 1],
    ['rpo', DAY, DAY + 1],
  ],
  'cn.gbt20988-2007 level 5': [
    ...GBT_DAILY,
    ['transport', 'realtime', 'batch'],
    ['standby', 'complete', 'partial'],
    ['switchOver', 'network', 'none'],
    ['staffed', 'round the clock', 'office hours'],
    ['rto', 2 * DAY, 2 * DAY + 1],
    ['rpo', 1800, 1801],
  ],
  'cn.gbt20988-2007 level 6': [
    ...GBT_DAILY,
    ['transport', 'realtime', 'batch'],
    ['standby', 'complete', 'partial'],
    ['switchOver', 'network', 'none'],
    ['staffed', 'round the clock', 'office hours'],
    ['rto', 3600, 3601],
    ['rpo', 0, 1],
  ],
};

const CASES = Object.entries(EDGES).flatMap(([name, edges]) =>
  edges.map((edge, index) => [name, index, ...edge] as const),
);

describe('each clause', () => {
  it('has its edge in this test, but for two that have tests of their own', () => {
    const untested = RULEBOOK.flatMap(({ name, clauses }) =>
      clauses.flatMap((_, index) => (EDGES[name]?.[index] ? [] : [`${name} ${index}`])),
    );
    expect(untested).toEqual(['us.sec.17a-4 3', 'cn.egov 0']);
  });

  it.each(CASES)('%s, clause %i, turns on %s: kept at %s, broken at %s', (...one) => {
    const [name, index, fact, kept, broken] = one;
    const verdict = (facts: RuleFacts) => judge(named(name), facts).clauses[index]?.verdict;
    expect(verdict({ ...PERFECT, [fact]: kept })).toBe('kept');
    expect(verdict({ ...PERFECT, [fact]: broken })).toBe('broken');
  });

  it('is undecided where nothing is known, and says what to write', () => {
    for (const one of RULEBOOK) {
      const { verdict, clauses } = judge(one, {});
      expect(verdict).toBe('undecided');
      for (const { verdict: each, missing, found } of clauses) {
        expect([each, found]).toEqual(['undecided', '']);
        expect(missing.length).toBeGreaterThan(0);
        for (const { what, write } of missing) {
          expect(what).toMatch(/\w/);
          expect(write).toMatch(/\w/);
        }
      }
    }
  });

  it('says what was found where it is decided', () => {
    for (const one of RULEBOOK) {
      for (const { found, verdict } of judge(one, PERFECT).clauses) {
        if (verdict !== 'undecided') expect(found).toMatch(/: \w/);
      }
    }
  });
});

describe('each rule', () => {
  it('is kept by a plan that does everything, but for the one that leaves its level open', () => {
    const failing = RULEBOOK.filter((one) => judge(one, PERFECT).verdict !== 'kept');
    expect(failing.map(({ name }) => name)).toEqual(['cn.egov']);
  });

  it('says so where a number is unverified, and only there', () => {
    for (const one of RULEBOOK) {
      for (const { text, grade } of judge(one, {}).clauses) {
        expect(text.endsWith(' (unverified)')).toBe(grade === 'unverified');
      }
    }
  });

  it('has a source, a date, a grade, a title in Chinese and sentences', () => {
    for (const { source, date, grade, chinese, clauses, year } of RULEBOOK) {
      expect(source.length).toBeGreaterThan(3);
      expect(date).toMatch(/^(19|20)\d\d(-\d\d(-\d\d)?)?$/);
      expect(Object.hasOwn(GRADES, grade)).toBe(true);
      expect(chinese).toMatch(/\p{Script=Han}/u);
      expect(Number(date.slice(0, 4))).toBeGreaterThanOrEqual(year);
      for (const { text } of clauses) expect(text).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('judge', () => {
  it('names the first broken clause before one that is undecided', () => {
    const { copies: _, ...facts } = PERFECT;
    const judged = judge(named('3-2-1-1-0'), { ...facts, offsite: 0 });
    expect(judged.verdict).toBe('broken');
    expect(judged.firstFailing?.text).toBe('At least 1 copy is at another site.');
    expect(judged.firstFailing?.found).toBe('copies at another site: 0');
    expect(judged.clauses[0]?.verdict).toBe('undecided');
  });

  it('is undecided where none is broken and something is missing', () => {
    const { logs: _, ...facts } = PERFECT;
    const judged = judge(named('cn.csl.21'), facts);
    expect(judged.verdict).toBe('undecided');
    expect(judged.firstFailing?.missing).toEqual([
      { what: 'logs are kept for', write: 'operations: { logs: 6 months }' },
    ]);
  });
});

describe('the clauses that take one of two ways', () => {
  const sec = (facts: RuleFacts) => judge(named('us.sec.17a-4'), facts).clauses[3];

  it('SEC 17a-4: locked records or an audit trail', () => {
    expect(sec({ immutableFor: 6 * YEAR, auditTrail: false })?.verdict).toBe('kept');
    expect(sec({ immutableFor: 0, auditTrail: true })?.verdict).toBe('kept');
    expect(sec({ immutableFor: 6 * YEAR - 1, auditTrail: false })?.verdict).toBe('broken');
    expect(sec({ immutableFor: 0 })?.missing.map(({ what }) => what)).toEqual(['an audit trail']);
  });

  it('medical records: what is not there need not be kept', () => {
    const judged = (facts: RuleFacts) => judge(named('cn.medical'), facts);
    expect(judged({ records: ['outpatient'], retention: 15 * YEAR }).verdict).toBe('kept');
    expect(judged({ records: ['inpatient'], retention: 15 * YEAR }).verdict).toBe('broken');
    expect(judged({ retention: 30 * YEAR }).verdict).toBe('kept');
    expect(judged({ retention: 15 * YEAR }).verdict).toBe('undecided');
  });

  it('tapes: the sample follows their number, and none need no care', () => {
    const read = (tapes: number | undefined, readYearly: number) =>
      judge(named('us.36cfr1236.28'), {
        ...(tapes !== undefined && { tapes }),
        readYearly,
      }).clauses[0]?.verdict;
    expect([read(30, 30), read(30, 29)]).toEqual(['kept', 'broken']);
    expect([read(100, 50), read(100, 49)]).toEqual(['kept', 'broken']);
    expect([read(1800, 360), read(1800, 359)]).toEqual(['kept', 'broken']);
    expect([read(1801, 384), read(1801, 383)]).toEqual(['kept', 'broken']);
    expect([read(undefined, 384), read(undefined, 383)]).toEqual(['kept', 'undecided']);
    const without = judge(named('us.36cfr1236.28'), { tapes: 0, duplicateOffsite: true });
    expect(without.verdict).toBe('kept');
  });
});

describe('a name that is no rule', () => {
  it('brings those that are near, or where to look', () => {
    expect(rule('us.sec.17a4')).toBeUndefined();
    expect(ruleHint('us.sec.17a4')).toBe('did you mean us.sec.17a-4?');
    expect(ruleHint('unlike anything')).toBe('"backcast catalog list rule" prints every rule');
  });
});
