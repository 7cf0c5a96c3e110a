import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { benchmarkTools } from '../../../src/benchmark/tools/tools.ts';
import { toolsToRun } from '../../support/benchmark-tools.ts';
import { available } from '../../support/programs/require.ts';
import { type SeriesOptions, type ToolSeries, toolSeries } from '../../support/tool-series.ts';
import { livingTree } from '../../support/trees/living-tree.ts';

const MIB = 2 ** 20;

const running: ToolSeries[] = [];
afterEach(() => {
  for (const series of running.splice(0)) series.remove();
});

async function begun(tool: ToolSeries['tool'], options: SeriesOptions = {}): Promise<ToolSeries> {
  const series = toolSeries(tool, options);
  running.push(series);
  mkdirSync(series.place.source);
  await series.init();
  return series;
}

for (const { name, tool, isThere } of toolsToRun())
  describe.skipIf(!isThere)(name, () => {
    it('brings back a tree in which nothing lies', async () => {
      const series = await begun(tool);
      await series.backup('full');
      expect([await series.check(), await series.restore(0)]).toEqual(['', []]);
    });

    it('brings back modes, whatever this process takes away from new files', async () => {
      const series = await begun(tool);
      writeFileSync(join(series.place.source, 'shared'), 'text');
      chmodSync(join(series.place.source, 'shared'), 0o666);
      const mask = process.umask(0o077);
      try {
        await series.backup('full');
        expect(await series.restore(0)).toEqual([]);
      } finally {
        process.umask(mask);
      }
    });

    it('tells its version', async () => {
      const series = await begun(tool);
      const { version } = tool;
      if (!version) throw new Error('it cannot be asked');
      const said = await series.call(version(series.place));
      expect(tool.readVersion(said.output)).toMatch(name === 'a command' ? /rsync/ : /^\d+\.\d+/);
      expect(tool.readVersion('something else')).toBe(
        name === 'a command' ? 'something else' : undefined,
      );
    });

    it('says nothing where nothing can be read, or where the list was cut', () => {
      for (const words of ['', 'nonsense', '{"broken":', '{}\n']) {
        const said = tool.reported(words, words, 'x');
        expect(Object.values(said).every((value) => value === null)).toBe(true);
      }
    });

    it('writes nothing into the home of the user', async () => {
      const places = ['.cache', '.config', '.ssh', '.local/share', ''];
      const listed = () =>
        places.map((place) => {
          try {
            return readdirSync(join(homedir(), place)).filter((entry) =>
              /borg|restic|rclone|rsync|tar|known_hosts|pwned/.test(entry),
            );
          } catch {
            return [];
          }
        });
      const [before, here] = [listed(), readdirSync('.')];
      const series = await begun(tool);
      writeFileSync(join(series.place.source, 'file'), 'text');
      await series.backup('full');
      expect(await series.restore(0)).toEqual([]);
      expect([listed(), readdirSync('.')]).toEqual([before, here]);
    });

    it('brings links back whose targets are no UTF-8, unless it is an old restic', async () => {
      const series = await begun(tool);
      symlinkSync(Buffer.from('no\nwhere \xff', 'latin1'), join(series.place.source, 'link'));
      await series.backup('full');
      const restored = await series.restore(0);
      if (name !== 'restic' || restored.length === 0) expect(restored).toEqual([]);
      else expect(restored.join()).toMatch(/^link: points to [^,]*$/);
    });

    if (tool.limits.includes('local'))
      it('holds itself to a limit', async () => {
        const limited = await begun(tool, { limit: MIB });
        writeFileSync(join(limited.place.source, 'large'), randomBytes(4 * MIB));
        const start = performance.now();
        await limited.backup('full');
        // The first second's worth may come at once.
        expect(performance.now() - start).toBeGreaterThan(2_500);
        expect(await limited.restore(0)).toEqual([]);
      });

    if (tool.granularity === 'chunk')
      it('stores the chunks that changed, not files', async () => {
        const series = await begun(tool);
        const large = join(series.place.source, 'large');
        writeFileSync(large, randomBytes(40 * MIB));
        await series.backup('full');
        const file = openSync(large, 'r+');
        writeSync(file, randomBytes(1024), 0, 1024, 20 * MIB);
        closeSync(file);
        const { changed, stored } = await series.backup('incremental');
        expect(changed).toBe(1);
        expect(stored).toBeGreaterThan(1024);
        // No chunk is larger than 8 MiB, and 1 KiB lies in two at most; names and lists come with them.
        expect(stored).toBeLessThan(2 * 8 * MIB + 100_000);
      });
  });

describe.each([
  ['borg', { like: 'borg', encrypt: false, compress: 'zstd' }],
  ['restic', { like: 'restic', compress: 'max' }],
] as const)('%s with %j', (program, given) => {
  it.skipIf(!available(program, `options of ${program}`))(
    'makes points that come back',
    async () => {
      const tool = benchmarkTools.parse({ x: given }).x;
      if (!tool) throw new Error('not read');
      const series = toolSeries(tool);
      running.push(series);
      livingTree(series.place.source);
      await series.init();
      await series.backup('full');
      expect(await series.restore(0)).toEqual([]);
      expect(tool.title).toContain('--compression');
    },
  );
});
