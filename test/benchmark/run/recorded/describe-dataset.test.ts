import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Measurement } from '../../../../src/benchmark/measurement.ts';
import { type BenchFolder, benchFolder } from '../../../support/bench-run.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const MIB = 2 ** 20;

/** Runs a plan with the built-in engine alone, and gives the lines of a kind. */
async function linesOf(plan: string, kind: Measurement['kind']): Promise<readonly Measurement[]> {
  const { code, err } = await folder.bench(
    `${plan}\ntools: { built-in: {} }\nrepetitions: 1\ncheck: false\nrestore: [newest]\n`,
    '--quiet',
  );
  expect([code, err]).toEqual([0, expect.not.stringContaining('bug')]);
  return folder.measurements().lines.filter((line) => line.kind === kind);
}

describe('what a backup is said to have to do', () => {
  const PLAN = `
datasets:
  office:
    files: 80
    size: { median: 64 KiB, sigma: 0 }
    compressibility: 4
    change: { changed: 10 %, added: 5 %, removed: 10 %, renamed: 5 %, within: { share: 25 %, block: 4 KiB } }
levels: [full, incremental, incremental, differential, unchanged]`;

  it('is what the generator did, since the point that it builds on', async () => {
    const backups = await linesOf(PLAN, 'backup');
    const truths = folder.measurements().lines.flatMap(({ truth }) => truth ?? []);
    const [full, first, second, differential, unchanged] = backups;
    expect(backups.map(({ base }) => base)).toEqual([
      null,
      { point: 0, generation: 0 },
      { point: 1, generation: 1 },
      { point: 0, generation: 0 },
      { point: 3, generation: 3 },
    ]);
    const all = { added: 80, changed: 0, renamed: 0, removed: 0, read: 80 * 64 * 1024, within: 0 };
    expect(full?.change).toMatchObject({ since: null, ...all });
    for (const [line, truth] of [
      [first, truths[1]],
      [second, truths[2]],
    ] as const) {
      const { added, changed, renamed, removed, written } = truth ?? {};
      expect(line?.change).toMatchObject({ added, changed, renamed, removed });
      expect((line?.change?.within ?? 0) + (added ?? 0) * 64 * 1024).toBe(written);
      const moved = (added ?? 0) + (changed ?? 0) + (renamed ?? 0);
      expect(line?.change?.read).toBe(moved * 64 * 1024);
    }
    // What was changed and then renamed is, since the full, a new file in the place of one that is gone.
    const { added = 0, removed = 0, changed = 0, within } = differential?.change ?? {};
    expect(80 + added - removed).toBe(differential?.source?.files);
    expect(changed).toBeGreaterThan(8);
    expect(within).toBeLessThanOrEqual(changed * 64 * 1024 * 0.75);
    expect(unchanged?.change).toMatchObject({ since: 3, read: 0, added: 0, changed: 0, within: 0 });
  });

  it('compresses and repeats as its recipe says', async () => {
    const [full, increment] = await linesOf(PLAN, 'backup');
    for (const line of [full, increment]) {
      const { ratio, low, high } = line?.change?.content?.compressibility ?? {};
      // The recipe means zlib at level 6, this is level 1.
      expect(ratio).toBeGreaterThan(3);
      expect(ratio).toBeLessThan(4.5);
      if (low && high) expect(low).toBeLessThanOrEqual(high);
    }
    expect(full?.change?.content?.duplicates).toMatchObject({ share: 0, complete: true });
  });

  it('holds duplicates where the dataset does', async () => {
    const plan = `
datasets: { twins: { files: 60, size: { median: 64 KiB, sigma: 0 }, duplicates: 50 %, compressibility: 1 } }
levels: [full]`;
    const [dataset] = await linesOf(plan, 'dataset');
    expect(dataset?.content?.duplicates?.share).toBeCloseTo(0.5, 1);
    expect(dataset?.content?.compressibility?.ratio).toBeCloseTo(1, 2);
  });
});

describe('a directory of the user', () => {
  it('is described as one that is made: its shape, and bytes that changed within files', async () => {
    const data = join(folder.path, 'data');
    mkdirSync(join(data, 'below'), { recursive: true });
    writeFileSync(join(data, 'image'), Buffer.alloc(MIB, 'x'));
    writeFileSync(join(data, 'below', 'note'), 'note');
    const edit = `const fs = require('fs'); const f = fs.openSync('image', 'r+');
      fs.writeSync(f, 'changed', 300000); fs.ftruncateSync(f, ${MIB + 10_000})`;
    const next = JSON.stringify([process.execPath, '-e', edit]);
    const plan = `datasets: { mine: { directory: ${data}, next: ${next} } }\nlevels: [full, incremental]`;
    const [full, increment] = await linesOf(plan, 'backup');
    expect(full?.source).toEqual({
      ...{ files: 2, bytes: MIB + 4, folders: 1, links: 0 },
      ...{ p50: 4, p95: MIB, largest: MIB },
    });
    // A page of 4 KiB, and what was appended.
    expect(increment?.change).toMatchObject({
      ...{ added: 0, changed: 1, read: MIB + 10_000, within: 4096 + 10_000 },
      ...{ folders: 1, beside: 1 },
    });
  });
});
