import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asMarkdown } from '../../../src/report/formats/markdown.ts';
import { asText } from '../../../src/report/formats/text.ts';
import { shipped } from '../../support/shipped.ts';

const SCENARIOS = readdirSync(join(import.meta.dirname, '../../../scenarios'))
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('bench-'))
  .map((name) => name.replace('.yaml', ''))
  // Its data file lies beside it; the program reads it there, and not from standard input.
  .filter((name) => name !== 'history');

describe('the answer to a scenario that ships', () => {
  it.each(SCENARIOS)('%s fits on a screen and into a comment', async (name) => {
    const printed = await shipped(name);
    const result = { ...printed, order: printed.strategies.map((one) => one.name) };
    const lines = asText(result, { columns: 100 }).trimEnd().split('\n');
    expect(printed.strategies.length).toBeLessThanOrEqual(4);
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(lines.at(-1)).toMatch(/^(Recommended: |No strategy )/);
    expect(asMarkdown(result).length).toBeLessThanOrEqual(60_000);
  });
});
