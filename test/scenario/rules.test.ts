import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/reading/read.ts';
import { operationsOf } from '../../src/simulation/compile/operations.ts';
import { office, problemsIn } from '../support/problems-in.ts';

/** The scenario that is read of the office with some lines more. */
function readOf(more: Record<string, string>) {
  const read = readScenario(office(more), 'office.yaml');
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value.scenario;
}

describe('objectives.rules', () => {
  it('takes names of the catalog, in their order', () => {
    const names = ['us.hipaa', '3-2-1-1-0', 'cn.gbt20988-2007 level 5'];
    const { objectives } = readOf({ objectives: `{ rules: [${names.join(', ')}] }` });
    expect(objectives?.rules).toEqual(names);
  });

  it.each([
    ['[us.sec.17a4]', 'rules[0]', 'there is no rule "us.sec.17a4"', /^did you mean us.sec.17a-4\?/],
    ['[us.hipaa, entirely different]', 'rules[1]', /^there is no rule/, /catalog list rule/],
    ['[us.hipaa, us.hipaa]', 'rules[1]', 'stands here twice', /keep one/],
    ['us.hipaa', 'rules', /list/, /./],
    ['[]', 'rules', /./, /./],
  ])('%s is a problem', (written, at, message, hint) => {
    const [problem, ...more] = problemsIn(office({ objectives: `{ rules: ${written} }` }));
    expect(problem?.path).toBe(`objectives.${at}`);
    expect(problem?.message).toMatch(message);
    expect(problem?.hint).toMatch(hint);
    expect(more).toEqual([]);
  });
});

describe('operations', () => {
  it('are facts for rules, and only what is said is one', () => {
    const operations = `{ audit-trail: yes, drills: every 6 months, standby: complete,
      switch-over: network, staffed: round the clock, documentation: 7 years, logs: 6 months,
      segregated-restore: no, records: [outpatient], recopy: never, read-yearly: 384 }`;
    expect(operationsOf(readOf({ operations }).operations)).toEqual({
      auditTrail: true,
      drillEvery: 180 * 86_400,
      standby: 'complete',
      switchOver: 'network',
      staffed: 'round the clock',
      documentation: 7 * 365 * 86_400,
      logs: 180 * 86_400,
      segregatedRestore: false,
      records: ['outpatient'],
      recopyEvery: Infinity,
      readYearly: 384,
    });
    expect(operationsOf()).toEqual({});
  });

  it.each([
    ['yes', true],
    ['"yes"', true],
    ['true', true],
    ['no', false],
    ['false', false],
  ])('%s answers %s', (written, answer) => {
    const { operations } = readOf({ operations: `{ criticality: ${written} }` });
    expect(operations?.criticality).toBe(answer);
  });

  it.each([
    ['criticality: maybe', 'criticality', /^should be yes or no, not text/, /yes or no/],
    ['drills: 6 months', 'drills', /^is not how often/, /every 6 months, or never/],
    ['drills: every 0 d', 'drills', /^is not how often/, /every 6 months/],
    ['standby: full', 'standby', /not one of the choices/, /complete/],
    ['records: [dentist]', 'records[0]', /not one of the choices/, /outpatient/],
    ['logs: 6', 'logs', /no unit/, /./],
    ['switchover: network', 'switchover', 'is not a field here', /switch-over/],
  ])('%s is a problem', (written, at, message, hint) => {
    const [problem, ...more] = problemsIn(office({ operations: `{ ${written} }` }));
    expect(problem?.path).toBe(`operations.${at}`);
    expect(problem?.message).toMatch(message);
    expect(problem?.hint).toMatch(hint);
    expect(more).toEqual([]);
  });
});
