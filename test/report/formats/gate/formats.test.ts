import { describe, expect, it } from 'vitest';
import type { Judgement, Verdict } from '../../../../src/gate/judgement.ts';
import { GATE_FORMAT, type GateOutcome, gateOutcome } from '../../../../src/gate/outcome.ts';
import { annotations } from '../../../../src/report/formats/gate/annotations.ts';
import { casesOf } from '../../../../src/report/formats/gate/case.ts';
import { growthBar } from '../../../../src/report/formats/gate/chart.ts';
import { junitXml } from '../../../../src/report/formats/gate/junit.ts';
import { gateMarkdown } from '../../../../src/report/formats/gate/markdown.ts';
import { gateText } from '../../../../src/report/formats/gate/text.ts';

const judged = (scenario: string, verdict: Verdict): Judgement => ({
  ...{ scenario, metric: 'time', clock: 'work', unit: 'seconds', limit: 0.1, verdict },
  ...{ how: 'tested', pairs: 8, before: 10, after: 11.5, ratio: 1.15, low: 1.12, high: 1.18 },
  ...{ chance: 1 / 256, detectable: 0.06, needed: 8, note: null },
});

const outcome = (judgements: readonly Judgement[]): GateOutcome =>
  gateOutcome.parse({
    ...{ format: GATE_FORMAT, verdict: 'fail', from: 'pairs' },
    ...{ before: { what: 'old', tools: {} }, after: { what: 'new', tools: {} } },
    ...{ measurements: 'm.jsonl', seed: 1, orderEffect: 0, judgements, notes: [] },
  });

const HOSTILE = `a<b>&"'\`|\u001b[31m\u202e::error%0A`;
const many = (verdict: Verdict) =>
  Array.from({ length: 200 }, (_, index) =>
    ['time', 'memory', 'stored'].map((metric) => ({
      ...judged(`dataset-with-a-long-name-${index}/${HOSTILE}/disk`, verdict),
      metric: metric as 'time',
      note: 'too much noise',
    })),
  ).flat();

describe('JUnit XML', () => {
  it('has a case for each that was judged: worse fails, what cannot be told is skipped', () => {
    const xml = junitXml(
      casesOf(outcome([judged('a', 'worse'), judged('a', 'same'), judged('b', 'cannot tell')])),
    );
    expect(xml).toContain(
      '<testsuites name="backcast gate" tests="3" failures="1" errors="0" skipped="1"',
    );
    expect(xml).toContain('<testsuite name="a" tests="2" failures="1" errors="0" skipped="0"');
    expect(xml).toContain(
      '<failure type="worse" message="slower: +15 % (+12 % to +18 %); limit +10 %; 8 pairs">',
    );
    expect(xml).toContain('<skipped message="cannot tell: +15 %');
    expect(xml).toContain('<testcase classname="a" name="time (work)" time="0"/>');
  });

  it('is made of the elements and attributes of its schema alone, whatever names hold', () => {
    const xml = junitXml(casesOf(outcome([...many('worse'), ...many('cannot tell')])));
    const allowed: Readonly<Record<string, string>> = {
      testsuites: 'name,tests,failures,errors,skipped,time',
      testsuite: 'name,tests,failures,errors,skipped,time',
      testcase: 'classname,name,time',
      failure: 'type,message',
      skipped: 'message',
    };
    const open: string[] = [];
    let text = xml.replace('<?xml version="1.0" encoding="UTF-8"?>', '');
    const tag = /^([^<>]*)<(\/?)(\w+)((?: \w+="[^"<>]*")*)(\/?)>/;
    for (let found = tag.exec(text); found; found = tag.exec(text)) {
      const [all, , closing, name = '', attributes = '', empty] = found;
      text = text.slice(all.length);
      if (closing) expect(open.pop()).toBe(name);
      else {
        const names = [...attributes.matchAll(/ (\w+)=/g)].map(([, one]) => one);
        expect(names.join()).toBe(allowed[name]);
        if (!empty) open.push(name);
      }
    }
    expect(open).toEqual([]);
    expect(text.trim()).toBe('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/);
  });
});

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

describe('Markdown', () => {
  it('says the verdict first, shows what did not pass, and folds all else', () => {
    const text = gateMarkdown(outcome([judged('b', 'same'), judged('a', 'worse')]));
    expect(text).toMatch(/^\*\*FAIL: 1 worse of 2 judged\*\*\n/);
    const [shown = '', folded = ''] = text.split('<details>');
    expect(shown).toContain('| a ');
    expect(shown).not.toContain('| b ');
    expect(folded).toContain('| b ');
    expect(folded).toContain('</details>');
  });

  it.each(['same', 'worse', 'cannot tell'] as const)(
    'fits into 60 000 characters with 200 scenarios that are %s, and says what is left out',
    (verdict) => {
      const text = gateMarkdown(outcome(many(verdict)));
      expect(text.length).toBeLessThanOrEqual(60_000);
      expect(text).toContain('more: --json has all of them');
      expect(text.trimEnd()).toMatch(/<\/details>$/);
    },
  );
});

describe('text', () => {
  it('is no wider than asked, the verdict last', () => {
    const text = gateText(outcome([judged('a', 'worse'), judged('b', 'same')]), { columns: 80 });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text.trimEnd().split('\n').at(-1)).toBe('FAIL: 1 worse of 2 judged');
  });
});

describe('a bar', () => {
  const bar = (ratio: number | null, low: number | null, high: number | null): string =>
    growthBar({ ratio, low, high, limit: 0.1 });

  it('has no change in the middle and the limit a third of the way to the right', () => {
    // 20 characters are 30 %: 15 % lies 10 to the right, 12 % and 18 % 8 and 12.
    expect(bar(1.15, 1.12, 1.18)).toBe(`${' '.repeat(20)}|      !──●──${' '.repeat(8)}`);
    expect(bar(1, 0.97, 1.03)).toBe(`${' '.repeat(18)}──●──    !${' '.repeat(13)}`);
  });

  it('is drawn at the edge beyond three limits, and where there is no ratio', () => {
    expect(bar(5, null, null)).toMatch(/^ {20}\| {6}! {12}●$/);
    expect(bar(null, null, null)).toHaveLength(41);
    expect(bar(0.1, null, null)).toMatch(/^● /);
  });
});
