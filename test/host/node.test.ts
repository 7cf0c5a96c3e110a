import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost, removeTemporaries } from '../../src/host/node.ts';

const { files } = nodeHost();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-host-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('read', () => {
  it('takes a file up to the limit and no byte more', async () => {
    writeFileSync(join(folder, 'a'), 'abc');
    const content = await files.read(join(folder, 'a'), 3);
    expect(content.ok && Buffer.from(content.value).toString()).toBe('abc');
    expect(await files.read(join(folder, 'a'), 2)).toMatchObject({ ok: false, code: 'EFBIG' });
  });

  it('stops at the limit even where there is no end', async () => {
    expect(await files.read('/dev/zero', 1000)).toMatchObject({ ok: false, code: 'EFBIG' });
  });

  it('says what is wrong', async () => {
    const missing = await files.read(join(folder, 'none'), 3);
    expect(missing).toEqual({ ok: false, code: 'ENOENT', reason: 'it does not exist' });
    expect(await files.read(folder, 3)).toMatchObject({ code: 'EISDIR' });
    expect(await files.read('a\0b', 3)).toMatchObject({ code: 'ENOENT' });
  });
});

describe('replace', () => {
  const target = () => join(folder, 'out');

  it('writes, and writes anew, and leaves nothing beside it', async () => {
    await files.replace(target(), 'one');
    await files.replace(target(), [Buffer.from('tw'), Buffer.from('o')]);
    expect(readFileSync(target(), 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('keeps the old content when the new one breaks off', async () => {
    await files.replace(target(), 'old');
    function* broken(): Generator<Buffer> {
      yield Buffer.from('ne');
      throw new Error('broke off');
    }
    await expect(files.replace(target(), broken())).rejects.toThrow('broke off');
    expect(readFileSync(target(), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('keeps the mode of the file and the link that leads to it', async () => {
    writeFileSync(join(folder, 'real'), 'old');
    chmodSync(join(folder, 'real'), 0o640);
    symlinkSync('real', target());
    await files.replace(target(), 'new');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'real')).mode & 0o777).toBe(0o640);
  });

  it('writes into a device instead of replacing it', async () => {
    await files.replace('/dev/null', 'gone');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('waits for the reader of a FIFO', async () => {
    execFileSync('mkfifo', [target()]);
    const writing = files.replace(target(), 'through');
    const read = await files.read(target(), 100);
    await writing;
    expect(read.ok && Buffer.from(read.value).toString()).toBe('through');
    expect(statSync(target()).isFIFO()).toBe(true);
  });

  it('is a problem in a missing folder and on a directory', async () => {
    await expect(files.replace(join(folder, 'no/out'), 'x')).rejects.toThrow('does not exist');
    await expect(files.replace(folder, 'x')).rejects.toThrow('it is a directory');
    expect(() => files.checkReplaceable(join(folder, 'no/out'))).toThrow('does not exist');
    expect(() => files.checkReplaceable(folder)).toThrow('it is a directory');
  });

  it('can be foreseen without a trace', () => {
    writeFileSync(target(), 'old');
    for (const path of [target(), join(folder, 'new'), '/dev/null']) files.checkReplaceable(path);
    expect(readdirSync(folder)).toEqual(['out']);
    expect(readFileSync(target(), 'utf8')).toBe('old');
  });

  it('is a problem when the disk is full', async () => {
    await expect(files.replace('/dev/full', 'x')).rejects.toThrow('the disk is full');
  });
});

describe('temporary', () => {
  it('gives back what was put in, has no name meanwhile, and goes', () => {
    const file = files.temporary(folder);
    file.append(Buffer.from('hello '));
    file.append(Buffer.from('world'));
    const into = Buffer.alloc(9);
    expect([file.size, file.read(into, 6)]).toEqual([11, 5]);
    expect(into.toString('utf8', 0, 5)).toBe('world');
    removeTemporaries();
    expect(readdirSync(folder)).toEqual([]);
    file.remove();
  });

  it('is a problem where the folder is missing', () => {
    expect(() => files.temporary(join(folder, 'none'))).toThrow('it does not exist');
  });
});

describe('openRegular', () => {
  it('opens a file only, without waiting for a FIFO or following a link', () => {
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    mkdirSync(join(folder, 'dir'));
    writeFileSync(join(folder, 'file'), 'abc');
    symlinkSync('file', join(folder, 'link'));
    const code = (name: string): string => {
      const outcome = files.openRegular(join(folder, name));
      if (outcome.ok) outcome.value.close();
      return outcome.ok ? 'opened' : outcome.code;
    };
    expect(['file', 'fifo', 'dir', 'link', 'none'].map(code)).toEqual([
      'opened',
      'ENOTREG',
      'ENOTREG',
      'ELOOP',
      'ENOENT',
    ]);
  });
});
