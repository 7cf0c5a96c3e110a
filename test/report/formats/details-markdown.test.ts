import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDetailedMarkdown } from '../../../src/report/formats/details-markdown.ts';
import { escaped } from '../../../src/report/formats/markdown-blocks.ts';
import { fixture } from '../fixture.ts';
import { hostileNames } from '../hostile.ts';

/** Borders of cells in a line of a table: pipes that no backslash takes away. */
const borders = (line: string): number => (line.match(/(?<!\\)(?:\\\\)*\|/g) ?? []).length;

describe('the Markdown', () => {
  it('keeps its tables whole and lets no markup through, whatever the names', () => {
    fc.assert(
      fc.property(hostileNames(), fc.constantFrom(1, 100), (names, trials) => {
        const lines = asDetailedMarkdown(fixture({ names, workloads: names, trials })).split('\n');
        let columns = 0;
        for (const line of lines) {
          const isRow = line.startsWith('|');
          if (isRow && columns > 0) expect(borders(line)).toBe(columns);
          columns = isRow ? borders(line) : 0;
        }
        const tags = lines.join('\n').match(/<[^>]*>?/g) ?? [];
        expect(tags.filter((tag) => tag !== '<br>' && tag !== '<!-- -->')).toEqual([]);
        expect(lines.join('\n')).not.toMatch(/:\/\/|@\w|\bwww\./i);
      }),
      { numRuns: 25 },
    );
  });

  it('compares the strategies first', () => {
    const text = asDetailedMarkdown(fixture());
    expect(text).toContain('**Recommended: nightly-incremental**. It meets all 4 objectives');
    expect(text).toMatch(/^\| peak stored +\| +30 TB \(27\.3 TiB\) \| 65 TB \(59\.1 TiB\)/m);
    expect(text).toMatch(/^\| objectives met .*\| +\*\*1 of 4\*\* \|/m);
  });

  it.each([
    ['<b>', '&lt;b&gt;'],
    ['a|b', 'a\\|b'],
    ['`x`', '\\`x\\`'],
    ['=cmd()', '&#61;cmd()'],
    ['1. one', '1\\. one'],
    ['&amp;', '&amp;amp;'],
  ])('escapes %s', (text, safe) => {
    expect(escaped(text)).toBe(safe);
  });
});
