import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Invocation } from '../../../src/benchmark/tools/tool.ts';
import { toolsThere } from '../../support/benchmark-tools.ts';
import { type ToolSeries, toolSeries } from '../../support/tool-series.ts';
import { filesBelow } from '../../support/trees/files-below.ts';
import { livingTree } from '../../support/trees/living-tree.ts';

const MIB = 2 ** 20;

/** Files of 16 MiB that give time to kill a tool. */
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

describe.each(toolsThere)('$name, killed in the middle of a backup', ({ tool }) => {
  let series: ToolSeries | undefined;
  afterEach(() => series?.remove());

  it('goes on after a recovery as if nothing had been', async () => {
    series = toolSeries(tool);
    const tree = livingTree(series.place.source);
    await series.init();
    await series.backup('full');
    tree.change();
    for (let number = 0; number < LARGE; number += 1) {
      writeFileSync(join(tree.root, `large-${number}`), randomBytes(16 * MIB));
    }
    const { repository } = series.place;
    if (repository.kind !== 'local') throw new Error('not local');
    const level = tool.levels('local').includes('incremental') ? 'incremental' : 'full';
    const point = series.next(level);
    for (const call of tool.prepare(series.place, point)) {
      await killed(series, call, repository.path);
    }
    const backup = tool.backup(series.place, point);
    expect(await killed(series, backup, repository.path)).toBe('SIGKILL');
    await series.recover(point);
    const said = await series.backup(level);
    const files = level === 'full' ? tree.files + LARGE : 3 + 2 + LARGE;
    if (said.copied !== null) expect(said.copied).toBe(files);
    if (said.added !== null) expect(said.added + (said.changed ?? 0)).toBe(files);
    expect(await series.restore(1)).toEqual([]);
    expect(await series.restore(0)).toEqual([]);
    expect(await series.check()).toBe('');
  });
});
