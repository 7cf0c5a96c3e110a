import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTrees } from '../../../src/benchmark/manifest/compare.ts';
import { CONTENTS_ALONE } from '../../../src/benchmark/manifest/content-comparison.ts';
import type { Difference } from '../../../src/benchmark/manifest/difference.ts';
import type { Entry } from '../../../src/benchmark/manifest/entry.ts';
import { EVERYTHING } from '../../../src/benchmark/tools/everything.ts';
import { anyTree } from '../../support/arbitraries/entry-arbitrary.ts';

const NEW: Entry = {
  path: Buffer.from('none of the names above'),
  kind: 'file',
  size: 1,
  mode: 0o644,
  modified: 0n,
  target: new Uint8Array(),
  digest: '00',
};

const sorted = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => Buffer.compare(a.path, b.path));

/** What one may do to one entry, and what then has to be found. */
const MUTATIONS: Readonly<
  Record<
    string,
    {
      of: readonly Entry['kind'][];
      make(entry: Entry): readonly Entry[];
      found: readonly Difference['what'][];
    }
  >
> = {
  remove: { of: ['file', 'link'], make: () => [], found: ['missing'] },
  rename: {
    of: ['file', 'link'],
    make: (entry) => [{ ...entry, path: NEW.path }],
    found: ['missing', 'extra'],
  },
  add: { of: ['file', 'link', 'directory'], make: (entry) => [entry, NEW], found: ['extra'] },
  relink: {
    of: ['link'],
    make: (entry) => [{ ...entry, target: Buffer.concat([entry.target, NEW.path]) }],
    found: ['link'],
  },
  truncate: {
    of: ['file'],
    make: (entry) => [{ ...entry, size: entry.size + 1, digest: '' }],
    found: ['size'],
  },
  flip: {
    of: ['file'],
    make: (entry) => [{ ...entry, digest: `${entry.digest}00` }],
    found: ['content'],
  },
  chmod: {
    of: ['file', 'directory'],
    make: (entry) => [{ ...entry, mode: entry.mode ^ 0o200 }],
    found: ['mode'],
  },
  touch: {
    of: ['file', 'link', 'directory'],
    make: (entry) => [{ ...entry, modified: entry.modified + 1000n }],
    found: ['time'],
  },
  replace: {
    of: ['file'],
    make: (entry) => [{ ...entry, kind: 'link', size: 0, digest: '', target: NEW.path }],
    found: ['kind'],
  },
};

describe('compareTrees', () => {
  it('finds nothing between a tree and itself', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(compareTrees(tree, tree, EVERYTHING)).toEqual([]);
      }),
    );
  });

  it.each(Object.entries(MUTATIONS))(
    'finds exactly what was done: %s',
    (_, { of, make, found }) => {
      fc.assert(
        fc.property(anyTree, fc.nat(), (tree, pick) => {
          const suited = tree.filter(({ kind }) => of.includes(kind));
          const entry = suited[pick % suited.length];
          fc.pre(entry !== undefined);
          const mutated = sorted(tree.flatMap((one) => (one === entry ? make(one) : [one])));
          const differences = compareTrees(tree, mutated, EVERYTHING);
          expect(differences.map(({ what }) => what).sort()).toEqual([...found].sort());
          for (const { what, path } of differences) {
            expect(path).toEqual(what === 'extra' ? NEW.path : entry?.path);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('takes times less than a microsecond apart for equal', () => {
    const moved = (by: bigint): readonly Entry[] => [{ ...NEW, modified: by }];
    expect(compareTrees([NEW], moved(999n), EVERYTHING)).toEqual([]);
    expect(compareTrees([NEW], moved(-999n), EVERYTHING)).toEqual([]);
    expect(compareTrees([NEW], moved(-1000n), EVERYTHING)).toHaveLength(1);
  });

  it('does not compare what a tool does not keep', () => {
    const at = (path: string, more: Partial<Entry>): Entry => ({
      ...NEW,
      path: Buffer.from(path),
      ...more,
    });
    const expected = [
      at('empty', { kind: 'directory' }),
      at('full', { kind: 'directory' }),
      at('full/file', { mode: 0o600, modified: 5n * 10n ** 9n }),
      at('link', { kind: 'link', target: Buffer.from('full') }),
    ];
    const found = [
      at('full', { kind: 'directory' }),
      at('full/file', {}),
      at('link', { kind: 'directory' }),
      at('link/file', {}),
    ];
    expect(compareTrees(expected, found, CONTENTS_ALONE)).toEqual([]);
    const whats = compareTrees(expected, found, EVERYTHING).map(({ what }) => what);
    expect(whats).toEqual(['missing', 'mode', 'time', 'kind', 'extra']);
    const lost = compareTrees(expected, [], CONTENTS_ALONE).map(
      ({ path }) => `${Buffer.from(path)}`,
    );
    expect(lost).toEqual(['full', 'full/file']);
  });
});
