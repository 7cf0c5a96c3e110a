import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../../src/catalog/entry.ts';
import { catalogPage } from '../../src/catalog/page.ts';

describe('docs/catalog.md', () => {
  it('is what the catalog says; if not, run `npm run docs`', async () => {
    const written = await readFile(new URL('../../docs/catalog.md', import.meta.url), 'utf8');
    expect(written).toBe(catalogPage());
  });

  it('has every entry, in tables whose rows all have as many cells as their head', () => {
    const page = catalogPage();
    for (const { data } of ENTRIES) expect(page).toContain(`\n| \`${data.name}\` | title |`);
    const cells = page
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split(/(?<!\\)\|/).length - 2);
    expect(new Set(cells)).toEqual(new Set([2, 7]));
  });
});
