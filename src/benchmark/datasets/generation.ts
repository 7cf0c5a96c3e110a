import { type Stream, stream } from '../../random/stream.ts';
import { duplicate } from './duplicates.ts';
import { fileTimeOf } from './generation-time.ts';
import type { Group } from './group.ts';
import { joined } from './path-bytes.ts';
import type { FilesChange } from './recipe.ts';
import { dealt } from './selection.ts';
import { drawSizes } from './sizes.ts';

/** A regular file of a generated tree. */
export interface MadeFile {
  /** Serial number in its group; never reused. */
  readonly serial: number;
  /** Index of its folder in the group, and the serial number that its name is derived from. */
  readonly folder: number;
  readonly name: number;
  readonly size: number;
  readonly mode: number;
  /** Seconds since 1970. */
  readonly modified: number;
}

/**
 * A new file; `original` is the serial number of the new file whose content it has (often its own).
 */
export interface AddedFile extends MadeFile {
  readonly original: number;
}

/** What a generation does to the files of a group; each file is affected at most once. */
export interface Generation {
  readonly number: number;
  readonly added: readonly AddedFile[];
  /** The state after the change. */
  readonly changed: readonly MadeFile[];
  readonly removed: readonly MadeFile[];
  readonly renamed: readonly { readonly from: MadeFile; readonly to: MadeFile }[];
  /** All files after this generation. */
  readonly files: readonly MadeFile[];
  /** Number of serial numbers used so far, for files and names. */
  readonly serials: number;
}

/** The path of a file relative to the root of its tree. */
export const pathOf = (group: Group, { folder, name }: MadeFile): Uint8Array =>
  joined(group.folders[folder] ?? new Uint8Array(), group.nameOf(name));

/**
 * The endless sequence of generations of a group; the first adds all initial files. Each generation
 * depends only on recipe, seed and number.
 *
 * @example
 * const [first, second] = generationsOf(group, recipe.change, 7);
 */
export function* generationsOf(
  group: Group,
  change: FilesChange,
  seed: number,
): Generator<Generation, never> {
  const added = addedFiles(group, group.files, 0, 0, seed);
  const [changed, removed, renamed] = [[], [], []];
  let last: Generation = {
    number: 0,
    added,
    changed,
    removed,
    renamed,
    files: added,
    serials: added.length,
  };
  for (;;) {
    yield last;
    last = next(group, change, seed, last);
  }
}

function next(group: Group, change: FilesChange, seed: number, before: Generation): Generation {
  const number = before.number + 1;
  const { files } = before;
  const counted = (share: number): number =>
    share > 0 ? Math.max(group.least, Math.round(share * files.length)) : 0;
  const order = dealt(files.length, files.length, streamOf(group, 'what happens', number, seed));
  const times = streamOf(group, 'times of changes', number, seed);
  const places = streamOf(group, 'new places', number, seed);
  const left = { removed: counted(change.removed), renamed: counted(change.renamed) };
  let [toChange, serials] = [counted(change.changed), before.serials];
  // Each file's next state; unaffected files stay the same object.
  const after: (MadeFile | undefined)[] = [...files];
  for (const index of order) {
    const file = files[index] as MadeFile;
    if (left.removed > 0) {
      left.removed--;
      after[index] = undefined;
    } else if (left.renamed > 0) {
      left.renamed--;
      after[index] = { ...file, name: serials++, folder: placeIn(group, places) };
    } else if (toChange > 0 && file.size > 0) {
      toChange--;
      after[index] = { ...file, modified: fileTimeOf(number, times()) };
    }
  }
  const added = addedFiles(group, counted(change.added), serials, number, seed);
  return { ...sorted(files, after), number, added, ...withAdded(after, added, serials) };
}

/** Sorts the changes by kind, each in the order of the files. */
function sorted(
  files: readonly MadeFile[],
  after: readonly (MadeFile | undefined)[],
): Pick<Generation, 'changed' | 'removed' | 'renamed'> {
  const changed: MadeFile[] = [];
  const removed: MadeFile[] = [];
  const renamed: Generation['renamed'][number][] = [];
  for (const [index, from] of files.entries()) {
    const to = after[index];
    if (!to) removed.push(from);
    else if (to.name !== from.name) renamed.push({ from, to });
    else if (to !== from) changed.push(to);
  }
  return { changed, removed, renamed };
}

const withAdded = (
  after: readonly (MadeFile | undefined)[],
  added: readonly AddedFile[],
  serials: number,
): Pick<Generation, 'files' | 'serials'> => ({
  files: [...after.filter((file) => file !== undefined), ...added],
  serials: serials + added.length,
});

function addedFiles(
  group: Group,
  count: number,
  serials: number,
  generation: number,
  seed: number,
): readonly AddedFile[] {
  const streamFor = (what: string) => streamOf(group, what, generation, seed);
  const drawn = drawSizes(group.sizes, count, streamFor('sizes'));
  const { sizes, originals } = duplicate(drawn, group.duplicates, streamFor('copies'));
  const [places, modes, times] = [streamFor('places'), streamFor('modes'), streamFor('times')];
  return sizes.map((size, index) => ({
    serial: serials + index,
    folder: placeIn(group, places),
    name: serials + index,
    size,
    mode: modeOf(modes()),
    modified: fileTimeOf(generation, times()),
    original: serials + (originals[index] as number),
  }));
}

const streamOf = ({ name }: Group, what: string, generation: number, seed: number): Stream =>
  stream(seed, `${name} ${what} ${generation}`);

const placeIn = ({ folders }: Group, places: Stream): number =>
  Math.floor(places() * folders.length);

/** Draws a typical mode: mostly 644, some private (600), executable (755) or read-only (444). */
function modeOf(share: number): number {
  if (share < 0.7) return 0o644;
  if (share < 0.85) return 0o600;
  return share < 0.95 ? 0o755 : 0o444;
}
