import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { manifestFile } from '../../../src/benchmark/manifest/manifest-file.ts';
import { readTree } from '../../../src/benchmark/manifest/read-tree.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { ownBuild } from '../../support/programs/own-build.ts';
import { available } from '../../support/programs/require.ts';
import { until } from '../../support/programs/until.ts';

const host = nodeHost();
const build = ownBuild('engine');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-child-')));
const source = join(folder, 'source');
const work = join(folder, 'work');
const repository = join(work, 'repository');
afterAll(() => {
  rmSync(folder, { recursive: true });
  build.remove();
});

const started = (...args: readonly string[]) =>
  spawn(process.execPath, [build.bin, 'engine', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

/** Runs a part of the engine to its end. */
async function engine(...args: readonly string[]) {
  const child = started(...args);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    said.stdout += text;
  });
  child.stderr.on('data', (text) => {
    said.stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, ...said };
}

const backup = (point: number, ...more: readonly string[]): readonly string[] => [
  'backup',
  `--source=${source}`,
  `--repository=${repository}`,
  `--point=${point}`,
  ...more,
];

beforeAll(async () => {
  await host.openWorkDirectory(work);
  mkdirSync(source);
});
beforeEach(() => {
  rmSync(repository, { recursive: true, force: true });
  rmSync(source, { recursive: true });
  mkdirSync(source);
  writeFileSync(join(source, 'small'), 'small');
});

describe('the engine as a program', () => {
  it('copies, checks, restores and compares, and says so in JSON', async () => {
    const made = await engine(...backup(0, '--level=full'));
    expect(JSON.parse(made.stdout)).toMatchObject({ point: 0, files: { added: 1 } });
    writeFileSync(join(source, 'new'), 'new');
    await engine(...backup(1, '--level=differential', '--base=0'));
    expect((await engine('check', `--repository=${repository}`)).code).toBe(0);
    const into = join(work, 'restored');
    const which = [`--repository=${repository}`, '--point=1', `--into=${into}`];
    expect((await engine('restore', ...which)).code).toBe(0);
    expect((await engine('compare', source, into)).code).toBe(0);

    const manifest = join(folder, 'manifest');
    const { entries } = await readTree(host, source, 'blake3');
    writeFileSync(manifest, Buffer.concat([...manifestFile('blake3', entries)]));
    const digest = ['digest', '--method=blake3', `--manifest=${manifest}`, into];
    expect(JSON.parse((await engine(...digest)).stdout)).toMatchObject({ files: 2, bytes: 8 });
    writeFileSync(join(into, 'small'), 'smell');
    for (const args of [digest, ['compare', source, into]]) {
      const { code, stdout } = await engine(...args);
      expect(code).toBe(3);
      expect(JSON.parse(stdout).differences.first).toEqual(['small: has other content']);
    }
    const other = await engine('digest', '--method=md5', `--manifest=${manifest}`, into);
    expect(other.code).toBe(2);
    expect(other.stderr).toMatch(/has digests by blake3, not by md5/u);
  });

  it.each([
    [['--level=full', '--base=0'], /a full backup has no base/u],
    [['--level=incremental'], /a backup that is incremental needs a base/u],
    [['--level=differential', '--base=7'], /cannot read point 7 .*it does not exist/u],
  ])('refuses what makes no sense: %j', async (more, words) => {
    const { code, stderr, stdout } = await engine(...backup(1, ...more));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
  });

  it('writes in no place that is not a work directory', async () => {
    const elsewhere = ['--point=0', '--level=full', `--source=${source}`];
    const { code, stderr } = await engine('backup', `--repository=${folder}/points`, ...elsewhere);
    expect(code).toBe(2);
    expect(stderr).toMatch(/does not lie in a work directory of backcast/u);
    expect(existsSync(join(folder, 'points'))).toBe(false);
  });

  it('that is killed leaves no half point, and the next backup removes what is left', async () => {
    await engine(...backup(0, '--level=full'));
    writeFileSync(join(source, 'large'), '');
    truncateSync(join(source, 'large'), 2 ** 31);
    const child = started(...backup(1, '--level=incremental', '--base=0'));
    await until(() => existsSync(join(repository, 'point-1.pack.part')));
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(readdirSync(repository)).toContain('point-1.pack.part');
    expect(readdirSync(repository)).not.toContain('point-1.manifest');
    expect((await engine('check', `--repository=${repository}`)).code).toBe(0);
    truncateSync(join(source, 'large'), 1000);
    const again = await engine(...backup(1, '--level=incremental', '--base=0'));
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(readdirSync(repository).sort()).toEqual([
      'point-0.manifest',
      'point-0.pack',
      'point-1.manifest',
      'point-1.pack',
    ]);
    expect((await engine('check', `--repository=${repository}`)).code).toBe(0);
  });
});

describe.skipIf(!available('mount', 'a disk that is full'))('on a disk that is full', () => {
  const disk = join(folder, 'disk');
  beforeAll(async () => {
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', disk]);
    await host.openWorkDirectory(join(disk, 'work'));
  });
  afterAll(() => {
    execFileSync('umount', [disk]);
  });

  it('a backup says so, and leaves the points that are there and nothing else', async () => {
    const small = join(disk, 'work', 'repository');
    const run = (point: number, ...more: readonly string[]) =>
      engine('backup', `--source=${source}`, `--repository=${small}`, `--point=${point}`, ...more);
    expect((await run(0, '--level=full')).code).toBe(0);
    writeFileSync(join(source, 'large'), Buffer.alloc(6_000_000, 1));
    const full = await run(1, '--level=incremental', '--base=0');
    expect(full.code).toBe(2);
    expect(full.stderr).toMatch(/cannot write .*point-1\.pack\.part: the disk is full; make room/u);
    expect(readdirSync(small).sort()).toEqual(['point-0.manifest', 'point-0.pack']);
    expect((await engine('check', `--repository=${small}`)).code).toBe(0);
  });

  it('a restore says so', async () => {
    writeFileSync(join(source, 'large'), Buffer.alloc(6_000_000, 1));
    await engine(...backup(0, '--level=full'));
    const which = [`--repository=${repository}`, '--point=0', `--into=${disk}/work/restored`];
    const { code, stderr } = await engine('restore', ...which);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot write .*restored\/large: the disk is full/u);
  });
});
