import type { Entry } from '../manifest/entry.ts';

/** What differs between two states of a tree, as a tool that compares sizes and times finds it. */
export interface TreeChange {
  /** New files under names that were not there; those only renamed are not among them. */
  readonly added: readonly Entry[];
  /** Files with another size, time or content. */
  readonly changed: readonly { readonly before: Entry; readonly after: Entry }[];
  /** Files that were there, with the same size, time and content, under another name. */
  readonly renamed: readonly Entry[];
  readonly removed: readonly Entry[];
  /** Folders in which a file was added, changed, renamed or removed, and the files in them now. */
  readonly folders: number;
  readonly filesBeside: number;
}

/**
 * Compares two listings with digests. Without an earlier one everything is new, as in a full.
 *
 * @example
 * changeBetween(monday, tuesday).changed.length // 3
 */
export function changeBetween(
  before: readonly Entry[] | null,
  after: readonly Entry[],
): TreeChange {
  const old = filesByPath(before ?? []);
  const now = filesByPath(after);
  const changed: { before: Entry; after: Entry }[] = [];
  const fresh: Entry[] = [];
  for (const [path, file] of now) {
    const was = old.get(path);
    if (!was) fresh.push(file);
    else if (identityOf(was) !== identityOf(file)) changed.push({ before: was, after: file });
  }
  const gone = [...old].flatMap(([path, file]) => (now.has(path) ? [] : [file]));
  const { renamed, added, removed } = matched(fresh, gone);
  const touched = new Set([...fresh, ...gone, ...changed.map((pair) => pair.after)].map(folderOf));
  const beside = [...now.values()].filter((file) => touched.has(folderOf(file)));
  return { added, changed, renamed, removed, folders: touched.size, filesBeside: beside.length };
}

const key = (path: Uint8Array): string => Buffer.from(path).toString('latin1');

const filesByPath = (entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.filter(({ kind }) => kind === 'file').map((entry) => [key(entry.path), entry]));

/** Two files of equal identity have the same content and were last written at the same time. */
const identityOf = ({ size, modified, digest }: Entry): string => `${size} ${modified} ${digest}`;

/** The folder of a file; empty for the root. */
function folderOf({ path }: Entry): string {
  const text = key(path);
  return text.slice(0, Math.max(0, text.lastIndexOf('/')));
}

/** Pairs files that appeared with files that disappeared and are the same; empty files are not. */
function matched(
  fresh: readonly Entry[],
  gone: readonly Entry[],
): Pick<TreeChange, 'added' | 'renamed' | 'removed'> {
  const left = new Map<string, Entry[]>();
  for (const file of gone) {
    const same = left.get(identityOf(file)) ?? [];
    same.push(file);
    left.set(identityOf(file), same);
  }
  const renamed: Entry[] = [];
  const added: Entry[] = [];
  for (const file of fresh) {
    const old = file.size > 0 ? left.get(identityOf(file))?.pop() : undefined;
    (old ? renamed : added).push(file);
  }
  return { added, renamed, removed: [...left.values()].flat() };
}
