import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { type Benched, type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { captured } from '../captured.ts';

let folder: BenchFolder;
let ran: Benched;
let file: string;
beforeAll(async () => {
  folder = benchFolder();
  ran = await folder.bench(
    `name: <b>few</b> files
datasets: { few: { files: 6, size: { median: 4 KiB, sigma: 0 } } }
tools: { built-in: {} }
repetitions: 2
`,
    '--json',
  );
  const written = readdirSync(folder.work).find((one) => one.endsWith('.jsonl')) ?? '';
  file = join(folder.work, written);
});
afterAll(() => folder.remove());

const report = async (...argv: readonly string[]) => {
  const { host, out, err } = captured();
  return { code: await main(['bench', 'report', ...argv], host), out: out(), err: err() };
};

describe('backcast bench report', () => {
  it('tells what the run itself told', async () => {
    const { code, out } = await report(file, '--json');
    expect(code).toBe(0);
    const { runs } = JSON.parse(out);
    expect(runs).toEqual([{ ...ran.summary(), measurements: file }]);
  });

  it('writes each format, harmless whatever a plan is called', async () => {
    const text = await report(file);
    expect(text.out).toMatch(/0-full +built-in +2/);
    const markdown = await report(file, '--format', 'markdown');
    expect(markdown.out).toContain('## Measured');
    expect(markdown.out).not.toContain('<b>few');
    const page = await report(file, '--format', 'html');
    expect(page.out).toContain('&lt;b&gt;few');
    expect(page.out).not.toContain('<b>few');
    const csv = parse((await report(file, '--format', 'csv')).out, { columns: true });
    const full = ran.summary().rows.find(({ step }) => step === '0-full');
    expect(csv).toContainEqual(
      expect.objectContaining({
        section: 'steps',
        item: 'few disk 0-full built-in',
        name: 'added',
        unit: 'bytes',
        value: `${full?.added?.median}`,
      }),
    );
  });

  it('writes what hyperfine exports and what benchstat reads', async () => {
    const foreign = await report(file, '--format', 'hyperfine');
    expect(foreign.code).toBe(0);
    const { results } = JSON.parse(foreign.out);
    const full = ran.summary().rows.find(({ step }) => step === '0-full');
    expect(results).toContainEqual(
      expect.objectContaining({ command: 'few/built-in/disk/0-full', median: full?.wall?.median }),
    );
    const go = await report(file, '--format', 'benchfmt');
    expect(go.out).toMatch(
      /^BenchmarkBackup\/dataset=few\/tool=built-in\/target=disk\/step=0-full-\d+ 1 \d+ ns\/op/m,
    );
    const both = await report(file, '--format', 'benchfmt', '--json');
    expect(both.code).toBe(2);
    expect(both.out).toContain('--json and --format benchfmt ask for two things');
  });

  it('takes several runs, and says of a file that is none what is wrong', async () => {
    const { out } = await report(file, file, '--json');
    expect(JSON.parse(out).runs).toHaveLength(2);
    const broken = join(folder.path, 'broken.jsonl');
    writeFileSync(broken, `${readFileSync(file, 'utf8')}{}\n`);
    const found = await report(broken);
    expect(found.code).toBe(2);
    expect(found.err).toMatch(/broken\.jsonl:\d+:1: is not a measurement/);
  });
});
