import {
  chmodSync,
  chownSync,
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
import { makeOwn, readOwn, replaceOwn } from '../../../../src/host/node/state/own-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-own-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

describe('a file of the user alone', () => {
  it('is made once, and read as it was written', () => {
    expect(makeOwn(at('a'), 'one\n').ok).toBe(true);
    expect([readOwn(at('a')), statSync(at('a')).mode & 0o777]).toEqual(['one\n', 0o600]);
    expect(makeOwn(at('a'), 'two\n')).toMatchObject({ ok: false, code: 'EEXIST' });
    expect(readOwn(at('a'))).toBe('one\n');
    expect(replaceOwn(at('a'), 'three\n').ok).toBe(true);
    expect(readOwn(at('a'))).toBe('three\n');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('is not written through a link', () => {
    writeFileSync(at('precious'), 'precious');
    for (const write of [makeOwn, replaceOwn]) {
      symlinkSync('precious', at('link'));
      write(at('link'), 'mine');
      rmSync(at('link'), { force: true });
    }
    expect(readFileSync(at('precious'), 'utf8')).toBe('precious');
  });

  it('is no link, no folder, and none that another may have written', () => {
    writeFileSync(at('a'), 'a', { mode: 0o600 });
    symlinkSync('a', at('link'));
    mkdirSync(at('folder'));
    for (const name of ['link', 'folder', 'none']) expect(readOwn(at(name))).toBeUndefined();
    expect(readOwn(at('a'))).toBe('a');
    chmodSync(at('a'), 0o620);
    expect(readOwn(at('a'))).toBeUndefined();
    writeFileSync(at('large'), Buffer.alloc((1 << 20) + 1), { mode: 0o600 });
    expect(readOwn(at('large'))).toBeUndefined();
  });

  it.skipIf(process.getuid?.() !== 0)('is none of another owner', () => {
    writeFileSync(at('a'), 'a', { mode: 0o600 });
    chownSync(at('a'), 65534, 65534);
    expect(readOwn(at('a'))).toBeUndefined();
  });

  it('leaves nothing behind where it cannot be made', () => {
    expect(makeOwn(at('none/a'), 'a')).toMatchObject({ ok: false, code: 'ENOENT' });
    mkdirSync(at('folder'));
    expect(replaceOwn(at('folder'), 'a').ok).toBe(false);
    expect(readdirSync(folder)).toEqual(['folder']);
  });
});
