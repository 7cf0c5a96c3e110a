import { describe, expect, it } from 'vitest';
import { HOSTILE_KINDS } from '../../../src/benchmark/datasets/hostile-names.ts';
import { rclone } from '../../../src/benchmark/tools/rclone.ts';
import type { BackupTool, Reported } from '../../../src/benchmark/tools/tool.ts';
import { toolsToRun } from '../../support/benchmark-tools.ts';
import { available } from '../../support/programs/require.ts';
import { freshBucket, s3Client, sharedS3 } from '../../support/servers/shared-s3.ts';
import { type SeriesOptions, toolSeries } from '../../support/tool-series.ts';
import { fewFiles, make, withSite } from '../../support/trees/made-tree.ts';

const recipe = fewFiles({ files: 2 * HOSTILE_KINDS, hostileNames: true });
const SEED = 5;

/** What a backup has to say, as far as it says anything. */
function expectTold(said: Reported, added: number, changed: number): void {
  const told = said.copied ?? (said.added === null ? null : said.added + (said.changed ?? 0));
  if (told !== null) expect(told).toBe(added + changed);
  if (said.changed !== null) expect(said.changed).toBe(changed);
}

/** What an old restic cannot keep: where links point whose targets are no UTF-8. */
const OLD_RESTIC = /link-\d+: points to [^:]*\ufffd/;

async function play(tool: BackupTool, options: SeriesOptions = {}): Promise<void> {
  await withSite(async (site) => {
    const series = toolSeries(tool, { ...options, source: site.at });
    try {
      await series.init();
      const first = await make(site, recipe, SEED, 0);
      expectTold(await series.backup('full'), first.files, 0);
      const { kind } = series.place.repository;
      const isFull = !tool.levels(kind).includes('incremental');
      for (const generation of [1, 2]) {
        const { added, renamed, changed, files } = await make(site, recipe, SEED, generation);
        const said = await series.backup(isFull ? 'full' : 'incremental');
        expectTold(said, isFull ? files : added + renamed, isFull ? 0 : changed);
      }
      if (!isFull) expectTold(await series.backup('unchanged'), 0, 0);
      for (const { number } of series.points) {
        const wrong = await series.restore(number);
        expect(wrong.filter((line) => tool.name !== 'restic' || !OLD_RESTIC.test(line))).toEqual(
          [],
        );
      }
      expect(await series.check()).toBe('');
    } finally {
      series.remove();
    }
  });
}

describe('hostile names, in generations that are made', () => {
  for (const { name, tool, isThere } of toolsToRun())
    it.skipIf(!isThere)(`come back from ${name}, which tells what was done`, () => play(tool));

  const isThere = available(['rclone', 'ceph'], 'rclone in S3');
  it.skipIf(!isThere)('come back from rclone in a bucket, which tells what was done', async () => {
    const service = await sharedS3();
    const bucket = await freshBucket(s3Client(service), 'tools');
    await play(rclone('rclone'), {
      repository: { kind: 's3', ...service, region: 'us-east-1', bucket, prefix: 'backcast-1/0' },
    });
  });
});
