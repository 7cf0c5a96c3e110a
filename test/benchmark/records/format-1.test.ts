import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMeasurements } from '../../../src/benchmark/journal.ts';
import { summarise } from '../../../src/benchmark/summary.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { benchmarkText } from '../../../src/report/formats/measured/benchmark-text.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';

/** A run of the built-in engine and borg, as the first version wrote it. */
const SHIPPED = join(import.meta.dirname, 'format-1.jsonl');

const PLAN = `
name: a record of format 1
datasets:
  office: { files: 12, size: { median: 4 KiB, sigma: 1 }, change: { changed: 10 %, added: 10 % } }
tools: { built-in: {} }
levels: [full, unchanged, incremental]
repetitions: 1
verify: [md5]
`;

describe('measurements of format 1', () => {
  it('are read, with null for what was not measured then', async () => {
    const { first, lines, format } = await readMeasurements(nodeHost().files, SHIPPED);
    expect([first.format, format]).toEqual(['backcast/measurements/2', 'backcast/measurements/1']);
    expect([first.run, lines.length]).toEqual(['20261130T050751Z', 20]);
    const full = lines.find(({ step }) => step === '1/office/borg/disk/0-full');
    expect(full?.usage).toMatchObject({ user: 0.255, system: 0.055, resolution: null, ran: null });
    expect(full?.stored?.bytes).toBe(100_663);
    expect(full?.pressure).toBeNull();
    expect(lines.find(({ kind }) => kind === 'init')?.usage).toBeNull();
  });

  it('can be summarised', async () => {
    const { first, lines } = await readMeasurements(nodeHost().files, SHIPPED);
    const about = { opening: first, measurements: SHIPPED, leftOut: [], notBegun: [] };
    const text = benchmarkText(summarise({ ...about, lines }), 100);
    expect(text).toContain('4 of 4');
    expect(text).toMatch(/0-full +borg +1 +1.09 s/);
  });
});

describe('a run of format 1 that was broken off', () => {
  let folder: BenchFolder;
  beforeEach(async () => {
    folder = benchFolder();
    await folder.bench(PLAN, '--quiet', '--budget', '1ms');
    const { opening } = folder.measurements();
    const [, ...old] = readFileSync(SHIPPED, 'utf8').trimEnd().split('\n').slice(0, 3);
    const first = JSON.stringify({ ...opening, format: 'backcast/measurements/1' });
    const file = join(folder.work, `measurements-${opening.run}.jsonl`);
    writeFileSync(file, `${[first, ...old].join('\n')}\n`);
  });
  afterEach(() => folder.remove());

  it('is not gone on with, since it measured less', async () => {
    const { code, err } = await folder.bench(PLAN, '--resume');
    expect(code).toBe(2);
    expect(err).toContain('was written by an earlier version, which measured less');
    expect(err).toContain('--discard');
  });

  it('is taken away by --discard', async () => {
    const { code } = await folder.bench(PLAN, '--discard');
    expect(code).toBe(0);
    expect(existsSync(join(folder.work, folder.measurements().opening.run))).toBe(false);
  });
});
