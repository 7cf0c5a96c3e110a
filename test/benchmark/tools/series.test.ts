import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LevelName } from '../../../src/benchmark/level.ts';
import type { Reported } from '../../../src/benchmark/tools/tool.ts';
import { toolsToRun } from '../../support/benchmark-tools.ts';
import { type ToolSeries, toolSeries } from '../../support/tool-series.ts';
import { type Done, type LivingTree, livingTree } from '../../support/trees/living-tree.ts';

/** What is to be said of a backup that took over exactly what was done. */
function expectTruth(said: Reported, { added, changed }: Omit<Done, 'written'>, files: number) {
  if (said.copied !== null) expect(said.copied).toBe(added + changed);
  if (said.added !== null) expect([said.added, said.changed]).toEqual([added, changed]);
  if (said.unchanged !== null) expect(said.unchanged).toBe(files - added - changed);
}

for (const { name, tool, isThere } of toolsToRun())
  describe.skipIf(!isThere)(`${name}, in a local folder`, () => {
    let series: ToolSeries;
    let tree: LivingTree;
    const can = (level: LevelName) => tool.levels('local').includes(level);

    beforeAll(async () => {
      series = toolSeries(tool);
      tree = livingTree(series.place.source);
      await series.init();
    });
    afterAll(() => series.remove());

    it('takes everything in a full', async () => {
      const said = await series.backup('full');
      expectTruth(said, { added: tree.files, changed: 0 }, tree.files);
      if (name !== 'a command') expect(said.added ?? said.copied).not.toBeNull();
      expect(await series.check()).toBe('');
      expect(await series.restore(0)).toEqual([]);
    });

    if (can('unchanged'))
      it('takes nothing where nothing has changed', async () => {
        expectTruth(await series.backup('unchanged'), { added: 0, changed: 0 }, tree.files);
      });

    let done = { added: 0, changed: 0 };
    it('takes what has changed since the point before', async () => {
      done = tree.change();
      const said = await series.backup(can('incremental') ? 'incremental' : 'full');
      expectTruth(said, can('incremental') ? done : { added: tree.files, changed: 0 }, tree.files);
      tree.change();
      await series.backup(can('incremental') ? 'incremental' : 'full');
    });

    if (can('differential'))
      it('takes what has changed since the full', async () => {
        tree.change();
        // Three changes later two files differ, one has a new name, and of those that each brought in
        // the last one with content is left, and the empty ones.
        const said = await series.backup('differential');
        expectTruth(said, { added: 1 + 3 + 1, changed: 2 }, tree.files);
        tree.change();
        await series.backup('incremental');
      });

    it('brings the newest and all older points back', async () => {
      for (const { number } of series.points.toReversed()) {
        expect(await series.restore(number), `point ${number}`).toEqual([]);
      }
      expect(await series.check()).toBe('');
    });

    it('makes a full again, beside the points that are there', async () => {
      const said = await series.backup('full');
      expectTruth(said, { added: tree.files, changed: 0 }, tree.files);
      expect(await series.restore(series.points.length - 1)).toEqual([]);
      expect(await series.restore(0)).toEqual([]);
    });

    it('makes a point again whose number was used by a run that was broken off', async () => {
      const last = series.points.at(-1);
      await series.recover(last ?? null);
      (series.points as unknown[]).pop();
      tree.change();
      await series.backup('full');
      expect(await series.restore(series.points.length - 1)).toEqual([]);
      expect(await series.check()).toBe('');
    });
  });
