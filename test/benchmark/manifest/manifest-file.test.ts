import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { DIGEST_METHODS, type DigestMethod } from '../../../src/benchmark/manifest/digest.ts';
import type { Entry } from '../../../src/benchmark/manifest/entry.ts';
import { manifestFile, readManifest } from '../../../src/benchmark/manifest/manifest-file.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { ProblemsFound } from '../../../src/problem.ts';
import { anyTree } from '../../support/arbitraries/entry-arbitrary.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-manifest-'));
const path = join(folder, 'manifest');
afterAll(() => rmSync(folder, { recursive: true }));

function write(method: DigestMethod | null, entries: Iterable<Entry>): void {
  writeFileSync(path, Buffer.concat([...manifestFile(method, entries)]));
}

function read(): { method: DigestMethod | null; entries: readonly Entry[] } {
  const opened = nodeHost().files.openRegular(path);
  if (!opened.ok) throw new Error(opened.reason);
  try {
    const { method, entries } = readManifest(opened.value, 'manifest');
    return { method, entries: [...entries] };
  } finally {
    opened.value.close();
  }
}

const plain = (entries: readonly Entry[]): unknown =>
  entries.map((entry) => ({
    ...entry,
    path: Buffer.from(entry.path).toString('hex'),
    target: Buffer.from(entry.target).toString('hex'),
  }));

describe('a manifest file', () => {
  it('gives back what was written, whatever the names', () => {
    fc.assert(
      fc.property(anyTree, fc.constantFrom(...DIGEST_METHODS, null), (tree, method) => {
        write(method, tree);
        const back = read();
        expect(back.method).toBe(method);
        expect(plain(back.entries)).toEqual(plain(tree));
      }),
    );
  });

  it('is refused when any bit of it is flipped, or its end is missing', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(), fc.nat(7), (tree, place, bit) => {
        write('md5', tree);
        const bytes = readFileSync(path);
        const at = place % bytes.length;
        writeFileSync(path, bytes.subarray(0, at));
        expect(read).toThrow(ProblemsFound);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        writeFileSync(path, bytes);
        expect(read).toThrow(ProblemsFound);
      }),
    );
  });

  it('is lines that people can read, with names that obey nobody', () => {
    const entry = { kind: 'file', size: 5, mode: 0o644, modified: 1n, digest: '0a' } as const;
    const target = new Uint8Array();
    write('md5', [
      { ...entry, path: Buffer.from('ä\u001b'), target },
      { ...entry, path: Buffer.from([0x61, 0xff]), target },
    ]);
    expect(readFileSync(path, 'utf8').split('\n').slice(0, 3)).toEqual([
      '{"format":"backcast/manifest/1","method":"md5"}',
      '{"path":"ä\\u001b","kind":"file","size":5,"mode":"644","modified":"1","digest":"0a"}',
      '{"path":{"hex":"61ff"},"kind":"file","size":5,"mode":"644","modified":"1","digest":"0a"}',
    ]);
  });

  it.each(['..', 'a/../b', '/a', 'a/', 'a//b', './a', 'a\0b', ''])(
    'is refused when a path leads astray: %j',
    (astray) => {
      const entry = { kind: 'directory', size: 0, mode: 0, modified: 0n, digest: '' } as const;
      write(null, [{ ...entry, path: Buffer.from(astray), target: new Uint8Array() }]);
      expect(read).toThrow(ProblemsFound);
    },
  );
});
