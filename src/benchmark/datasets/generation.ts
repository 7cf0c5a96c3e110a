import { type Stream, stream } from '../../random/stream.ts';
import { duplicate } from './duplicates.ts';
import { fileTimeOf } from './generation-time.ts';
import type { Group } from './group.ts';
import { joined } from './path-bytes.ts';
import type { FilesChange } from './recipe.ts';
import { dealt } from './selection.ts';
import { drawSizes } from './sizes.ts';

/** A regular file of a made tree. */
export interface MadeFile {
  /** Of its group; never given to another. */
  readonly serial: number;
  /** Which of its group's folders it lies in, and the serial number that its name is made from. */
  readonly folder: number;
  readonly name: number;
  readonly size: number;
  readonly mode: number;
  /** Seconds since 1970. */
  readonly modified: number;
}

/** A file that is new, and the serial number of the one, as new, whose bytes it holds. */
export interface AddedFile extends MadeFile {
  readonly original: number;
}

/** What a generation makes of the files of a group; a file has one thing happen to it at most. */
export interface Generation {
  readonly number: number;
  readonly added: readonly AddedFile[];
  /** As they are afterwards. */
  readonly changed: readonly MadeFile[];
  readonly removed: readonly MadeFile[];
  readonly renamed: readonly { readonly from: MadeFile; readonly to: MadeFile }[];
  /** All files there are afterwards. */
  readonly files: readonly MadeFile[];
  /** Serial numbers that were given so far, to files and to names. */
  readonly serials: number;
}

/** The path of a file below the root of its tree. */
export const pathOf = (group: Group, { folder, name }: MadeFile): Uint8Array =>
  joined(group.folders[folder] ?? new Uint8Array(), group.nameOf(name));

/**
 * The generations of a group of files, from the first, which adds all there are, without end. Each
 * hangs on recipe, seed and number alone.
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
  const order = dealt(files.length, files.length, chanceOf(group, 'what happens', number, seed));
  const times = chanceOf(group, 'times of changes', number, seed);
  const places = chanceOf(group, 'new places', number, seed);
  const left = { removed: counted(change.removed), renamed: counted(change.renamed) };
  let [toChange, serials] = [counted(change.changed), before.serials];
  // What becomes of each file: itself where nothing happens to it.
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

/** What happened, in the order of the files. */
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
  const chance = (what: string) => chanceOf(group, what, generation, seed);
  const drawn = drawSizes(group.sizes, count, chance('sizes'));
  const { sizes, originals } = duplicate(drawn, group.duplicates, chance('copies'));
  const [places, modes, times] = [chance('places'), chance('modes'), chance('times')];
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

const chanceOf = ({ name }: Group, what: string, generation: number, seed: number): Stream =>
  stream(seed, `${name} ${what} ${generation}`);

const placeIn = ({ folders }: Group, places: Stream): number =>
  Math.floor(places() * folders.length);

/** Most files are as people leave them; some are private, some can be run, some not written to. */
function modeOf(share: number): number {
  if (share < 0.7) return 0o644;
  if (share < 0.85) return 0o600;
  return share < 0.95 ? 0o755 : 0o444;
}
