import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Summary } from '../../../../src/benchmark/summary.ts';
import { type BenchFolder, benchFolder } from '../../../support/bench-run.ts';
import { commandLines } from '../../../support/programs/command-lines.ts';
import { available } from '../../../support/programs/require.ts';
import { until } from '../../../support/programs/until.ts';

const MOUNT = available('mount', 'that a directory of the user is out of reach of a restore');
const CGROUP = available('cgroup', 'that a daemon without a trace is ended');

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const shell = (script: string, ...args: readonly string[]): string =>
  JSON.stringify(['sh', '-c', script, 'sh', ...args]);

/** A plan with a tool of these commands, beside the built-in engine. */
const plan = (backup: string, restore: string, datasets = MADE): string => `
datasets: { d: ${datasets} }
tools:
  built-in: {}
  mine: { command: { backup: ${backup}, restore: ${restore} } }
levels: [full]
restore: [newest]
repetitions: 1
`;

const MADE = '{ files: 4, size: 2 KiB }';
const COPY = "[cp, -a, '{source}/.', '{target}/{point}']";
const BACK = "[cp, -a, '{target}/{point}/.', '{into}']";
const FROM_SOURCE = "[cp, -a, '{source}/.', '{into}']";

describe('a tool that brings back what it has not stored', () => {
  it('is found at its full, of which nothing is stored', async () => {
    const { code, summary } = await folder.bench(plan("['true']", FROM_SOURCE), '--json');
    expect(code).toBe(3);
    expect(summary().failures).toMatchObject([
      {
        step: '1/d/mine/disk/0-full',
        reason: 'it has stored nothing of 8192 bytes, although it ended well',
      },
    ]);
    expect(summary().restores).toMatchObject({ compared: 1, equal: 1 });
  });

  const POINT = shell('mkdir "$1" && echo all is well > "$1/point"', '{target}/{point}');

  it('is found at its restore, which does not reach the source', async () => {
    const { code, summary } = await folder.bench(plan(POINT, FROM_SOURCE), '--json');
    expect([code, summary().failures.map(({ step }) => step)]).toEqual([
      3,
      ['1/d/mine/disk/restore-0'],
    ]);
    expect(summary().failures[0]?.said).toMatch(/cannot stat.*No such file/);
    expect(summary().restores).toMatchObject({ compared: 1, equal: 1 });
  });

  it('is found although it puts something else in the place of the source', async () => {
    const other = shell('mkdir "$1" && cp -a "$2/." "$1"', '{source}', '{target}/{point}');
    const text = plan(POINT, other).replace('tools:', 'verify: [bytes]\ntools:');
    const { code, summary } = await folder.bench(text, '--json');
    expect(code).toBe(3);
    expect(summary().failures.map(({ step }) => step)).toEqual(['1/d/mine/disk/restore-0']);
    // The engine's restore is held against the source byte by byte, which is in its place again.
    expect(summary().rows.find(({ kind }) => kind === 'verify')).toMatchObject({ done: 1 });
  });

  describe('of a directory of the user', () => {
    let data = '';
    beforeEach(() => {
      data = join(folder.path, 'data');
      mkdirSync(join(data, 'inner'), { recursive: true });
      writeFileSync(join(data, 'inner', 'file'), 'precious');
    });
    const mine = () => `{ directory: ${data} }`;

    it.skipIf(!MOUNT)(
      'is found where the system can hide it, which it leaves as it is',
      async () => {
        const before = statSync(data);
        const { code, summary } = await folder.bench(plan(POINT, FROM_SOURCE, mine()), '--json');
        expect([code, summary().failures.map(({ step }) => step)]).toEqual([
          3,
          ['1/d/mine/disk/restore-0'],
        ]);
        const { mode, ino, mtimeMs, ctimeMs } = statSync(data);
        expect({ mode, ino, mtimeMs, ctimeMs }).toEqual({
          ...{ mode: before.mode, ino: before.ino },
          ...{ mtimeMs: before.mtimeMs, ctimeMs: before.ctimeMs },
        });
        expect(readFileSync(join(data, 'inner', 'file'), 'utf8')).toBe('precious');
      },
    );

    it('is no honest one, nor one whose own program lies there', async () => {
      const tool = join(data, 'tool');
      writeFileSync(tool, '#!/bin/sh\ncp -a "$1/." "$2"\n', { mode: 0o755 });
      const own = JSON.stringify([tool, '{target}/{point}', '{into}']);
      for (const restore of [BACK, own]) {
        const { code, summary } = await folder.bench(plan(COPY, restore, mine()), '--json');
        expect([code, summary().failures]).toEqual([0, []]);
      }
    });
  });
});

