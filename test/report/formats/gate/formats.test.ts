import { describe, expect, it } from 'vitest';
import { growthBar } from '../../../../src/report/formats/gate/chart.ts';
import { gateMarkdown } from '../../../../src/report/formats/gate/markdown.ts';
import { gateText } from '../../../../src/report/formats/gate/text.ts';
import { judged, many, outcome } from './judged.ts';

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
