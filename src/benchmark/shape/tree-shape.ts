import type { Entry } from '../manifest/entry.ts';

/** How many things are in a tree, and how large its files are, in bytes. */
export interface TreeShape {
  readonly files: number;
  readonly bytes: number;
  readonly folders: number;
  readonly links: number;
  /** Sizes that half, and that 95 % of all files do not exceed; 0 without files. */
  readonly p50: number;
  readonly p95: number;
  readonly largest: number;
}

/**
 * The shape of a tree.
 *
 * @example
 * shapeOf(tree.entries) // { files: 3, bytes: 900, folders: 1, links: 0, p50: 100, p95: 700, … }
 */
export function shapeOf(entries: readonly Entry[]): TreeShape {
  const sizes = entries.filter(({ kind }) => kind === 'file').map(({ size }) => size);
  const ascending = Float64Array.from(sizes).sort();
  const ranked = (share: number): number => ascending[Math.ceil(share * sizes.length) - 1] ?? 0;
  return {
    files: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    folders: entries.filter(({ kind }) => kind === 'directory').length,
    links: entries.filter(({ kind }) => kind === 'link').length,
    p50: ranked(0.5),
    p95: ranked(0.95),
    largest: ranked(1),
  };
}
