import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareBytes } from '../../../src/benchmark/manifest/compare-bytes.ts';
import { readTree } from '../../../src/benchmark/manifest/read-tree.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { ProblemsFound } from '../../../src/problem.ts';
import { anyTree } from '../../support/arbitraries/entry-arbitrary.ts';
import { makeFifo } from '../../support/programs/fifo.ts';
import { available } from '../../support/programs/require.ts';

const FIFOS = available('mkfifo', 'FIFOs in a tree');

const host = nodeHost();
const folder = mkdtempSync(join(tmpdir(), 'backcast-tree-'));
const root = join(folder, 'tree');
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  mkdirSync(join(root, 'a/empty'), { recursive: true });
  writeFileSync(join(root, 'a/file'), 'abc');
  chmodSync(join(root, 'a/file'), 0o4751);
  writeFileSync(join(root, 'a-b'), '');
  linkSync(join(root, 'a-b'), join(root, 'also a-b'));
  symlinkSync('/nowhere\n', join(root, 'link'));
  lutimesSync(join(root, 'link'), 5, 5);
  symlinkSync('a', join(root, 'loop'));
  if (FIFOS) makeFifo(join(root, 'fifo'));
});

describe('readTree', () => {
  it('lists everything in the order of the bytes of its path, and follows no link', async () => {
    const { entries, special } = await readTree(host, root, 'sha-256');
    expect(special).toBe(FIFOS ? 1 : 0);
    const shown = entries.map(({ path, kind, size, digest }) =>
      [Buffer.from(path).toString(), kind, size, digest.slice(0, 8)].join(' '),
    );
    expect(shown).toEqual([
      'a directory 0 ',
      'a-b file 0 e3b0c442',
      'a/empty directory 0 ',
      'a/file file 3 ba7816bf',
      'also a-b file 0 e3b0c442',
      'link link 0 ',
      'loop link 0 ',
    ]);
    const [, , , file, , link] = entries;
    expect(file?.mode).toBe(0o4751);
    expect(Buffer.from(link?.target ?? []).toString()).toBe('/nowhere\n');
    expect(link?.modified).toBe(5_000_000_000n);
  });

  it('refuses to give half a list', async () => {
    const missing = readTree(host, join(folder, 'no tree'), null);
    await expect(missing).rejects.toThrow(ProblemsFound);
    await expect(missing).rejects.toThrow(/no tree.*it does not exist/u);
  });

  it('gives the order of a sort, whatever the names', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (tree) => {
        const place = mkdtempSync(join(folder, 'any-'));
        for (const { path, kind } of tree) {
          const full = Buffer.concat([Buffer.from(`${place}/`), path]);
          if (kind === 'directory') mkdirSync(full);
          else writeFileSync(full, '');
        }
        const { entries } = await readTree(host, place, null);
        expect(entries.map(({ path }) => Buffer.from(path).toString('hex'))).toEqual(
          tree.map(({ path }) => Buffer.from(path).toString('hex')),
        );
        rmSync(place, { recursive: true });
      }),
      { numRuns: 40 },
    );
  });
});

describe('compareBytes', () => {
  it('finds the one byte that differs, and nothing in a copy', async () => {
    const copy = join(folder, 'copy');
    writeFileSync(join(root, 'large'), Buffer.alloc(3_000_000, 7));
    execFileSync('cp', ['-a', root, copy]);
    const same = await compareBytes(host, root, copy);
    expect(same).toEqual({ differences: [], files: 4, bytes: 3_000_003 });
    const changed = Buffer.alloc(3_000_000, 7);
    changed[2_999_999] = 8;
    writeFileSync(join(copy, 'large'), changed);
    const { differences } = await compareBytes(host, root, copy);
    expect(differences.map(({ what, path }) => `${what} ${Buffer.from(path)}`)).toEqual([
      'content large',
    ]);
  });
});
