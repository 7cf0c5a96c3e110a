import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkDirectory } from '../../../../src/host/host.ts';
import { nodeHost } from '../../../../src/host/node.ts';
import { makeFifo } from '../../../support/programs/fifo.ts';
import { available } from '../../../support/programs/require.ts';

const FIFOS = available('mkfifo', 'FIFOs in a work directory');

const host = nodeHost();
let folder = '';
let work: WorkDirectory;
let outside = '';
const inWork = (name: string): string => join(work.path, name);

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-work-')));
  outside = join(folder, 'outside');
  mkdirSync(join(outside, 'inner'), { recursive: true });
  writeFileSync(join(outside, 'inner', 'precious'), 'precious');
  work = await host.openWorkDirectory(join(folder, 'work'));
});
afterEach(() => {
  expect(readFileSync(join(outside, 'inner', 'precious'), 'utf8')).toBe('precious');
  expect(readdirSync(outside)).toEqual(['inner']);
  expect(statSync(outside).mode & 0o777).toBe(0o755);
  expect(readdirSync(join(outside, 'inner'))).toEqual(['precious']);
  rmSync(folder, { recursive: true });
});

const done = { ok: true, value: undefined };

/** Every method with the path, which none of them may take. */
const attempts = (path: string | Uint8Array): readonly (() => unknown)[] => [
  () => work.makeDirectory(path),
  () => work.open(path, 'new'),
  () => work.open(path, 'empty'),
  () => work.open(path, 'as it is'),
  () => work.makeLink(path, 'x'),
  () => work.makeHardLink(path, inWork('file')),
  () => work.makeHardLink(inWork('other'), path),
  () => work.rename(path, inWork('other')),
  () => work.rename(inWork('file'), path),
  () => work.remove(path),
  () => work.setMode(path, 0o777),
  () => work.setModified(path, 0n),
];

function write(path: string | Uint8Array, text: string, how: 'new' | 'empty' | 'as it is' = 'new') {
  const opened = work.open(path, how);
  if (!opened.ok) return opened;
  const written = opened.value.write(Buffer.from(text), 0);
  opened.value.close();
  return written;
}

describe('a path that leads out of a work directory', () => {
  it.each([
    '/etc/x',
    '/',
    'relative',
    '',
    'WORK',
    'WORK/',
    'WORK/..',
    'WORK/.',
    'WORK/a/../..',
    'WORK/../outside/inner/precious',
    'WORK/../outside/new',
    'WORK/../work2/x',
    'WORK2/x',
    'WORK/.backcast-work',
    'WORK/.backcast.0123456789ab.tmp',
    '/none/x',
  ])('%s is thrown back by every method', (name) => {
    writeFileSync(inWork('file'), '');
    const path = name.replace('WORK', work.path);
    for (const act of attempts(path).slice(/WORK\/?$/.test(name) ? 1 : 0)) {
      expect(act).toThrow('does not lie below');
    }
    for (const act of attempts(Buffer.from(path)).slice(/WORK\/?$/.test(name) ? 1 : 0)) {
      expect(act).toThrow('does not lie below');
    }
  });

  it.each([
    'WORK/to/precious',
    'WORK/to/../inner/precious',
    'WORK/to/new',
    'WORK/up/outside/inner/precious',
    'WORK/chain/precious',
    'WORK/a/to/precious',
    'WORK/to/none/new',
  ])('%s by way of a link is a fault of every method', (name) => {
    writeFileSync(inWork('file'), '');
    symlinkSync(join(outside, 'inner'), inWork('to'));
    symlinkSync('..', inWork('up'));
    symlinkSync('to', inWork('chain'));
    mkdirSync(inWork('a'));
    symlinkSync('../../outside/inner', inWork('a/to'));
    const path = name.replace('WORK', work.path);
    for (const act of [...attempts(path), ...attempts(Buffer.from(path))]) {
      expect(act()).toEqual({
        ...{ ok: false, code: 'EOUTSIDE' },
        reason: 'a link in its path leads out of the work directory',
      });
    }
  });

  it('is found whatever way it takes', () => {
    symlinkSync(join(outside, 'inner'), inWork('to'));
    symlinkSync('..', inWork('up'));
    mkdirSync(inWork('a/b'), { recursive: true });
    const step = fc.constantFrom('to', 'up', '..', '.', 'a', 'b', 'work', 'outside', 'inner', 'no');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const path = [work.path, ...steps, 'precious'].join('/');
        const real = existsSync(path) && !path.endsWith('work/precious');
        let removed = false;
        try {
          removed = work.remove(path).ok;
        } catch {
          // Thrown back, which is as good as a fault.
        }
        if (real) expect(removed).toBe(false);
      }),
    );
  });

  it('may have been put there a moment ago', () => {
    expect(work.makeDirectory(inWork('a/b'))).toEqual(done);
    expect(write(inWork('a/b/one'), '1')).toEqual(done);
    rmSync(inWork('a'), { recursive: true });
    symlinkSync(outside, inWork('a'));
    expect(write(inWork('a/b/two'), '2')).toMatchObject({ code: 'EOUTSIDE' });
    expect(work.remove(inWork('a/inner/precious'))).toMatchObject({ code: 'EOUTSIDE' });
  });
});

