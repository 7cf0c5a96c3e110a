import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli/main.ts';
import type { Observation } from '../../src/exchange/observation.ts';
import type { Host } from '../../src/host/host.ts';
import { makeFifo } from '../support/programs/fifo.ts';
import { available } from '../support/programs/require.ts';
import { captured } from './captured.ts';

const FIFOS = available('mkfifo', 'FIFOs that are observed');

const DAY = 86_400_000;
const NOBODY = 65534;
const START = Date.UTC(2026, 0, 5);

let folder = '';
let tree = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-observe-'));
  tree = join(folder, 'data');
  mkdirSync(tree);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function observe(
  argv: readonly string[] = [],
  options: { readonly now?: number; readonly change?: (host: Host) => Host } = {},
) {
  const { host, out, err } = captured({ now: () => options.now ?? START });
  const code = await main(['observe', ...argv], options.change?.(host) ?? host);
  return { code, out: out(), err: err() };
}

async function observed(argv: readonly string[] = [], options = {}): Promise<Observation> {
  const { code, out } = await observe([tree, '--json', ...argv], options);
  expect(code).toBe(0);
  return JSON.parse(out) as Observation;
}

/** Lets somebody without rights do it: root may read everything. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

/** Bytes that look random but are the same each time. */
function noise(length: number, start: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = start;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

describe('the figures', () => {
  it('are those of the files', async () => {
    mkdirSync(join(tree, 'a/b'), { recursive: true });
    writeFileSync(join(tree, 'a/b/noise'), noise(200_000, 1));
    writeFileSync(join(tree, 'a/copy'), noise(200_000, 1));
    writeFileSync(join(tree, 'other'), noise(400_000, 2));
    const seen = await observed();
    expect(seen).toMatchObject({ files: 3, size: 800_000, directories: 2, name: 'data' });
    expect(seen.fileSize).toMatchObject({ largest: 400_000, mean: 800_000 / 3 });
    expect(seen.compressibility?.ratio).toBeCloseTo(1, 2);
    expect(seen.duplicates).toEqual({ share: 0.25, compared: 800_000, complete: true });
  });

  it('of text show that it shrinks', async () => {
    writeFileSync(join(tree, 'text'), 'the same words again and again\n'.repeat(20_000));
    expect((await observed()).compressibility?.ratio).toBeGreaterThan(50);
  });

  it('are the same for the same seed', async () => {
    for (let file = 0; file < 300; file++) {
      writeFileSync(join(tree, `${file}`), noise(500 + file, file).fill('a', 0, file));
    }
    const { compressibility } = await observed(['--seed', '5']);
    expect((await observed(['--seed', '5'])).compressibility).toEqual(compressibility);
    expect((await observed(['--seed', '6'])).compressibility).not.toEqual(compressibility);
  });

  it('stand in the stanza with units, below comments', async () => {
    writeFileSync(join(tree, 'a'), noise(2000, 1));
    writeFileSync(join(tree, 'b'), noise(2000, 1));
    const { out, err } = await observe([tree, '--name', 'ledger']);
    expect(err).toBe('');
    expect(out).toContain(`# ${tree}, observed at 2026-01-05T00:00:00.000Z\n`);
    expect(parse(out)).toEqual({
      workloads: {
        ledger: {
          size: '4000 B',
          files: 2,
          'file-size': { median: '2 kB', mean: '2 kB', p95: '2 kB' },
          compressibility: 1,
          duplicates: '50 %',
        },
      },
    });
  });

  it('of an empty directory are nothing, and no share is made up', async () => {
    const { code, out } = await observe([tree]);
    expect(code).toBe(0);
    expect(parse(out)).toEqual({ workloads: { data: { size: '0 B', files: 0 } } });
  });
});

describe('--scenario', () => {
  it('prints a scenario that check takes', async () => {
    writeFileSync(join(tree, 'a'), 'a');
    const { out } = await observe([tree, '--scenario']);
    const file = join(folder, 'observed.yaml');
    writeFileSync(file, out);
    const { host, err } = captured();
    expect(await main(['check', file], host)).toBe(0);
    expect(err()).toBe('');
  });

  it('is a problem where there is nothing to protect', async () => {
    const index = join(folder, 'nothing.index');
    const empty = await observe([tree, '--scenario', '--index', index]);
    expect(empty).toMatchObject({ code: 2, out: '' });
    expect(empty.err).toContain(`${tree} holds nothing to protect: no file was found in it`);
    expect(readdirSync(folder)).toEqual(['data']);
    writeFileSync(join(tree, 'empty'), '');
    const { code, err } = await observe([tree, '--scenario']);
    expect(code).toBe(2);
    expect(err).toContain('its files are all empty; name a directory with data');
  });
});

describe('what is not a plain file', () => {
  it.skipIf(!FIFOS)('is counted and never opened', async () => {
    makeFifo(join(tree, 'fifo'));
    symlinkSync('.', join(tree, 'loop'));
    symlinkSync('nowhere', join(tree, 'dangling'));
    symlinkSync('/etc', join(tree, 'outside'));
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(tree, 'socket'), listening));
    writeFileSync(join(tree, 'file'), 'x');
    const seen = await observed();
    server.close();
    expect(seen).toMatchObject({ files: 1, size: 1, directories: 0 });
    expect(seen.passed).toMatchObject({ fifo: 1, link: 3, socket: 1, device: 0 });
    expect(seen.unread.count).toBe(0);
  });

  it.skipIf(!FIFOS)(
    'does not block when a FIFO takes the place of a file after it was looked at',
    async () => {
      writeFileSync(join(tree, 'file'), 'x');
      const { facts, passed } = { facts: statSync(join(tree, 'file')), passed: join(tree, 'file') };
      expect(facts.isFile()).toBe(true);
      const swap = (host: Host): Host => ({
        ...host,
        files: {
          ...host.files,
          lstat(path) {
            const outcome = host.files.lstat(path);
            if (Buffer.from(path).toString() === passed) {
              rmSync(passed);
              makeFifo(passed);
            }
            return outcome;
          },
        },
      });
      const seen = await observed([], { change: swap });
      expect(seen.unread).toEqual({
        count: 1,
        vanished: 0,
        first: [{ path: 'file', reason: 'it is not a regular file' }],
      });
    },
  );

  it('lies on another file system: passed by unless asked for', async () => {
    writeFileSync(join(tree, 'here'), 'x');
    mkdirSync(join(tree, 'mounted'));
    writeFileSync(join(tree, 'mounted/there'), 'yy');
    const mount = (host: Host): Host => ({
      ...host,
      files: {
        ...host.files,
        lstat(path) {
          const outcome = host.files.lstat(path);
          if (!outcome.ok || !Buffer.from(path).includes('/mounted')) return outcome;
          return { ok: true, value: { ...outcome.value, device: outcome.value.device + 1n } };
        },
      },
    });
    const seen = await observed([], { change: mount });
    expect(seen).toMatchObject({ files: 1, passed: { 'other file system': 1 } });
    expect(await observed(['--across-file-systems'], { change: mount })).toMatchObject({
      files: 2,
      size: 3,
    });
  });
});