/** Warnings of the steps alone: a machine may be busy while tests run. */
const told = ({ warnings }: Summary): readonly string[] =>
  warnings.filter((warning) => warning.startsWith('1/'));

describe('what a tool leaves running', () => {
  const asleep = (seconds: string) => () =>
    commandLines().filter((line) => line === `sleep ${seconds}`).length;
  // As daemons do: its parent is gone when the tool ends, and its output goes nowhere.
  const daemon = (command: string): string =>
    shell(
      `${process.execPath} -e "require('child_process').spawn('sh', ['-c', '${command}'],
        { detached: true, stdio: 'ignore' }).unref()"; cp -a "$1/." "$2"`,
      '{source}',
      '{target}/{point}',
    );

  it('in a session of its own is ended with its step, and told', async () => {
    const { code, summary } = await folder.bench(plan(daemon('exec sleep 7041'), BACK), '--json');
    expect([code, summary().failures]).toEqual([0, []]);
    expect(told(summary())).toEqual([
      expect.stringMatching(
        /^1\/d\/mine\/disk\/0-full: sleep \(process \d+\) outlived .* was ended$/,
      ),
    ]);
    await until(() => asleep('7041')() === 0);
  });

  it.skipIf(!CGROUP)('without a trace of where it comes from is ended all the same', async () => {
    const command = 'cd /; (env -i sleep 7042 &) ; exit';
    const { code, summary } = await folder.bench(plan(daemon(command), BACK), '--json');
    expect([code, told(summary())]).toEqual([0, [expect.stringContaining('was ended')]]);
    await until(() => asleep('7042')() === 0);
  });
});

describe('a tool that changes what is not its own', () => {
  const backup = (script: string): string =>
    shell(`cp -a "$1/." "$2"; ${script}`, '{source}', '{target}/{point}');

  it('by a link in place of a folder of its series: a fault of its step, in words', async () => {
    const outside = join(folder.path, 'outside');
    mkdirSync(join(outside, 'restored-0'), { recursive: true });
    writeFileSync(join(outside, 'restored-0', 'precious'), 'precious');
    const swap = `cd ../; series=$(pwd); cd /; mv "$series" "$series-away"; ln -s ${outside} "$series"`;
    const { code, err, summary } = await folder.bench(plan(backup(swap), BACK), '--json');
    expect([code, err]).toEqual([3, expect.not.stringContaining('bug')]);
    expect(summary().failures.map(({ reason }) => reason)).toContain(
      'there is no folder to restore into: a link in its path leads out of the work directory',
    );
    expect(readFileSync(join(outside, 'restored-0', 'precious'), 'utf8')).toBe('precious');
  });

  it.each([
    ['a link in place of the sources', 'rm -rf ../../../sources; ln -s / ../../../sources'],
    ['a link in place of the hidden sources', 'rm -rf ../../../hidden; ln -s / ../../../hidden'],
    [
      'a pipe in place of a manifest',
      'cd ../../../manifests; for f in *; do rm $f; mkfifo $f; done',
    ],
    ['a folder in place of the note of steps', 'rm ../../../begun; mkdir ../../../begun'],
    ['nothing in place of the run', 'cd ../../..; run=$(pwd); cd /; rm -rf "$run"'],
    ['a link in place of the run', 'cd ../../..; run=$(pwd); cd /; rm -rf "$run"; ln -s / "$run"'],
    ['rights for nobody', 'chmod -R 0 ../../../sources ../..'],
  ])('%s is no bug of backcast', async (_, script) => {
    const { code, err } = await folder.bench(plan(backup(script), BACK), '--json');
    expect([0, 2, 3], err).toContain(code);
    expect(err).not.toContain('bug');
    const discarded = await folder.bench(plan(COPY, BACK), '--discard');
    expect([0, 2], discarded.err).toContain(discarded.code);
    const left = existsSync(folder.work) ? readdirSync(folder.work) : [];
    expect(left.filter((name) => /^\d/.test(name))).toEqual([]);
  });

  it('such as all of the work directory is no bug of backcast either', async () => {
    const script = 'cd ../../../..; work=$(pwd); cd /; rm -rf "$work"';
    const { code, err } = await folder.bench(plan(backup(script), BACK), '--json');
    expect([2, 3], err).toContain(code);
    expect(err).not.toContain('bug');
  });
});

it('what a tool says of a secret in another form is not written down', async () => {
  const script = 'printf %s "me:$RESTIC_PASSWORD" | base64 -w 0 >&2; exit 1';
  const { code, summary } = await folder.bench(plan(shell(script), BACK), '--json');
  expect(code).toBe(3);
  expect(summary().failures[0]?.said).toMatch(/^bWU6\(secret\)$/);
});
