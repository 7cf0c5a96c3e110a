import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../../src/benchmark/engine/backup.ts';
import { check } from '../../../src/benchmark/engine/check.ts';
import { pointWriter } from '../../../src/benchmark/engine/point-manifest.ts';
import { restore } from '../../../src/benchmark/engine/restore.ts';
import type { Entry } from '../../../src/benchmark/manifest/entry.ts';
import type { WorkDirectory } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { ProblemsFound } from '../../../src/problem.ts';

const host = nodeHost();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-damage-')));
const source = join(folder, 'source');
const repository = join(folder, 'work', 'repository');
let work: WorkDirectory;
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  work = await host.openWorkDirectory(join(folder, 'work'));
  mkdirSync(join(source, 'empty'), { recursive: true });
  for (const name of ['a', 'b', 'c']) writeFileSync(join(source, name), name.repeat(500));
  writeFileSync(join(source, 'nothing'), '');
  await backUp(host, work, { source, repository, point: 0, level: 'full', base: null });
  for (const point of [1, 2]) {
    appendFileSync(join(source, 'b'), 'more');
    const base = point - 1;
    await backUp(host, work, { source, repository, point, level: 'incremental', base });
  }
});

const damagesOf = async (): Promise<number> => (await check(host, repository)).damages.count;

describe('a damaged repository', () => {
  it('is found by a check, whichever bit of it is flipped, and wherever it is cut', async () => {
    const files = readdirSync(repository).map((name) => join(repository, name));
    expect(files).toHaveLength(6);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(7), async (file, at, bit) => {
        const whole = readFileSync(file);
        const flipped = Buffer.from(whole);
        const place = at % whole.length;
        flipped.writeUInt8(flipped.readUInt8(place) ^ (1 << bit), place);
        writeFileSync(file, flipped);
        expect(await damagesOf()).toBeGreaterThan(0);
        writeFileSync(file, whole);
        truncateSync(file, place);
        expect(await damagesOf()).toBeGreaterThan(0);
        writeFileSync(file, whole);
      }),
      { numRuns: 150 },
    );
    expect(await damagesOf()).toBe(0);
  });

  it('is found by a check when a pack or a base is gone', async () => {
    for (const name of ['point-1.pack', 'point-0.manifest']) {
      const whole = readFileSync(join(repository, name));
      rmSync(join(repository, name));
      expect(await damagesOf()).toBeGreaterThan(0);
      writeFileSync(join(repository, name), whole);
    }
    expect(await damagesOf()).toBe(0);
  });

  it('gives back what is whole, and says what is not', async () => {
    const pack = join(repository, 'point-0.pack');
    const whole = readFileSync(pack);
    writeFileSync(pack, Buffer.from(whole).fill('x', 100, 101));
    const into = join(work.path, 'restored');
    const { damages } = await restore(host, work, { repository, point: 2, into });
    expect(damages).toEqual({ count: 1, first: ['a: its content is damaged'] });
    expect(readFileSync(join(into, 'c'), 'utf8')).toBe('c'.repeat(500));
    writeFileSync(pack, whole);
  });
});

describe('a repository that somebody else wrote', () => {
  it('cannot make a restore write through a link', async () => {
    const other = join(work.path, 'other');
    mkdirSync(other);
    const facts = { size: 0, mode: 0o644, modified: 0n, digest: '' };
    const nothing = new Uint8Array();
    const link: Entry = {
      ...facts,
      path: Buffer.from('x'),
      kind: 'link',
      target: Buffer.from(source),
    };
    const below: Entry = {
      ...facts,
      path: Buffer.from('x/a'),
      kind: 'directory',
      target: nothing,
    };
    const pieces: Uint8Array[] = [];
    const rows = pointWriter({ point: 0, level: 'full', base: null }, (piece) => {
      pieces.push(piece);
    });
    for (const entry of [link, below]) rows.row({ entry, content: null });
    rows.end();
    writeFileSync(join(other, 'point-0.manifest'), Buffer.concat(pieces));
    const into = join(work.path, 'elsewhere');
    const restored = restore(host, work, { repository: other, point: 0, into });
    await expect(restored).rejects.toThrow(ProblemsFound);
  });
});

describe('a restore', () => {
  it('goes into no directory with something in it', async () => {
    const into = join(work.path, 'full');
    mkdirSync(into);
    writeFileSync(join(into, 'mine'), '');
    const restored = restore(host, work, { repository, point: 0, into });
    await expect(restored).rejects.toThrow(/it is not empty/u);
  });
});
