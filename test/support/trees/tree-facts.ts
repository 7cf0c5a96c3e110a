import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** One entry of a tree, with all that two trees can differ in. */
export interface EntryFacts {
  readonly kind: 'file' | 'directory' | 'link';
  readonly size: number;
  readonly mode: number;
  readonly modified: bigint;
  /** Where a link leads, or the digest of what a file holds. */
  readonly content: string;
}

/** A tree by the paths below its root, each byte a character; the root itself is ''. */
export type TreeFacts = ReadonlyMap<string, EntryFacts>;

/** Reads a tree with Node alone. */
export function treeFacts(root: string): TreeFacts {
  const facts = new Map<string, EntryFacts>();
  const read = (below: string): void => {
    const path = Buffer.concat([
      Buffer.from(root),
      Buffer.from(below === '' ? '' : `/${below}`, 'latin1'),
    ]);
    const stat = lstatSync(path, { bigint: true });
    const kind = stat.isDirectory() ? 'directory' : stat.isSymbolicLink() ? 'link' : 'file';
    facts.set(below, {
      kind,
      size: kind === 'file' ? Number(stat.size) : 0,
      mode: kind === 'link' ? 0 : Number(stat.mode & 0o7777n),
      modified: stat.mtimeNs,
      content: contentOf(path, kind),
    });
    if (kind !== 'directory') return;
    for (const name of readdirSync(path, { encoding: 'buffer' })) {
      read(`${below === '' ? '' : `${below}/`}${name.toString('latin1')}`);
    }
  };
  read('');
  return new Map([...facts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function contentOf(path: Buffer, kind: EntryFacts['kind']): string {
  if (kind === 'directory') return '';
  if (kind === 'link') return readlinkSync(path, { encoding: 'buffer' }).toString('latin1');
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** The regular files of a tree. */
export const filesIn = (tree: TreeFacts): readonly (readonly [string, EntryFacts])[] =>
  [...tree].filter(([, { kind }]) => kind === 'file');
