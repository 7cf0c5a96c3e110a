import fc from 'fast-check';
import type { Entry } from '../../../src/benchmark/manifest/entry.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Names that try their reader, and names that sort strangely beside them. */
const HOSTILE: readonly Uint8Array[] = [
  bytes('line\nbreak'),
  bytes('-rf'),
  bytes('\xff\xfe'),
  bytes('\xef\xbb\xbfmarked'),
  bytes('$(touch pwned)'),
  bytes('"quoted\\"'),
  bytes('...'),
  bytes('n'.repeat(255)),
  bytes('a'),
  bytes('a-b'),
  bytes('a.b'),
  bytes('a b'),
];

/** A name as a directory may hold it. */
export const anyName: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .uint8Array({ minLength: 1, maxLength: 4 })
    .filter(
      (name) =>
        !name.includes(0) && !name.includes(47) && !/^\.{1,2}$/u.test(`${Buffer.from(name)}`),
    ),
);

const anyTime = fc.bigInt(-(10n ** 18n), 4n * 10n ** 18n);
const anyHex = fc
  .uint8Array({ minLength: 4, maxLength: 4 })
  .map((raw) => Buffer.from(raw).toString('hex'));
const NOTHING = new Uint8Array();

type Leaf = Omit<Entry, 'path'>;

const anyLeaf: fc.Arbitrary<Leaf> = fc
  .record({ mode: fc.nat(0o7777), modified: anyTime })
  .chain((facts) =>
    fc.oneof(
      fc
        .record({ size: fc.nat(10_000), digest: anyHex })
        .map((file): Leaf => ({ kind: 'file', target: NOTHING, ...facts, ...file })),
      fc.constant<Leaf>({ kind: 'directory', size: 0, target: NOTHING, digest: '', ...facts }),
      anyName.map((target): Leaf => ({ kind: 'link', size: 0, target, digest: '', ...facts })),
    ),
  );

/** The entries of a tree that can exist, in the order of their paths. */
export const anyTree: fc.Arbitrary<readonly Entry[]> = fc
  .array(fc.tuple(fc.array(anyName, { minLength: 1, maxLength: 3 }), anyLeaf), { maxLength: 12 })
  .map((given) => {
    const tree = new Map<string, Entry>();
    for (const [names, leaf] of given) place(tree, names, leaf);
    return [...tree.values()].sort((a, b) => Buffer.compare(a.path, b.path));
  });

function place(tree: Map<string, Entry>, names: readonly Uint8Array[], leaf: Leaf): void {
  const paths = names.map((_, index) =>
    Buffer.from(
      names
        .slice(0, index + 1)
        .map((name) => Buffer.from(name).toString('latin1'))
        .join('/'),
      'latin1',
    ),
  );
  const key = (path: Uint8Array): string => Buffer.from(path).toString('latin1');
  const last = paths.at(-1);
  if (!last || tree.has(key(last))) return;
  const folders = paths.slice(0, -1);
  if (folders.some((folder) => (tree.get(key(folder))?.kind ?? 'directory') !== 'directory'))
    return;
  for (const path of folders) {
    if (tree.has(key(path))) continue;
    tree.set(key(path), { ...leaf, kind: 'directory', size: 0, target: NOTHING, digest: '', path });
  }
  tree.set(key(last), { ...leaf, path: last });
}
