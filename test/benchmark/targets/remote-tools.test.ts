import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { borg } from '../../../src/benchmark/tools/borg.ts';
import { rclone } from '../../../src/benchmark/tools/rclone.ts';
import { restic } from '../../../src/benchmark/tools/restic.ts';
import { rsync } from '../../../src/benchmark/tools/rsync.ts';
import type { BackupTool, Point } from '../../../src/benchmark/tools/tool.ts';
import { playedSeries } from '../../support/played-series.ts';
import { available } from '../../support/require.ts';
import { sharedS3 } from '../../support/shared-s3.ts';
import {
  type Ground,
  s3Ground,
  secretsOf,
  sshGround,
  workplace,
} from '../../support/target-grounds.ts';

const POINTS: readonly Point[] = [
  { number: 0, level: 'full', base: null },
  { number: 1, level: 'unchanged', base: 0 },
  { number: 2, level: 'incremental', base: 1 },
];

/** Plays a series of a tool: all its points come back as the source was. */
async function play(tool: BackupTool, ground: Ground, run: string): Promise<void> {
  const secrets = ground.declared.kind === 's3' ? secretsOf(await sharedS3()) : {};
  const place = await workplace(secrets);
  try {
    const target = await place.use(ground.declared, { run });
    const series = await playedSeries(place, tool, target, { hostileNames: ['rsync', 'rsync-z', 'borg'].includes(tool.name) });
    const first = await series.change();
    const [full, unchanged, incremental] = POINTS as [Point, Point, Point];
    await series.backup(full);
    await series.backup(unchanged);
    const second = await series.change();
    await series.backup(incremental);
    await series.must(tool.check?.(series.place, POINTS) ?? []);
    expect(await series.differences(incremental, second)).toEqual([]);
    expect(await series.differences(full, first)).toEqual([]);
    const stored = await target.stored('1');
    expect(stored.ok && stored.value.bytes).toBeGreaterThan(10_000);
    expect(await target.close()).toEqual({ ok: true, value: undefined });
    expect(await ground.list()).toEqual([]);
  } finally {
    place.end();
  }
}

describe.skipIf(!available('sshd', 'tools that store on a host'))('a host, used by', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await sshGround();
  });
  afterAll(() => ground?.end());

  it.each([
    ['rsync', rsync('rsync', {})],
    ['rsync with compression', rsync('rsync-z', { compress: true })],
    ['borg', borg('borg', {})],
    ['restic', restic('restic', {})],
  ])('%s', (_, tool) => play(tool, ground, tool.name));
});

describe.skipIf(!available('ceph', 'tools that store in buckets'))('a bucket, used by', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await s3Ground();
  });
  afterAll(() => ground?.end());

  it.each([
    ['restic', restic('restic', {})],
    ['rclone', rclone('rclone')],
  ])('%s', (_, tool) => play(tool, ground, tool.name));
});
