import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { toolsToRun } from '../../support/benchmark-tools.ts';
import { type ToolSeries, toolSeries } from '../../support/tool-series.ts';
import { filesBelow } from '../../support/trees/files-below.ts';

const running: ToolSeries[] = [];
afterEach(() => {
  for (const series of running.splice(0)) series.remove();
});

async function begun(tool: ToolSeries['tool']): Promise<ToolSeries> {
  const series = toolSeries(tool);
  running.push(series);
  mkdirSync(join(series.place.source, 'folder'), { recursive: true });
  await series.init();
  return series;
}

for (const { name, tool, isThere } of toolsToRun()) {
  if (tool.retention.length > 0)
    describe.skipIf(!isThere)(`${name}, asked to keep the newest point`, () => {
      it('forgets the others, frees what only they needed, and keeps what is whole', async () => {
        const series = await begun(tool);
        const { place } = series;
        const path = place.repository.kind === 'local' ? place.repository.path : '';
        const stored = () => filesBelow(path).reduce((sum, { size }) => sum + size, 0);
        for (const text of ['first', 'second', 'third']) {
          // Some 3 MB that do not compress, of which only the newest are needed at last.
          const words = Array.from({ length: 100_000 }, () => Math.random());
          writeFileSync(join(place.source, 'folder', 'file'), `${text}${words.join()}`);
          await series.backup(text === 'first' ? 'full' : 'incremental');
        }
        const all = stored();
        for (const kind of tool.retention) {
          const called = tool.retain?.(place, kind, 1);
          if (!called) throw new Error(`no ${kind}`);
          expect((await series.call(called)).exit).toBe(0);
        }
        expect(stored()).toBeLessThan(0.5 * all);
        expect(await series.check()).toBe('');
        expect(await series.restore(2)).toEqual([]);
        expect(await series.restore(0)).not.toEqual([]);
      });
    });

  if (tool.restoreFile)
    describe.skipIf(!isThere)(`${name}, asked for one file`, () => {
      it('brings it back from the newest point, and nothing beside the way to it', async () => {
        const series = await begun(tool);
        const { place, points } = series;
        const write = (path: string, text: string) => writeFileSync(join(place.source, path), text);
        write('folder/wanted', 'first');
        write('folder/wanted-too', 'not');
        write('other', 'not');
        await series.backup('full');
        write('other', 'changed');
        if (tool.levels('local').includes('incremental')) await series.backup('incremental');
        const into = join(place.home, 'into');
        mkdirSync(into);
        const newest = points.at(-1);
        if (!newest) throw new Error('no point');
        for (const call of tool.restoreFile?.(place, newest, into, points, 'folder/wanted') ?? []) {
          const { exit } = await series.call(call);
          expect([0, ...(call.warns ?? [])]).toContain(exit);
        }
        const back = filesBelow(tool.restored(place, into));
        expect(
          back.map(({ path, size }) => [`${path}`.split('/').slice(-2).join('/'), size]),
        ).toEqual([['folder/wanted', 5]]);
        rmSync(into, { recursive: true });
      });
    });
}
