import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
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
import { readFully } from '../../src/host/node/walk.ts';
import { nodeHost, removeTemporaries } from '../../src/host/node.ts';
import { makeFifo } from '../support/programs/fifo.ts';
import { available } from '../support/programs/require.ts';

const FIFOS = available('mkfifo', 'FIFOs in place of files');

const { files, heedingSignals } = nodeHost();
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

  it('follows a link to a file that is still to be made, over other links', async () => {
    mkdirSync(join(folder, 'a'));
    symlinkSync('a/next', target());
    symlinkSync('../real', join(folder, 'a/next'));
    await files.checkReplaceable(target());
    await files.replace(target(), 'new');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['a', 'out', 'real']);
    expect(lstatSync(target()).isSymbolicLink()).toBe(true);
    symlinkSync('circle', join(folder, 'circle'));
    await expect(files.replace(join(folder, 'circle'), 'x')).rejects.toThrow('in a circle');
  });

  it('takes a name as long as names can be, of any script, and refuses a longer one', async () => {
    const long = join(folder, '备'.repeat(85));
    await files.checkReplaceable(long);
    await files.replace(long, 'new');
    expect(readFileSync(long, 'utf8')).toBe('new');
    const longer = `${long}!`;
    await expect(files.checkReplaceable(longer)).rejects.toThrow('the path is too long');
    await expect(files.replace(longer, 'x')).rejects.toThrow('the path is too long');
  });

  it('writes into a device instead of replacing it', async () => {
    await files.replace('/dev/null', 'gone');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it.skipIf(!FIFOS)('waits for the reader of a FIFO', async () => {
    makeFifo(target());
    function* pieces(): Generator<Buffer> {
      const piece = Buffer.alloc(50_000);
      for (let number = 1; number <= 20; number++) yield piece.fill(number);
    }
    const writing = files.replace(target(), pieces());
    const read = await files.read(target(), 1_000_000);
    await writing;
    const numbers = Array.from({ length: 20 }, (_, index) => Buffer.alloc(50_000, index + 1));
    expect(read.ok && Buffer.concat(numbers).equals(read.value)).toBe(true);
    expect(statSync(target()).isFIFO()).toBe(true);
  });

  it('is a problem in a missing folder and on a directory', async () => {
    await expect(files.replace(join(folder, 'no/out'), 'x')).rejects.toThrow('does not exist');
    await expect(files.replace(folder, 'x')).rejects.toThrow('it is a directory');
    const checking = files.checkReplaceable(join(folder, 'no/out'));
    await expect(checking).rejects.toThrow('does not exist');
    await expect(files.checkReplaceable(folder)).rejects.toThrow('it is a directory');
  });

  it('can be foreseen without a trace', async () => {
    writeFileSync(target(), 'old');
    for (const path of [target(), join(folder, 'new'), '/dev/null']) {
      await files.checkReplaceable(path);
    }
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

describe('readFully', () => {
  it('reads where positions are beyond the whole numbers that are exact', () => {
    const zeros = openSync('/dev/zero', 'r');
    const page = new Uint8Array(10).fill(1);
    expect(readFully(zeros, page, 2 ** 62)).toBe(10);
    expect(page).toEqual(new Uint8Array(10));
    closeSync(zeros);
  });
});

describe('heedingSignals', () => {
  const listeners = () => [process.listenerCount('SIGINT'), process.listenerCount('SIGTERM')];

  it('listens while any work is under way, and at no other time', async () => {
    const before = listeners();
    const one = before.map((count) => count + 1);
    const seen = await heedingSignals(async () => {
      await heedingSignals(async () => undefined);
      return listeners();
    });
    expect(seen).toEqual(one);
    const failing = heedingSignals(() => Promise.reject(new Error('broke off')));
    expect(listeners()).toEqual(one);
    await expect(failing).rejects.toThrow('broke off');
    expect(listeners()).toEqual(before);
  });
});

describe('lstat and readLink', () => {
  it('tell modes, times of change, and where links lead, in bytes', () => {
    const [file, link] = [join(folder, 'file'), join(folder, 'link')];
    writeFileSync(file, '');
    chmodSync(file, 0o4750);
    const target = Buffer.from([0x2e, 0x2f, 0xff, 0x0a]);
    symlinkSync(target, link);
    const facts = files.lstat(file);
    expect(facts).toMatchObject({ ok: true, value: { kind: 'file', mode: 0o4750 } });
    const { ctimeNs } = lstatSync(file, { bigint: true });
    expect(facts.ok && facts.value.changed).toBe(ctimeNs);
    expect(files.readLink(Buffer.from(link))).toEqual({ ok: true, value: target });
    expect(files.readLink(file)).toMatchObject({ ok: false, code: 'EINVAL' });
    expect(files.readLink(join(folder, 'none'))).toMatchObject({ ok: false, code: 'ENOENT' });
  });
});

describe('openRegular', () => {
  it.skipIf(!FIFOS)('opens a file only, without waiting for a FIFO or following a link', () => {
    makeFifo(join(folder, 'fifo'));
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
