import type { Kept } from '../tools/tool.ts';
import type { Difference } from './difference.ts';
import type { Entry } from './entry.ts';

/** How the contents of the files of two trees compare: files that both have, and their bytes. */
export interface ContentComparison {
  /** Files that are missing, extra, of another size or of other content. */
  readonly differences: readonly Difference[];
  readonly files: number;
  readonly bytes: number;
}

/** What a comparison of contents looks at beside contents: nothing. */
export const CONTENTS_ALONE: Kept = {
  modes: false,
  times: false,
  links: false,
  emptyDirectories: false,
  directoryModes: false,
  directoryTimes: false,
};

/** The regular files of a tree. */
export const filesOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ kind }) => kind === 'file');
