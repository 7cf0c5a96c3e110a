import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { borg } from '../../../src/benchmark/tools/borg.ts';
import { rclone } from '../../../src/benchmark/tools/rclone.ts';
import { restic } from '../../../src/benchmark/tools/restic.ts';
import { rsync } from '../../../src/benchmark/tools/rsync.ts';
import type { Ended } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { type RemoteSeries, remoteSeries } from '../../support/remote-series.ts';
import { available } from '../../support/require.ts';
import { startS3Server } from '../../support/s3-server.ts';
import { s3Client } from '../../support/shared-s3.ts';
import { startSshServer } from '../../support/ssh-server.ts';
import { inBucket, onServer } from '../../support/target-grounds.ts';

const MIB = 2 ** 20;

/** Begins a backup of 20 MiB, held to 1 MiB/s, and takes the server away after two seconds. */
async function backupUntil(
  { series }: RemoteSeries,
  kill: () => Promise<void>,
  timeout: number,
): Promise<Ended> {
  mkdirSync(series.place.source);
  writeFileSync(join(series.place.source, 'large'), randomBytes(20 * MIB));
  const invocation = series.tool.backup(series.place, series.next('full'));
  const { program, args } = invocation;
  const running = nodeHost().processes.run({
    ...{ program, args, timeout },
    ...series.started(invocation),
  });
  await sleep(2000);
  await kill();
  const ended = await running;
  if (!ended.ok) throw new Error(ended.reason);
  return ended.value;
}

it
  .skipIf(!available('sshd', 'hosts that are lost'))
  .each([rsync('rsync', {}), borg('borg', {}), restic('restic', {})])(
  'a host that is lost ends a backup of $name, in its words',
  async (tool) => {
    const server = await startSshServer();
    const remote = await remoteSeries(tool, { ...onServer(server), limit: MIB });
    try {
      const ended = await backupUntil(remote, server.kill, 60);
      expect(ended).toMatchObject({ timedOut: false, exit: expect.any(Number) });
      expect([
        0,
        ...(tool.backup(remote.series.place, remote.series.next('full')).warns ?? []),
      ]).not.toContain(ended.exit);
      expect(ended.errors).toMatch(/closed|broken|lost|error|Fatal/i);
      expect(await remote.target.close()).toMatchObject({
        ok: false,
        reason: expect.stringMatching(/ssh says .*Connection refused/),
      });
    } finally {
      remote.end();
      await server.stop();
    }
  },
);
