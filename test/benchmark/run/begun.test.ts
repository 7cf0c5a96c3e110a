import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBegun } from '../../../src/benchmark/run/begun.ts';
import { nodeHost } from '../../../src/host/node.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-begun-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('the note of what was begun tells the last step alone, however long the one before', async () => {
  const host = nodeHost();
  const work = await host.openWorkDirectory(join(folder, 'work'));
  const root = join(work.path, 'run');
  work.makeDirectory(root);
  const begun = await openBegun(host.files, work, { root });
  expect(begun.brokenOff).toBe(undefined);
  begun.note('1/office/a-tool-with-a-long-name/disk/0-full');
  begun.note('1/office/tar/disk/init');
  expect((await openBegun(host.files, work, { root })).brokenOff).toBe('1/office/tar/disk/init');
});
