import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { main } from '../src/cli/main.ts';
import { captured } from './cli/captured.ts';
import { ROOT } from './golden/run-cli.ts';

const guide = readFileSync(join(ROOT, 'docs/gating.md'), 'utf8');
const blocks = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
  ([, language = '', text = '']) => ({ language, text }),
);
const folder = mkdtempSync(join(tmpdir(), 'backcast-gating-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every script of a workflow or a job, wherever it stands in it. */
function scriptsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    if (key === 'run' && typeof inside === 'string') return [inside];
    if (key === 'script' && Array.isArray(inside)) return inside.map(String);
    return scriptsIn(inside);
  });
}

describe('docs/gating.md', () => {
  it('has jobs for CI systems whose calls of backcast have only options that there are', async () => {
    const jobs = blocks.filter(({ language }) => language === 'yaml');
    expect(jobs).toHaveLength(2);
    const scripts = jobs.flatMap(({ text }) => scriptsIn(parse(text)));
    const calls = scripts.filter((script) => script.includes('npx backcast gate'));
    expect(calls).toHaveLength(2);
    for (const call of calls) {
      const given = (/npx backcast (.*)$/s.exec(call)?.[1] ?? '').trim().split(/\s+/);
      const { host, out, err } = captured();
      // With --help nothing is run, and an option that is not known is a problem still.
      expect(await main([...given, '--none-such'], host)).toBe(2);
      expect(err()).toContain("unknown option '--none-such'");
      expect(await main([...given, '--help'], host)).toBe(0);
      expect(out()).toContain('--plan-result');
    }
  });

  it('calls commands only with options that there are', async () => {
    const calls = blocks
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => /^(npx )?backcast /.test(line))
      .map((line) => line.replace(/^(npx )?backcast /, ''));
    expect(calls.length).toBeGreaterThan(6);
    for (const call of calls) {
      const words = Array.from(
        call.matchAll(/"([^"]*)"|[^\s"]+/g),
        ([word, quoted]) => quoted ?? word,
      );
      const { host, out, err } = captured();
      expect(await main([...words, '--none-such'], host)).toBe(2);
      expect(out() + err(), call).toContain("unknown option '--none-such'");
    }
  });

  it('has a recipe for shells that ends as it should', () => {
    const recipe = blocks.filter(({ language }) => language === 'sh').at(-1)?.text ?? '';
    expect(recipe).toContain('gate --plan-result');
    cpSync(join(ROOT, 'scenarios/smallest.yaml'), join(folder, 'scenarios/smallest.yaml'));
    const program = `'${process.execPath}' '${join(ROOT, 'bin', 'backcast.js')}'`;
    const { status, stderr } = spawnSync('sh', ['-c', recipe.replaceAll('npx backcast', program)], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  });

  it('says what each metric is', async () => {
    const { METRIC_NAMES } = await import('../src/gate/metric.ts');
    for (const name of METRIC_NAMES) expect(guide).toContain(`\`${name}\``);
  });

  it('has the table of what the gate finds', () => {
    const [, table = ''] = /<!-- power: .* -->([\s\S]*)<!-- end of power -->/.exec(guide) ?? [];
    expect(table.match(/^\| \d+ % /gm)).toHaveLength(8);
  });
});
