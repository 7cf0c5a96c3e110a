import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/benchmark/manifest/entry.ts';
import { changeBetween } from '../../../src/benchmark/shape/change-between.ts';
import { shapeOf } from '../../../src/benchmark/shape/tree-shape.ts';

const entry = (path: string, rest: Partial<Entry> = {}): Entry => ({
  path: Buffer.from(path),
  kind: 'file',
  size: 10,
  mode: 0o644,
  modified: 5n,
  target: new Uint8Array(),
  digest: 'aa',
  ...rest,
});

const counts = (before: readonly Entry[] | null, after: readonly Entry[]) => {
  const { added, changed, renamed, removed, folders, filesBeside } = changeBetween(before, after);
  const lengths = [added.length, changed.length, renamed.length, removed.length];
  return [...lengths, folders, filesBeside];
};

describe('what changed between two listings', () => {
  const before = [
    entry('a/same'),
    entry('a/longer', { digest: 'bb' }),
    entry('b/moved', { digest: 'cc', size: 7 }),
    entry('b/gone', { digest: 'dd' }),
    entry('c', { kind: 'directory', size: 0, digest: '' }),
    entry('d/empty', { size: 0, digest: 'ee' }),
  ];

  it('is counted by hand: one of each, in the folders where something happened', () => {
    const after = [
      entry('a/same'),
      entry('a/longer', { digest: 'bb', size: 11 }),
      entry('b/new', { digest: 'ff' }),
      entry('e/moved', { digest: 'cc', size: 7 }),
      entry('e/empty', { size: 0, digest: 'ee' }),
    ];
    // a holds two files, b one, e two; d holds none any more.
    expect(counts(before, after)).toEqual([2, 1, 1, 2, 4, 5]);
  });

  it.each([
    ['its time', { modified: 6n }],
    ['its content', { digest: 'zz' }],
    ['its size', { size: 3 }],
  ])('is one file where %s is another', (_, now) => {
    expect(counts([entry('x')], [entry('x', now)])).toEqual([0, 1, 0, 0, 1, 1]);
  });

  it('is nothing where only a mode is another, as no tool stores the file for that', () => {
    expect(counts([entry('x')], [entry('x', { mode: 0o600 })])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is everything where there was nothing before, as in a full', () => {
    expect(counts(null, before)).toEqual([5, 0, 0, 0, 3, 5]);
  });

  it('is the mirror of the way back, and nothing from a tree to itself', () => {
    const trees = fc.uniqueArray(
      fc.record({
        path: fc.constantFrom('a/1', 'a/2', 'a/3', 'b/1', 'b/2', 'c'),
        size: fc.nat({ max: 2 }),
        digest: fc.constantFrom('aa', 'bb'),
      }),
      { selector: ({ path }) => path },
    );
    fc.assert(
      fc.property(trees, trees, (one, two) => {
        const [from, to] = [one, two].map((files) =>
          files.map(({ path, ...rest }) => entry(path, rest)),
        ) as [Entry[], Entry[]];
        const [there, back] = [changeBetween(from, to), changeBetween(to, from)];
        expect(there.added.length).toBe(back.removed.length);
        expect(there.changed.length).toBe(back.changed.length);
        expect(there.renamed.length).toBe(back.renamed.length);
        expect(there.folders).toBe(back.folders);
        expect(from.length + there.added.length - there.removed.length).toBe(to.length);
        expect(counts(from, from)).toEqual([0, 0, 0, 0, 0, 0]);
      }),
    );
  });
});

describe('the shape of a tree', () => {
  it('has the sizes that half, and that 95 % of the files do not exceed', () => {
    const files = Array.from({ length: 20 }, (_, index) => entry(`f${index}`, { size: index + 1 }));
    const rest = [
      entry('d', { kind: 'directory', size: 0 }),
      entry('l', { kind: 'link', size: 0 }),
    ];
    expect(shapeOf([...files, ...rest])).toEqual({
      ...{ files: 20, bytes: 210, folders: 1, links: 1 },
      ...{ p50: 10, p95: 19, largest: 20 },
    });
  });

  it('has zeros where nothing is', () => {
    expect(shapeOf([])).toMatchObject({ files: 0, bytes: 0, p50: 0, p95: 0, largest: 0 });
  });
});
