import type { Outcome, WritableFile } from '../../host/host.ts';
import { type Changes, finish, type Site, writing } from './apply.ts';
import { changedBlocks, type Stretch } from './changed-blocks.ts';
import { type Content, contentOf } from './content.ts';
import {
  type AddedFile,
  type Generation,
  generationsOf,
  type MadeFile,
  pathOf,
} from './generation.ts';
import { nanoseconds, timeOf } from './generation-time.ts';
import { type Group, groupsOf } from './group.ts';
import { PIECE } from './key-stream.ts';
import { linksOf } from './links.ts';
import { joined } from './path-bytes.ts';
import type { FilesRecipe } from './recipe.ts';

/** A group of files, one of its generations, and its content. */
interface Making {
  readonly group: Group;
  readonly generation: Generation;
  readonly content: Content;
}

const FOLDER_MODE = 0o755;
const WRITABLE = 0o200;

/**
 * Makes a generation of a tree of files: the first replaces whatever is at the site, a later one
 * changes the generation before. Can be repeated after an interruption.
 */
export function* makeFiles(site: Site, recipe: FilesRecipe, seed: number, number: number): Changes {
  const makings = groupsOf(recipe, seed).map((group) => ({
    group,
    generation: nth(generationsOf(group, recipe.change, seed), number),
    content: contentOf(seed, group.name, recipe.compressibility),
  }));
  if (number === 0) yield* makeFolders(site, makings);
  for (const making of makings) {
    yield* remove(site, making);
    yield* rename(site, making);
    for (const file of making.generation.added) yield* add(site, making, file);
    for (const file of making.generation.changed) {
      const { group } = making;
      const stretches = changedBlocks(group, file, recipe.change.within, number, seed);
      yield* change(site, making, file, stretches);
    }
    if (number === 0) yield* makeLinks(site, making);
  }
  // Last, because every change inside a folder updates its time.
  for (const making of makings) yield* setFolderTimes(site, making);
}

function nth(generations: Iterable<Generation>, number: number): Generation {
  for (const generation of generations) if (generation.number === number) return generation;
  throw new RangeError(`there is no generation ${number}`);
}

function* makeFolders({ work, at }: Site, makings: readonly Making[]): Changes {
  yield work.remove(at);
  yield work.makeDirectory(at);
  for (const { group } of makings) {
    for (const folder of [...group.folders, ...group.empty]) {
      yield work.makeDirectory(joined(at, folder));
      yield work.setMode(joined(at, folder), FOLDER_MODE);
    }
  }
}

function* remove({ work, at }: Site, { group, generation }: Making): Changes {
  for (const file of generation.removed) yield work.remove(joined(at, pathOf(group, file)));
}

function* rename({ work, at }: Site, { group, generation }: Making): Changes {
  for (const { from, to } of generation.renamed) {
    const [old, now] = [joined(at, pathOf(group, from)), joined(at, pathOf(group, to))];
    yield unlessDone(work.rename(old, now));
  }
}

/** Names are never reused, so a missing old name means that this rename was already done. */
const unlessDone = (renamed: Outcome<void>): Outcome<void> =>
  renamed.ok || renamed.code !== 'ENOENT' ? renamed : { ok: true, value: undefined };

function* add(site: Site, { group, generation, content }: Making, file: AddedFile): Changes {
  const path = joined(site.at, pathOf(group, file));
  const all = [{ from: 0, length: file.size }];
  yield* writing(site.work.open(path, 'empty'), (open) =>
    write(open, all, (from, length) => content(file.original, generation.number, from, length)),
  );
  yield* finish(site, path, file);
}

/** Overwrites parts of a file in place; the bytes depend only on file, generation and position. */
function* change(
  site: Site,
  { group, generation, content }: Making,
  file: MadeFile,
  stretches: readonly Stretch[],
): Changes {
  const path = joined(site.at, pathOf(group, file));
  if ((file.mode & WRITABLE) === 0) yield site.work.setMode(path, file.mode | WRITABLE);
  yield* writing(site.work.open(path, 'as it is'), (open) =>
    write(open, stretches, (from, length) => content(file.serial, generation.number, from, length)),
  );
  yield* finish(site, path, file);
}

function* write(
  file: WritableFile,
  stretches: readonly Stretch[],
  bytesAt: (from: number, length: number) => Uint8Array,
): Changes {
  for (const { from, length } of stretches) {
    for (let at = from; at < from + length; at += PIECE) {
      yield file.write(bytesAt(at, Math.min(PIECE, from + length - at)), at);
    }
  }
}

function* makeLinks({ work, at }: Site, { group, generation }: Making): Changes {
  for (const { path, target } of linksOf(group, generation.files)) {
    const link = joined(at, path);
    yield work.makeLink(link, target);
    yield work.setModified(link, nanoseconds(timeOf(0)));
  }
}

function* setFolderTimes({ work, at }: Site, { group, generation }: Making): Changes {
  for (const folder of touchedFolders(group, generation)) {
    yield work.setModified(joined(at, folder), nanoseconds(timeOf(generation.number)));
  }
}

/** The folders in which names were added or removed; in the first generation all folders. */
function touchedFolders(group: Group, generation: Generation): readonly Uint8Array[] {
  if (generation.number === 0) return [...group.folders, ...group.empty];
  const { added, removed, renamed } = generation;
  const files = [...added, ...removed, ...renamed.flatMap(({ from, to }) => [from, to])];
  const touched = new Set(files.map(({ folder }) => folder));
  return group.folders.filter((_, index) => touched.has(index));
}
