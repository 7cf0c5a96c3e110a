import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { available } from '../../support/programs/require.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

it.skipIf(!available('borg', 'what borg remembers of files'))(
  'borg reads all in a full, and then only what changed',
  async () => {
    await folder.bench(
      `
datasets:
  office: { files: 100, size: { median: 1 MiB, sigma: 0 }, change: { changed: 10 % } }
tools: { borg: {} }
levels: [full, unchanged, incremental]
repetitions: 1
check: false
restore: [newest]
`,
      '--quiet',
    );
    const { lines } = folder.measurements();
    const read = ['0-full', '1-unchanged', '2-incremental'].map(
      (name) => lines.find(({ step }) => step.endsWith(name))?.usage?.read?.bytes ?? Number.NaN,
    );
    const all = 100 * 2 ** 20;
    expect(read[0]).toBeGreaterThan(all);
    // borg reads some 6 MB of its own program, and the newest file, of which it cannot be sure.
    expect(read[1]).toBeLessThan(all / 10);
    expect(read[2]).toBeGreaterThan(all / 10);
    expect(read[2]).toBeLessThan((2 * all) / 10);
    const told = lines.flatMap(({ reported }) => reported?.unchanged ?? []);
    expect(told).toEqual([0, 100, 90]);
  },
);

it.skipIf(!available('rsync', 'what rsync by checksum reads'))(
  'a tool that reads what has not changed is not believed to have taken it over',
  async () => {
    await folder.bench(
      `
datasets: { office: { files: 40, size: { median: 1 MiB, sigma: 0 } } }
tools: { rsync: {}, exact: { like: rsync, checksum: true } }
levels: [full, unchanged]
repetitions: 1
check: false
restore: [newest]
`,
      '--quiet',
    );
    const { lines } = folder.measurements();
    const told = (tool: string) =>
      lines.find((line) => line.tool === tool && line.level === 'unchanged')?.reported?.unchanged;
    expect([told('rsync'), told('exact')]).toEqual([40, null]);
  },
);
