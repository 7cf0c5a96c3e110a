import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available } from './support/programs/require.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'backcast-installed-'));
const installed = join(folder, 'node_modules', 'backcast');

const TAR = available(['tar'], 'the package, unpacked as npm does');

/** Runs a program in the folder that the package is installed in. */
function run(program: string, argv: readonly string[], cwd = folder) {
  // The user's own cache may be somebody else's, such as that of whoever started these tests.
  const env = { ...process.env, npm_config_cache: join(folder, 'cache') };
  return spawnSync(program, argv, { cwd, env, encoding: 'utf8' });
}

/** The example of the library's own docstring, run as it stands there. */
const PROGRAM =
  /@example\n([\s\S]*?)\n \*\//
    .exec(readFileSync(join(root, 'src/index.ts'), 'utf8'))?.[1]
    ?.replace(/^ \* ?/gm, '') ?? '';

describe.skipIf(!TAR)('what npm packs, in an empty folder', () => {
  beforeAll(() => {
    const { status, stdout, stderr } = run(
      'npm',
      ['pack', '--ignore-scripts', '--pack-destination', folder, '--json'],
      root,
    );
    if (status !== 0) throw new Error(stderr);
    const [{ filename }] = JSON.parse(stdout);
    mkdirSync(installed, { recursive: true });
    // Opened here, so that tar needs no program beside itself.
    const archive = join(folder, 'package.tar');
    writeFileSync(archive, gunzipSync(readFileSync(join(folder, filename))));
    const unpacked = run('tar', ['xf', archive, '--strip-components=1', '-C', installed]);
    if (unpacked.status !== 0) throw new Error(unpacked.stderr);
    // What it depends on; a test asks no registry.
    symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is a library', () => {
    writeFileSync(join(folder, 'plan.mjs'), PROGRAM);
    const { status, stdout, stderr } = run(process.execPath, ['plan.mjs']);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/\nRecommended: nightly, .* at the peak\n/);
  });

  it.each([
    ['--help'],
    ['simulate', 'node_modules/backcast/scenarios/smallest.yaml'],
    ['catalog', 'show', 'disk/nearline-raid6'],
    ['init', '--data', 'files=4 TB'],
  ])('is a command: %s %s', (...argv) => {
    const bin = join(installed, 'bin', 'backcast.js');
    const { status, stderr } = run(process.execPath, [bin, ...argv]);
    expect(status, stderr).toBe(0);
  });
});