describe('what counts once', () => {
  it('a file with several names', async () => {
    writeFileSync(join(tree, 'one'), 'x'.repeat(1000));
    linkSync(join(tree, 'one'), join(tree, 'two'));
    linkSync(join(tree, 'one'), join(folder, 'elsewhere'));
    expect(await observed()).toMatchObject({
      files: 1,
      size: 1000,
      hardLinks: { names: 1, bytes: 1000 },
    });
  });

  it('a hole, not at all', async () => {
    const file = openSync(join(tree, 'sparse'), 'w');
    writeSync(file, noise(1 << 20, 3), 0, 1 << 20, 1 << 20);
    writeSync(file, 'end', 100 * (1 << 20));
    const allocated = statSync(join(tree, 'sparse')).blocks * 512;
    const seen = await observed();
    expect(allocated).toBeLessThan(2 << 20);
    expect(seen.size).toBe(allocated);
    expect(seen.holes).toEqual({ files: 1, bytes: 100 * (1 << 20) + 3 - allocated });
    expect(seen.compressibility?.ratio).toBeLessThan(1.1);
  });
});

describe('what cannot be read', () => {
  it('is counted and named, and the rest goes on', async () => {
    for (const name of ['gone', 'denied', 'stays']) writeFileSync(join(tree, name), name);
    mkdirSync(join(tree, 'closed'));
    // As root every file can be read, so the refusals are put in here.
    const refuse = (host: Host): Host => ({
      ...host,
      files: {
        ...host.files,
        lstat(path) {
          if (Buffer.from(path).toString() === join(tree, 'gone')) rmSync(join(tree, 'gone'));
          return host.files.lstat(path);
        },
        openRegular: (path) =>
          Buffer.from(path).includes('denied')
            ? { ok: false, code: 'EACCES', reason: 'no right to do that' }
            : host.files.openRegular(path),
        openDirectory: (path) =>
          Buffer.from(path).includes('closed')
            ? { ok: false, code: 'EACCES', reason: 'no right to do that' }
            : host.files.openDirectory(path),
      },
    });
    const { code, out, err } = await observe([tree], { change: refuse });
    expect(code).toBe(0);
    expect(out).toContain('# could not be read: 3, of which 1 vanished meanwhile');
    expect(err.split('\n').sort()).toEqual([
      '',
      'could not be read: closed: no right to do that',
      'could not be read: denied: no right to do that',
      'could not be read: gone: it vanished meanwhile',
    ]);
    expect(parse(out)).toMatchObject({ workloads: { data: { files: 2 } } });
  });

  it('a directory without rights, for real', async () => {
    mkdirSync(join(tree, 'closed'), { mode: 0 });
    chmodSync(folder, 0o755);
    const seen = await asNobody(() => observed());
    expect(seen.unread).toMatchObject({ count: 1, vanished: 0 });
  });

  it.each([
    ['none', 'it does not exist'],
    ['file', 'it is not a directory'],
  ])('DIR itself (%s) is a problem', async (name, reason) => {
    writeFileSync(join(folder, 'file'), '');
    const { code, out, err } = await observe([join(folder, name)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`cannot observe ${join(folder, name)}: ${reason}`);
  });
});

describe('odd names', () => {
  it('are counted, and shown without harm', async () => {
    const odd = [
      Buffer.from([0xff, 0xfe]),
      Buffer.from('new\nline'),
      Buffer.from('\u001b[31m'),
      Buffer.from('\u202egnp.exe'),
    ];
    for (const name of odd) writeFileSync(Buffer.concat([Buffer.from(`${tree}/`), name]), 'x');
    expect(await observed()).toMatchObject({ files: 4, unread: { count: 0 } });
    const refuse = (host: Host): Host => ({
      ...host,
      files: {
        ...host.files,
        openRegular: () => ({ ok: false, code: 'EIO', reason: 'broken' }),
      },
    });
    const { err } = await observe([tree], { change: refuse });
    expect(err.split('\n').sort().slice(1)).toEqual([
      'could not be read: \\u001b[31m: broken',
      'could not be read: \\u202egnp.exe: broken',
      'could not be read: \\xff\\xfe: broken',
      'could not be read: new\\u000aline: broken',
    ]);
  });

  it('of the directory itself do no harm in the stanza', async () => {
    const evil = join(folder, 'x\nworkloads: [');
    mkdirSync(evil);
    const { out } = await observe([evil]);
    expect(parse(out)).toEqual({ workloads: { 'x-workloads': { size: '0 B', files: 0 } } });
  });

  it('for --name are refused', async () => {
    const { code, err } = await observe([tree, '--name', 'a: b']);
    expect(code).toBe(2);
    expect(err).toContain('"a: b" cannot be the name of a workload');
  });
});

describe('an index', () => {
  const index = () => join(folder, 'first.index');

  it('lets a later run measure what changed', async () => {
    for (let file = 0; file < 10; file++) writeFileSync(join(tree, `f${file}`), noise(1000, file));
    await observed(['--index', index()]);
    writeFileSync(join(tree, 'f0'), noise(1500, 77));
    rmSync(join(tree, 'f1'));
    writeFileSync(join(tree, 'new'), noise(2500, 78));
    const later = { now: START + 2 * DAY };
    const { change } = await observed(['--since', index()], later);
    expect(change).toMatchObject({
      before: { files: 10, bytes: 10_000 },
      after: { files: 10, bytes: 12_000 },
      added: { files: 1, bytes: 2500 },
      removed: { files: 1, bytes: 1000 },
      changed: { files: 1, bytes: 1500 },
      seconds: 2 * 86_400,
      // 20 % differ after two days: 1 - sqrt(0.8) a day.
      rates: { changePerDay: expect.closeTo(1 - Math.sqrt(0.8), 12), growthPerDay: 1000 },
    });
    const { out } = await observe([tree, '--since', index()], later);
    expect(parse(out)).toMatchObject({
      workloads: { data: { change: { 'per-day': '10.6 %' }, growth: '1 kB/day' } },
    });
    // Of 10 kB two were written beside the growth of two.
    expect(change?.perRun).toBe(0.2);
    expect(out).toContain(
      '# where runs come as often as these two looks, write instead: change: { per-run: 20 % }',
    );
  });

  it('says what changes from run to run where too little time has passed for a day', async () => {
    for (let file = 0; file < 10; file++) writeFileSync(join(tree, `f${file}`), noise(1000, file));
    await observed(['--index', index()]);
    writeFileSync(join(tree, 'f0'), noise(1500, 77));
    writeFileSync(join(tree, 'f1'), noise(1000, 78));
    utimesSync(join(tree, 'f1'), 1, 1);
    const soon = { now: START + 30_000 };
    const { out } = await observe([tree, '--since', index()], soon);
    expect(parse(out).workloads.data).toMatchObject({ change: { 'per-run': '20 %' } });
    expect(parse(out).workloads.data).not.toHaveProperty('growth');
    expect(out).toContain('; it grew by 500 B beside');
    const { out: scenario } = await observe([tree, '--since', index(), '--scenario'], soon);
    expect(scenario).toContain('change: { per-run: 20 % }');
  });

  it('can be renewed in place, keeps its key and leaves itself out', async () => {
    const inside = join(tree, 'own.index');
    writeFileSync(join(tree, 'a'), 'a');
    await observed(['--index', inside]);
    const header = readFileSync(inside, 'latin1').split('\n')[0] ?? '';
    const later = await observed(['--since', inside, '--index', inside], { now: START + DAY });
    expect(later).toMatchObject({ files: 1, passed: { 'own file': 1 } });
    expect(later.change).toMatchObject({ added: { files: 0 }, changed: { files: 0 } });
    const key = (line: string): unknown => (JSON.parse(line) as { key: unknown }).key;
    expect(key(readFileSync(inside, 'latin1').split('\n')[0] ?? '')).toBe(key(header));
  });

  it('holds no name, is for its owner alone, and leaves nothing beside it', async () => {
    writeFileSync(join(tree, 'very-secret-name'), 'x');
    await observed(['--index', index()]);
    expect(readFileSync(index(), 'latin1')).not.toMatch(/very-secret-name|data/u);
    expect(statSync(index()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['data', 'first.index']);
  });

  it('does not replace a file that is none, and must be one to be compared with', async () => {
    writeFileSync(index(), 'a letter to a friend');
    const write = await observe([tree, '--index', index()]);
    expect(write.code).toBe(2);
    expect(write.err).toContain('exists and is not an index, so it is not overwritten');
    expect(readFileSync(index(), 'utf8')).toBe('a letter to a friend');
    const read = await observe([tree, '--since', index()]);
    expect(read.code).toBe(2);
    expect(read.err).toContain('is not an index');
  });

  it('over several days is told to count a file once, and a turnover to say little', async () => {
    for (let file = 0; file < 4; file++) writeFileSync(join(tree, `f${file}`), noise(100, file));
    await observed(['--index', index()]);
    writeFileSync(join(tree, 'f0'), noise(100, 7));
    const later = { now: START + 7 * DAY };
    const some = await observe([tree, '--since', index()], later);
    expect(some.out).toContain('# a file that changed on several days counts once; the daily');
    expect(parse(some.out)).toMatchObject({
      workloads: { data: { change: { 'per-day': '4.03 %' } } },
    });
    for (let file = 0; file < 4; file++) writeFileSync(join(tree, `f${file}`), noise(100, 8));
    const all = await observe([tree, '--since', index()], later);
    expect(all.out).toContain('# nothing is as it was, so the daily change may be less');
  });

  it('of another directory is told', async () => {
    writeFileSync(join(tree, 'a'), 'a');
    await observed(['--index', index()]);
    rmSync(join(tree, 'a'));
    writeFileSync(join(tree, 'b'), 'b');
    const { err } = await observe([tree, '--since', index()], { now: START + DAY });
    expect(err).toContain('is it of the same directory?');
  });
});

describe('the file of an index', () => {
  it('is spared by the result', async () => {
    writeFileSync(join(tree, 'a'), 'a');
    const index = join(folder, 'index');
    await observe([tree, '--index', index]);
    const before = readFileSync(index);
    for (const option of ['--since', '--index']) {
      const { code, err } = await observe([tree, option, index, '--output', index]);
      expect(code).toBe(2);
      expect(err).toContain('is a file that this run reads or writes itself');
    }
    expect(readFileSync(index).equals(before)).toBe(true);
    const fresh = join(folder, 'fresh');
    expect((await observe([tree, '--index', fresh, '--output', fresh])).code).toBe(2);
  });
});
