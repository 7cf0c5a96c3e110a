import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { borg } from '../../../src/benchmark/tools/borg.ts';
import { rclone } from '../../../src/benchmark/tools/rclone.ts';
import { restic } from '../../../src/benchmark/tools/restic.ts';
import { rsync } from '../../../src/benchmark/tools/rsync.ts';
import type { Ended } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { available } from '../../support/programs/require.ts';
import { until } from '../../support/programs/until.ts';
import { type RemoteSeries, remoteSeries, toolsAt } from '../../support/servers/remote-series.ts';
import { startS3Server } from '../../support/servers/s3-server.ts';
import { freshBucket, s3Client } from '../../support/servers/shared-s3.ts';
import { startSshServer } from '../../support/servers/ssh-server.ts';
import { inBucket, onServer } from '../../support/servers/target-grounds.ts';
import { filesBelow } from '../../support/trees/files-below.ts';

const MIB = 2 ** 20;

/** A backup is held to a rate, so that there is time to take the server away meanwhile. */
const LIMIT = 4 * MIB;

async function backUp({ series }: RemoteSeries, timeout: number): Promise<Ended> {
  mkdirSync(series.place.source);
  writeFileSync(join(series.place.source, 'large'), randomBytes(80 * MIB));
  const invocation = series.tool.backup(series.place, series.next('full'));
  const { program, args, warns = [] } = invocation;
  const ended = await nodeHost().processes.run({
    ...{ program, args, timeout },
    ...series.started(invocation),
  });
  if (!ended.ok) throw new Error(ended.reason);
  expect([0, ...warns]).not.toContain(ended.value.exit);
  return ended.value;
}

const sizeOf = (folder: string): number =>
  filesBelow(folder).reduce((sum, { size }) => sum + size, 0);

for (const { name, tool, isThere } of toolsAt('sshd', 'hosts that are lost', [
  ['rsync', rsync('rsync', {})],
  ['borg', borg('borg', {})],
  ['restic', restic('restic', {})],
]))
  it.skipIf(!isThere)(`a host that is lost ends a backup of ${name}, in its words`, async () => {
    const server = await startSshServer();
    const remote = await remoteSeries(tool, { ...onServer(server), limit: LIMIT });
    try {
      const before = sizeOf(server.folder);
      const backup = backUp(remote, 600);
      await until(() => sizeOf(server.folder) > before + MIB / 4);
      await server.kill();
      const ended = await backup;
      expect(ended).toMatchObject({ timedOut: false, exit: expect.any(Number) });
      expect(ended.errors).toMatch(/closed|broken|lost|error|Fatal/i);
      expect(await remote.target.close()).toMatchObject({
        ok: false,
        reason: expect.stringMatching(/ssh says .*Connection refused/),
      });
    } finally {
      remote.end();
      await server.stop();
    }
  });

const isData = (key: string): boolean => /(^|\/)data\/../.test(key);

async function keysIn(client: S3Client, Bucket: string): Promise<readonly string[]> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
  return Contents.map(({ Key = '' }) => Key);
}

it.skipIf(!available(['ceph', 'rclone', 'restic'], 'services that are lost'))(
  'a service that is lost ends a backup of rclone in its words, and of restic by its timeout',
  async () => {
    const service = await startS3Server();
    const client = s3Client(service);
    const bucket = await freshBucket(client, 'lost');
    const declared = { ...inBucket(service, bucket, ''), limit: LIMIT };
    const remotes = await Promise.all(
      [rclone('rclone'), restic('restic', {})].map((tool) => remoteSeries(tool, declared, service)),
    );
    try {
      const backups = Promise.all(remotes.map((remote) => backUp(remote, 60)));
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      void backups.then(over, over);
      // Data of restic is there, so more is on its way; on a slow machine the timeout may come first.
      await until(async () => isOver || (await keysIn(client, bucket)).some(isData));
      await service.stop();
      const [ofRclone, ofRestic] = await backups;
      expect(ofRclone).toMatchObject({ timedOut: false, exit: expect.any(Number) });
      expect(ofRclone?.errors).toMatch(/connection refused/i);
      // It tries again for a quarter of an hour.
      expect(ofRestic).toMatchObject({ timedOut: true });
      for (const { target } of remotes) {
        expect(await target.close()).toMatchObject({ ok: false, code: 'ECONNREFUSED' });
      }
    } finally {
      for (const remote of remotes) remote.end();
      client.destroy();
      await service.stop();
    }
  },
);