describe('a link at the end of a path', () => {
  beforeEach(() => {
    symlinkSync(join(outside, 'inner'), inWork('to'));
    symlinkSync(join(outside, 'inner/precious'), inWork('file'));
  });

  it('is not written through', () => {
    expect(write(inWork('file'), 'x', 'as it is')).toMatchObject({ code: 'ELOOP' });
    expect(write(inWork('file'), 'x')).toMatchObject({ code: 'EEXIST' });
    expect(work.makeDirectory(inWork('to'))).toMatchObject({ code: 'EEXIST' });
    expect(work.setMode(inWork('to'), 0o700)).toMatchObject({ code: 'ELOOP' });
    expect(work.makeHardLink(inWork('hard'), inWork('file'))).toMatchObject({ code: 'ENOTREG' });
    expect(write(inWork('file'), 'mine', 'empty')).toEqual(done);
    expect(readFileSync(inWork('file'), 'utf8')).toBe('mine');
  });

  it('is dated and removed itself', () => {
    const before = statSync(join(outside, 'inner')).mtimeMs;
    expect(work.setModified(inWork('to'), 5_000_000_000n)).toEqual(done);
    expect(lstatSync(inWork('to')).mtimeMs).toBe(5000);
    expect(statSync(join(outside, 'inner')).mtimeMs).toBe(before);
    expect(work.remove(inWork('to'))).toEqual(done);
    expect(work.remove(inWork('file'))).toEqual(done);
    expect(readdirSync(work.path)).toEqual(['.backcast-work']);
  });
});

describe('writing', () => {
  it('makes folders, files and links', () => {
    expect(work.makeDirectory(inWork('a/b/c'))).toEqual(done);
    expect(work.makeDirectory(inWork('a/b/c'))).toEqual(done);
    expect(work.makeDirectory(work.path)).toEqual(done);
    expect(write(inWork('a/one'), 'hello')).toEqual(done);
    expect(write(inWork('a/one'), 'J', 'as it is')).toEqual(done);
    expect(readFileSync(inWork('a/one'), 'utf8')).toBe('Jello');
    expect(work.makeHardLink(inWork('a/two'), inWork('a/one'))).toEqual(done);
    expect(write(inWork('a/one'), 'anew', 'empty')).toEqual(done);
    expect(readFileSync(inWork('a/two'), 'utf8')).toBe('Jello');
    expect(work.makeLink(inWork('a/link'), '../none')).toEqual(done);
    expect(readlinkSync(inWork('a/link'))).toBe('../none');
    expect(work.rename(inWork('a'), inWork('d'))).toEqual(done);
    expect(readFileSync(inWork('d/one'), 'utf8')).toBe('anew');
    expect(work.setMode(inWork('d/one'), 0o4751)).toEqual(done);
    expect(statSync(inWork('d/one')).mode & 0o7777).toBe(0o4751);
    expect(work.free()).toMatchObject({ ok: true });
  });

  it.skipIf(!FIFOS)('says what is in the way', () => {
    expect(write(inWork('none/x'), '')).toMatchObject({ code: 'ENOENT' });
    makeFifo(inWork('pipe'));
    expect(write(inWork('pipe'), 'x', 'as it is')).toMatchObject({ ok: false });
    expect(work.makeDirectory(inWork('pipe/x'))).toMatchObject({ code: 'ENOTDIR' });
    expect(work.setMode(inWork('none'), 0o700)).toMatchObject({ code: 'ENOENT' });
  });

  it('sets times to whole seconds exactly, and others to a microsecond', () => {
    writeFileSync(inWork('dated'), '');
    const time = fc.bigInt({ min: -2_000_000_000n, max: 4_000_000_000n });
    const part = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 999_999_999n }));
    fc.assert(
      fc.property(time, part, (seconds, nanos) => {
        fc.pre(seconds >= 0n || nanos === 0n);
        const wanted = seconds * 1_000_000_000n + nanos;
        expect(work.setModified(inWork('dated'), wanted)).toEqual(done);
        const facts = host.files.lstat(inWork('dated'));
        const got = facts.ok ? facts.value.modified : -1n;
        const off = got > wanted ? got - wanted : wanted - got;
        expect(off).toBeLessThan(nanos === 0n ? 1n : 1000n);
      }),
    );
  });

  it('takes names of any bytes', () => {
    const hostile = fc.constantFrom('-rf', '\n', '$(x)', '"\'`', ' ', '\\', 'é').map(Buffer.from);
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 255 }).map((name) => {
      return Buffer.from(name.map((one) => (one === 0 || one === 0x2f ? 0x80 : one)));
    });
    fc.assert(
      fc.property(fc.oneof(hostile, bytes), (name) => {
        fc.pre(!/^(\.|\.\.|\.backcast.*)$/s.test(name.toString()));
        const path = Buffer.concat([Buffer.from(`${work.path}/`), name]);
        expect(work.makeDirectory(path)).toEqual(done);
        expect(write(Buffer.concat([path, Buffer.from('/'), name]), 'x')).toEqual(done);
        expect(readdirSync(path, { encoding: 'buffer' })).toEqual([name]);
        expect(work.remove(path)).toEqual(done);
        expect(existsSync(path)).toBe(false);
      }),
    );
  });
});
