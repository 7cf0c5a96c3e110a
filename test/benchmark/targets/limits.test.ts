import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DeclaredTarget } from '../../../src/benchmark/targets/declared-target.ts';
import { borg } from '../../../src/benchmark/tools/borg.ts';
import { rclone } from '../../../src/benchmark/tools/rclone.ts';
import { restic } from '../../../src/benchmark/tools/restic.ts';
import { rsync } from '../../../src/benchmark/tools/rsync.ts';
import type { BackupTool } from '../../../src/benchmark/tools/tool.ts';
import { available } from '../../support/programs/require.ts';
import { startDistantSshServer } from '../../support/servers/network-namespace.ts';
import { remoteSeries, toolsAt } from '../../support/servers/remote-series.ts';
import { onServer, s3Ground, sshGround } from '../../support/servers/target-grounds.ts';

const MIB = 2 ** 20;
const BYTES = 6 * MIB;

/** Seconds that a backup of 6 MiB takes, and a restore; what comes back is what was there. */
async function secondsFor(tool: BackupTool, declared: DeclaredTarget) {
  const { target, series, end } = await remoteSeries(tool, declared);
  try {
    mkdirSync(series.place.source);
    writeFileSync(join(series.place.source, 'large'), randomBytes(BYTES));
    const begun = performance.now();
    await series.backup('full');
    const backedUp = performance.now();
    expect(await series.restore(0)).toEqual([]);
    const restored = performance.now();
    expect((await target.close()).ok).toBe(true);
    return { backup: (backedUp - begun) / 1000, restore: (restored - backedUp) / 1000 };
  } finally {
    end();
  }
}

for (const { name, tool, isThere } of toolsAt('sshd', 'limits on the way to a host', [
  ['rsync', rsync('rsync', {})],
  ['borg', borg('borg', {})],
  ['restic', restic('restic', {})],
]))
  it.skipIf(!isThere)(`${name} holds itself to the limit of a host`, async () => {
    const ground = await sshGround();
    try {
      const { backup } = await secondsFor(tool, { ...ground.declared, limit: 2 * MIB });
      // The first second's worth may come at once.
      expect(backup).toBeGreaterThan(BYTES / (2 * MIB) - 1);
    } finally {
      await ground.end();
    }
  });

for (const { name, tool, isThere } of toolsAt('ceph', 'limits on the way to a bucket', [
  ['restic', restic('restic', {})],
  ['rclone', rclone('rclone')],
]))
  it.skipIf(!isThere)(`${name} holds itself to the limit of a bucket`, async () => {
    const ground = await s3Ground();
    try {
      const { backup } = await secondsFor(tool, { ...ground.declared, limit: 2 * MIB });
      expect(backup).toBeGreaterThan(BYTES / (2 * MIB) - 1);
    } finally {
      await ground.end();
    }
  });

const SLOW_LINE = available(
  ['networkNamespace', 'sshd', 'rsync'],
  'a host at the end of a slow line',
);
it.skipIf(!SLOW_LINE)(
  'a slow line limits those that do not limit themselves, both ways',
  async () => {
    const server = await startDistantSshServer({ rate: '16mbit' });
    try {
      const { backup, restore } = await secondsFor(rsync('rsync', {}), onServer(server));
      const least = (BYTES * 8) / 16e6;
      expect(backup).toBeGreaterThan(least);
      expect(restore).toBeGreaterThan(least);
    } finally {
      await server.stop();
    }
  },
);
