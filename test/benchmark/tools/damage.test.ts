import { closeSync, lstatSync, openSync, readSync, writeSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { type ToolName, toolsToRun } from '../../support/benchmark-tools.ts';
import { type ToolSeries, toolSeries } from '../../support/tool-series.ts';
import { filesBelow } from '../../support/trees/files-below.ts';
import { livingTree } from '../../support/trees/living-tree.ts';

/** Who finds bytes that changed in the largest file: where the tool's check does not, a restore. */
const FOUND_BY: Readonly<Record<ToolName, 'check' | 'restore'>> = {
  // Archives have no checksum of their contents, and the largest is not the newest.
  tar: 'restore',
  'tar with gzip': 'check',
  'tar with zstd': 'check',
  // Of the newest point; older ones are not compared with anything.
  rsync: 'check',
  'rsync by checksum': 'check',
  restic: 'check',
  borg: 'check',
  rclone: 'check',
  'a command': 'restore',
};

/** The largest file below a folder; of several, the first by name. */
function largest(folder: string): Buffer {
  const [first] = filesBelow(folder).toSorted(
    (a, b) => b.size - a.size || Buffer.compare(a.path, b.path),
  );
  if (!first) throw new Error(`nothing is stored in ${folder}`);
  return first.path;
}

/** Turns the bits of some bytes in the middle of a file, which keeps its size and its name. */
function damage(path: Buffer): void {
  const file = openSync(path, 'r+');
  const bytes = Buffer.alloc(8);
  const middle = Math.floor(lstatSync(path).size / 2);
  readSync(file, bytes, 0, bytes.length, middle);
  for (const [index, byte] of bytes.entries()) bytes[index] = byte ^ 0xff;
  writeSync(file, bytes, 0, bytes.length, middle);
  closeSync(file);
}

for (const { name, tool, isThere } of toolsToRun())
  describe.skipIf(!isThere)(`a damaged file of ${name}`, () => {
    let series: ToolSeries | undefined;
    afterEach(() => series?.remove());

    it(`is found by its ${FOUND_BY[name]}`, async () => {
      series = toolSeries(tool);
      const tree = livingTree(series.place.source);
      await series.init();
      await series.backup('full');
      tree.change();
      await series.backup(tool.levels('local').includes('incremental') ? 'incremental' : 'full');
      const { repository } = series.place;
      if (repository.kind !== 'local') throw new Error('not local');
      damage(largest(repository.path));
      const checked = await series.check();
      const restored = [...(await series.restore(0)), ...(await series.restore(1))];
      expect(restored).not.toEqual([]);
      expect(checked === '' ? 'restore' : 'check').toBe(FOUND_BY[name]);
    });
  });
