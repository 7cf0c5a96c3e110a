import { expect, it } from 'vitest';
import { rclone } from '../../../src/benchmark/tools/rclone.ts';
import { restic } from '../../../src/benchmark/tools/restic.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { remoteSeries, toolsAt } from '../../support/servers/remote-series.ts';
import { s3Ground } from '../../support/servers/target-grounds.ts';
import { livingTree } from '../../support/trees/living-tree.ts';

for (const { name, tool, isThere } of toolsAt('ceph', 'requests to a bucket', [
  ['restic', restic('restic', {})],
  ['rclone', rclone('rclone')],
]))
  it.skipIf(!isThere)(`${name} is counted on its way to a bucket, and it alone`, async () => {
    const ground = await s3Ground();
    if (ground.declared.kind !== 's3') throw new Error('a bucket is no bucket');
    // A second relay counts what reaches the service, whoever asks for it.
    const behind = await nodeHost().relay(ground.declared.endpoint);
    if (!behind.ok) throw new Error(behind.reason);
    const { endpoint, traffic, close } = behind.value;
    const declared = { ...ground.declared, endpoint, countRequests: true } as const;
    const { target, series, end } = await remoteSeries(tool, declared);
    try {
      livingTree(series.place.source);
      const empty = await target.stored('1');
      const [before, own] = [traffic(), target.traffic()];
      await series.backup('full');
      const [after, seen] = [traffic(), target.traffic()];
      if (!own || !seen) throw new Error('nothing was counted');
      for (const what of ['requests', 'sent', 'received'] as const) {
        expect(seen[what] - own[what], what).toBe(after[what] - before[what]);
        expect(seen[what] - own[what], what).toBeGreaterThan(0);
      }
      const stored = await target.stored('1');
      const paths = await ground.list();
      if (!stored.ok || !empty.ok) throw new Error('nothing is listed');
      // All that lies there but the mark.
      expect(stored.value.files).toBe(paths.length - 1);
      // Whatever came to lie there was sent.
      expect(seen.sent - own.sent).toBeGreaterThan(stored.value.bytes - empty.value.bytes);
      // The listing went past the first relay: only the second one saw it.
      expect(target.traffic()).toEqual(seen);
      expect(traffic().requests).toBeGreaterThan(after.requests);
      expect(await series.restore(0)).toEqual([]);
      expect(await target.close()).toEqual({ ok: true, value: undefined });
      expect(await ground.list()).toEqual([]);
    } finally {
      end();
      close();
      await ground.end();
    }
  });
