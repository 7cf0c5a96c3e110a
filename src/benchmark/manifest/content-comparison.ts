import type { Kept } from '../tools/tool.ts';
import type { Difference } from './difference.ts';
import type { Entry } from './entry.ts';

/** Comparison of file contents in two trees; counts the files that both have, and their bytes. */
export interface ContentComparison {
  /** Files that are missing or extra, or differ in size or content. */
  readonly differences: readonly Difference[];
  readonly files: number;
  readonly bytes: number;
}

/** Options for comparing contents and nothing else. */
export const CONTENTS_ALONE: Kept = {
  modes: false,
  times: false,
  links: false,
  emptyDirectories: false,
  directoryModes: false,
  directoryTimes: false,
};

/** Selects the regular files of a tree. */
export const filesOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ kind }) => kind === 'file');
