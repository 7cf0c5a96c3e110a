import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../src/benchmark/engine/backup.ts';
import { restore } from '../../../src/benchmark/engine/restore.ts';
import type { Host, WorkDirectory } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';

const host = nodeHost();
let folder = '';
let source = '';
let repository = '';
let work: WorkDirectory;
beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-living-')));
  source = join(folder, 'source');
  mkdirSync(source);
  work = await host.openWorkDirectory(join(folder, 'work'));
  repository = join(work.path, 'repository');
});
afterEach(() => rmSync(folder, { recursive: true }));

const inSource = (name: string): string => join(source, name);

/** The real host, for which it is always time to yield, and something happens meanwhile. */
function interrupted(happens: (turn: number) => void): Host {
  let [time, turn] = [0, 0];
  return {
    ...host,
    clock: { ...host.clock, elapsed: () => time++ },
    yieldNow: async () => happens(turn++),
  };
}

const FULL = { point: 0, level: 'full', base: null } as const;

describe('a source that changes during a backup', () => {
  it('is noticed, stored as it was read, and read again the next time', async () => {
    writeFileSync(inSource('log'), Buffer.alloc(3_000_000, 1));
    const { mtime } = statSync(inSource('log'));
    const busy = interrupted((turn) => {
      // By then the first block has been read.
      if (turn !== 1) return;
      // The same size and time as before: only the time of the change itself tells of it.
      writeFileSync(inSource('log'), Buffer.alloc(3_000_000, 2));
      utimesSync(inSource('log'), mtime, mtime);
    });
    const first = await backUp(busy, work, { source, repository, ...FULL });
    expect(first.doubts).toEqual({ count: 1, first: ['log: changed while it was read'] });
    const again = { source, repository, point: 1, level: 'incremental', base: 0 } as const;
    const second = await backUp(host, work, again);
    expect(second.files).toMatchObject({ changed: 1, unchanged: 0 });
    const into = join(work.path, 'restored');
    await restore(host, work, { repository, point: 1, into });
    expect(readFileSync(join(into, 'log')).equals(Buffer.alloc(3_000_000, 2))).toBe(true);
  });

  it('that grows has an end', async () => {
    writeFileSync(inSource('log'), Buffer.alloc(2_000_000, 1));
    const busy = interrupted(() => appendFileSync(inSource('log'), Buffer.alloc(1_500_000)));
    const { doubts, bytes } = await backUp(busy, work, { source, repository, ...FULL });
    expect(doubts.count).toBe(1);
    expect(bytes.read).toBeLessThan(6_000_000);
  });

  it('that shrinks is stored as far as it was read', async () => {
    writeFileSync(inSource('log'), Buffer.alloc(3_000_000, 1));
    const busy = interrupted(() => writeFileSync(inSource('log'), 'short'));
    const report = await backUp(busy, work, { source, repository, ...FULL });
    expect(report.doubts.count).toBe(1);
    const into = join(work.path, 'restored');
    expect((await restore(host, work, { repository, point: 0, into })).damages.count).toBe(0);
  });

  it('whose files vanish is backed up without them', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(inSource(name), name);
    const busy = interrupted((turn) => turn === 0 && rmSync(inSource('b')));
    const { files, doubts } = await backUp(busy, work, { source, repository, ...FULL });
    expect(files.added).toBe(2);
    expect(doubts).toEqual({ count: 1, first: ['b: cannot be read: it does not exist'] });
  });

  it('that is not there is a problem, and makes no point', async () => {
    rmSync(source, { recursive: true });
    const made = backUp(host, work, { source, repository, ...FULL });
    await expect(made).rejects.toThrow(/cannot read .*source.*it does not exist/u);
  });
});

describe('what is read and what is stored', () => {
  it('a file that was touched is read and not stored; a copy of the tree likewise', async () => {
    writeFileSync(inSource('file'), Buffer.alloc(10_000, 1));
    await backUp(host, work, { source, repository, ...FULL });
    utimesSync(inSource('file'), 1, 1);
    const again = { source, repository, point: 1, level: 'incremental', base: 0 } as const;
    const { files, bytes } = await backUp(host, work, again);
    expect(files).toMatchObject({ changed: 0, unchanged: 1 });
    expect(bytes.read).toBe(10_000);
    expect(bytes.stored).toBeLessThan(1000);
  });
});
