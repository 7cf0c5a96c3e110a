import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkDirectory } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { makeFifo } from '../../support/programs/fifo.ts';
import { available } from '../../support/programs/require.ts';

const FIFOS = available('mkfifo', 'FIFOs that are removed');
const MOUNTS = available('mount', 'removing what something is mounted in');

const done = { ok: true, value: undefined };
let folder = '';
let work: WorkDirectory;
let outside = '';
const inWork = (name: string): string => join(work.path, name);

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-remove-')));
  outside = join(folder, 'outside');
  mkdirSync(join(outside, 'inner'), { recursive: true });
  writeFileSync(join(outside, 'inner', 'precious'), 'precious');
  work = await nodeHost().openWorkDirectory(join(folder, 'work'));
});
afterEach(() => {
  expect(readFileSync(join(outside, 'inner', 'precious'), 'utf8')).toBe('precious');
  expect(readdirSync(join(outside, 'inner'))).toEqual(['precious']);
  rmSync(folder, { recursive: true });
});

describe('removing', () => {
  it.skipIf(!FIFOS)('takes whole trees, links in them but not what these lead to', () => {
    mkdirSync(inWork('tree/deep/er'), { recursive: true });
    symlinkSync(outside, inWork('tree/deep/to'));
    symlinkSync(join(outside, 'inner/precious'), inWork('tree/file'));
    symlinkSync('..', inWork('tree/deep/er/up'));
    linkSync(join(outside, 'inner/precious'), inWork('tree/hard'));
    makeFifo(inWork('tree/pipe'));
    expect(work.remove(inWork('tree'))).toEqual(done);
    expect(readdirSync(work.path)).toEqual(['.backcast-work']);
    expect(work.remove(inWork('tree'))).toEqual(done);
    expect(work.remove(inWork('tree/deep'))).toEqual(done);
  });

  it('takes trees deeper than a path can be long', () => {
    const name = 'd'.repeat(200);
    const here = process.cwd();
    process.chdir(work.path);
    for (let depth = 0; depth < 40; depth++) {
      mkdirSync(name);
      process.chdir(name);
    }
    process.chdir(here);
    expect(work.remove(inWork(name))).toEqual(done);
    expect(readdirSync(work.path)).toEqual(['.backcast-work']);
  });

  it.skipIf(!MOUNTS)('stops at what is mounted there, of the same file system too', () => {
    for (const how of [
      ['--bind', outside],
      ['-t', 'tmpfs', 'none'],
    ]) {
      mkdirSync(inWork('tree/a b'), { recursive: true });
      writeFileSync(inWork('tree/first'), '');
      execFileSync('mount', [...how, inWork('tree/a b')]);
      try {
        expect(work.remove(inWork('tree'))).toMatchObject({ code: 'EXDEV' });
        expect(work.remove(inWork('tree/a b'))).toMatchObject({ code: 'EXDEV' });
        expect(existsSync(inWork('tree/first'))).toBe(true);
      } finally {
        execFileSync('umount', [inWork('tree/a b')]);
      }
      expect(work.remove(inWork('tree'))).toEqual(done);
    }
  });

  it('is not led astray by links that are put in the place of folders meanwhile', async () => {
    mkdirSync(join(outside, 'inner', 'b'));
    const names = Array.from({ length: 100 }, (_, index) => `f${index}`);
    for (const name of names) writeFileSync(join(outside, 'inner', 'b', name), 'precious');
    const attack = `
      const fs = require('fs');
      const [, tree, target] = process.argv;
      for (;;) {
        try {
          fs.renameSync(tree + '/a', tree + '/a2');
          fs.symlinkSync(target, tree + '/a');
          process.stdout.write('.');
        } catch {}
        try { fs.unlinkSync(tree + '/a'); fs.renameSync(tree + '/a2', tree + '/a'); } catch {}
      }`;
    const attacker = spawn(process.execPath, [
      '-e',
      attack,
      inWork('tree'),
      join(outside, 'inner'),
    ]);
    let swaps = 0;
    attacker.stdout.on('data', (dots: Buffer) => {
      swaps += dots.length;
    });
    try {
      for (let turn = 0; turn < 5 || swaps < 100; turn++) {
        await setImmediate();
        work.makeDirectory(inWork('tree'));
        mkdirSync(inWork('tree/new/b'), { recursive: true });
        for (const name of names) writeFileSync(inWork(`tree/new/b/${name}`), '');
        work.rename(inWork('tree/new'), inWork('tree/a'));
        work.remove(inWork('tree'));
      }
    } finally {
      attacker.kill('SIGKILL');
      await once(attacker, 'exit');
    }
    expect(readdirSync(join(outside, 'inner', 'b')).length).toBe(names.length);
    rmSync(join(outside, 'inner', 'b'), { recursive: true });
    expect(work.remove(inWork('tree'))).toEqual(done);
  });
});
