import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runCli } from './run-cli.ts';

const readme = readFileSync(resolve(ROOT, 'README.md'), 'utf8');

const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(readme)?.[1] ?? `no ${language} block`;

describe('the samples in the README', () => {
  it('show the beginning of what the main job prints', () => {
    const { stdout } = runCli(['simulate', 'scenarios/finance.yaml']);
    expect(stdout.slice(0, block('text').length)).toBe(block('text'));
  });

  it('show the smallest scenario as it is', () => {
    const smallest = readFileSync(resolve(ROOT, 'scenarios/smallest.yaml'), 'utf8');
    expect(block('yaml')).toBe(smallest.trimEnd());
  });
});
