import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { borg } from '../../../src/benchmark/tools/borg.ts';
import { rclone } from '../../../src/benchmark/tools/rclone.ts';
import { restic } from '../../../src/benchmark/tools/restic.ts';
import { rsync } from '../../../src/benchmark/tools/rsync.ts';
import type { BackupTool } from '../../../src/benchmark/tools/tool.ts';
import { available } from '../../support/programs/require.ts';
import { remoteSeries, toolsAt } from '../../support/servers/remote-series.ts';
import { type Ground, s3Ground, sshGround } from '../../support/servers/target-grounds.ts';
import { livingTree } from '../../support/trees/living-tree.ts';

/** Plays a series of a tool: all its points come back as the source was then. */
async function play(tool: BackupTool, ground: Ground): Promise<void> {
  const { target, series, end } = await remoteSeries(tool, ground.declared);
  try {
    const tree = livingTree(series.place.source);
    await series.backup('full');
    await series.backup('unchanged');
    const done = tree.change();
    const said = await series.backup('incremental');
    if (said.copied !== null) expect(said.copied).toBe(done.added + done.changed);
    else expect([said.added, said.changed]).toEqual([done.added, done.changed]);
    expect(await series.check()).toBe('');
    for (const number of [2, 0]) expect(await series.restore(number)).toEqual([]);
    const stored = await target.stored('1');
    expect(stored.ok && stored.value.bytes).toBeGreaterThan(400_000);
    expect(await target.close()).toEqual({ ok: true, value: undefined });
    expect(await ground.list()).toEqual([]);
  } finally {
    end();
  }
}

describe.skipIf(!available('sshd', 'tools that store on a host'))('a host, used by', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await sshGround();
  });
  afterAll(() => ground?.end());

  for (const { name, tool, isThere } of toolsAt('sshd', 'a host', [
    ['rsync', rsync('rsync', {})],
    ['rsync', rsync('rsync with compression', { compress: true })],
    ['borg', borg('borg', {})],
    ['restic', restic('restic', {})],
  ]))
    it.skipIf(!isThere)(name, () => play(tool, ground));
});

describe.skipIf(!available('ceph', 'tools that store in buckets'))('a bucket, used by', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await s3Ground();
  });
  afterAll(() => ground?.end());

  for (const { name, tool, isThere } of toolsAt('ceph', 'a bucket', [
    ['restic', restic('restic', {})],
    ['rclone', rclone('rclone')],
  ]))
    it.skipIf(!isThere)(name, () => play(tool, ground));
});
