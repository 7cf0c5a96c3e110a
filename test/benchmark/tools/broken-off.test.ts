import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Invocation, Point } from '../../../src/benchmark/tools/tool.ts';
import { toolsToRun } from '../../support/benchmark-tools.ts';
import { type ToolSeries, toolSeries } from '../../support/tool-series.ts';
import { filesBelow } from '../../support/trees/files-below.ts';
import { livingTree } from '../../support/trees/living-tree.ts';

const MIB = 2 ** 20;

/** Files of 16 MiB that give time to kill a tool; as many more where that was too little. */
const LARGE = 5;

const sizeOf = (folder: string): number =>
  filesBelow(folder).reduce((sum, { size }) => sum + size, 0);

/** Runs a call and kills it, with its children, once the folder has grown; says what ended it. */
async function killed(series: ToolSeries, call: Invocation, folder: string) {
  const before = sizeOf(folder);
  const child = spawn(call.program, call.args, {
    ...series.started(call),
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((resolve) => {
    child.on('exit', (_, signal) => resolve(signal));
  });
  const watch = setInterval(() => {
    if (sizeOf(folder) < before + 2 * MIB || child.pid === undefined) return;
    clearInterval(watch);
    process.kill(-child.pid, 'SIGKILL');
  }, 2);
  const signal = await ended;
  clearInterval(watch);
  return signal;
}

/** Begins a backup and kills it; says whether it was still at work, which a busy machine decides. */
async function isKilledInside(series: ToolSeries, point: Point): Promise<boolean> {
  const { tool, place } = series;
  if (place.repository.kind !== 'local') throw new Error('not local');
  const { path } = place.repository;
  for (const call of tool.prepare(place, point)) await killed(series, call, path);
  return (await killed(series, tool.backup(place, point), path)) === 'SIGKILL';
}

for (const { name, tool, isThere } of toolsToRun())
  describe.skipIf(!isThere)(`${name}, killed in the middle of a backup`, () => {
    let series: ToolSeries | undefined;
    afterEach(() => series?.remove());

    it('goes on after a recovery as if nothing had been', async () => {
      series = toolSeries(tool);
      const tree = livingTree(series.place.source);
      await series.init();
      await series.backup('full');
      tree.change();
      const level = tool.levels('local').includes('incremental') ? 'incremental' : 'full';
      const point = series.next(level);
      let large = 0;
      for (let isKilled = false; !isKilled; ) {
        for (const more = large + LARGE; large < more; large += 1) {
          writeFileSync(join(tree.root, `large-${large}`), randomBytes(16 * MIB));
        }
        isKilled = await isKilledInside(series, point);
        await series.recover(point);
      }
      const said = await series.backup(level);
      const files = level === 'full' ? tree.files + large : 3 + 2 + large;
      if (said.copied !== null) expect(said.copied).toBe(files);
      if (said.added !== null) expect(said.added + (said.changed ?? 0)).toBe(files);
      expect(await series.restore(1)).toEqual([]);
      expect(await series.restore(0)).toEqual([]);
      expect(await series.check()).toBe('');
    });
  });
