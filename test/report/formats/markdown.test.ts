import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMarkdown } from '../../../src/report/formats/markdown.ts';
import { fixture } from '../fixture.ts';
import { hostileNames } from '../hostile.ts';

describe('the Markdown of a pull request', () => {
  it('folds the details below the answer, whatever the names, and fits into a comment', () => {
    fc.assert(
      fc.property(hostileNames(), (names) => {
        const text = asMarkdown(fixture({ names, workloads: names }));
        const tags = text.match(/<[^>]*>?/g) ?? [];
        const known = ['<br>', '<!-- -->', '<details>', '</details>', '<summary>', '</summary>'];
        expect(tags.filter((tag) => !known.includes(tag))).toEqual([]);
        expect(text.length).toBeLessThanOrEqual(60_000);
      }),
      { numRuns: 25 },
    );
  });

  it('says what to take first, and leaves out whole parts where there are too many', () => {
    const defaults = Array.from({ length: 2000 }, (_, i) => ({
      path: `stores.disk.field${i}`,
      value: '12',
      source: 'the catalog, where somebody has measured it',
    }));
    const text = asMarkdown({ ...fixture(), defaults });
    expect(text).toContain('**Recommended: nightly-incremental**. It meets all 4 objectives');
    expect(text).toContain('<details><summary>nightly-incremental</summary>');
    expect(text).not.toContain('Defaults used');
    expect(text).toMatch(/_1 more parts: `--full` writes all of them_\n$/);
    expect(text.length).toBeLessThanOrEqual(60_000);
  });
});
