import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { annotations } from '../../../../src/report/formats/gate/annotations.ts';
import { casesOf, casesOfFailures } from '../../../../src/report/formats/gate/case.ts';
import { junitXml } from '../../../../src/report/formats/gate/junit.ts';
import { judged, many, outcome } from './judged.ts';

/** The schema by which Jenkins takes such files. */
const SCHEMA = join(import.meta.dirname, '../../../oracles/data/junit-10.xsd');

/** What the schema has against a text; empty where nothing. */
function against(xml: string): string {
  using schema = XmlDocument.fromString(readFileSync(SCHEMA, 'utf8'));
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    if (error instanceof XmlValidateError) return error.message;
    throw error;
  }
}

describe('JUnit XML', () => {
  const mixed = outcome([judged('a', 'worse'), judged('a', 'same'), judged('b', 'cannot tell')]);

  it('has a case for each that was judged: worse fails, what cannot be told is skipped', () => {
    const xml = junitXml(casesOf(mixed));
    expect(xml).toContain('<testsuites name="backcast gate" tests="3" failures="1" errors="0" ');
    expect(xml).toContain('<testsuite name="a" tests="2" failures="1" errors="0" skipped="0"');
    expect(xml).toContain('<testsuite name="b" tests="1" failures="0" errors="0" skipped="1"');
    expect(xml).toContain(
      '<failure type="worse" message="slower: +15 % (+12 % to +18 %); limit +10 %; 8 pairs">',
    );
    expect(xml).toContain('<skipped message="cannot tell: +15 %');
    expect(xml).toContain('<testcase classname="a" name="time (work)" time="0"/>');
  });

  it('is valid by the schema of Jenkins, whatever was judged and whatever names hold', () => {
    const all = outcome([...many('worse'), ...many('cannot tell'), ...many('better')]);
    for (const cases of [
      casesOf(mixed),
      casesOf(all),
      casesOf(outcome([])),
      casesOfFailures('office', []),
      casesOfFailures('<"&\u0007', ['cost: 3 % more & more', ']]>']),
    ]) {
      expect(against(junitXml(cases))).toBe('');
    }
  });

  it('is held to a schema that finds what is wrong', () => {
    const xml = junitXml(casesOf(mixed));
    expect(against(xml.replace('<testsuites ', '<testsuites skipped="1" '))).toContain('skipped');
    expect(against(xml.replace(' errors="0" skipped', ' skipped'))).toContain('errors');
    expect(against(xml.replaceAll('failure', 'fault'))).toContain('fault');
  });

  it('gives every text back as it was shown', () => {
    const [first] = casesOf(outcome(many('worse')));
    using document = XmlDocument.fromString(junitXml(first ? [first] : []));
    const failure = document.get('//failure');
    expect(failure?.content).toBe(first?.message);
    expect(document.get('//testsuite/@name')?.content).toBe(first?.group);
  });
});

/**
 * Reads a workflow command as GitHub's runner does: `::NAME KEY=VALUE,…::DATA`, in which properties and
 * data are unescaped each in its own way, the per cent sign last. See "Workflow commands for GitHub
 * Actions" of GitHub's documentation, and `ActionCommand.cs` of actions/runner.
 */
function read(line: string) {
  const [, command = '', properties = '', data = ''] =
    /^::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  const named = properties
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), unescaped(part.slice(at + 1), PROPERTY)] as const;
    });
  return { command, properties: Object.fromEntries(named), data: unescaped(data, DATA) };
}

const DATA = [
  ['%0D', '\r'],
  ['%0A', '\n'],
] as const;
const PROPERTY = [...DATA, ['%3A', ':'], ['%2C', ',']] as const;

const unescaped = (text: string, marks: readonly (readonly [string, string])[]): string =>
  [...marks, ['%25', '%'] as const].reduce((all, [mark, one]) => all.replaceAll(mark, one), text);

describe('annotations', () => {
  it('are an error for each that is worse, then a warning for what cannot be told', () => {
    const cases = casesOf(
      outcome([judged('b', 'cannot tell'), judged('a', 'worse'), judged('c', 'same')]),
    );
    expect(annotations(cases).split('\n')).toEqual([
      '::error title=a time (work)::slower: +15 %25 (+12 %25 to +18 %25); limit +10 %25; 8 pairs',
      '::warning title=b time (work)::cannot tell: +15 %25 (+12 %25 to +18 %25); limit +10 %25; 8 pairs',
      '',
    ]);
  });

  it('are read by a runner as what they were made of, whatever names hold', () => {
    const cases = casesOf(outcome(many('worse'))).slice(0, 5);
    const odd = { ...cases[0], group: 'a,b:c=d%3A::', name: 'x', message: '50 %25::error::y' };
    const all = [...cases, odd as (typeof cases)[number]];
    const lines = annotations(all).trimEnd().split('\n');
    expect(lines.map(read)).toEqual(
      all.map(({ group, name, message }) => ({
        ...{ command: 'error', properties: { title: `${group} ${name}` }, data: message },
      })),
    );
  });

  it('are ten lines at most, and hold no command of anybody else', () => {
    const lines = annotations(casesOf(outcome(many('worse'))))
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe('::warning title=backcast gate::and 591 more: see the summary');
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning) title=[^:,]*::/);
      expect(line).not.toMatch(/%(?!25|0A|0D|3A|2C)/);
    }
  });
});
