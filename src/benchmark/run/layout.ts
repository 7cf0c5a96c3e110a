import { join } from 'node:path';
import type { Series } from '../series.ts';
import type { RestorePart } from '../step.ts';
import type { Point } from '../tools/tool.ts';

/**
 * Paths of a run below the work directory: the measurements file, and a folder named after the run
 * for everything else, which is removed when the run is finished. Names in plans are plain, so they
 * can be folder names.
 */
export interface Layout {
  readonly root: string;
  /** Folders that must exist when the run starts. */
  readonly folders: readonly string[];
  readonly measurements: string;
  readonly password: string;
  /** Home of programs that belong to no series. */
  readonly home: string;
  /** A name unique to the series, even if names of its parts contain hyphens. */
  nameOf(series: Series): string;
  source(dataset: string): string;
  /** Where the tree of a dataset is while a restore must not reach it. */
  hiddenSource(dataset: string): string;
  manifest(name: {
    readonly repetition: number;
    readonly dataset: string;
    readonly generation: number;
    readonly method: string;
  }): string;
  /** Checksums of the blocks of a generation. */
  blocks(name: {
    readonly repetition: number;
    readonly dataset: string;
    readonly generation: number;
  }): string;
  /** The folder of a series for everything except its repository: its home and its restores. */
  folder(series: Series): string;
  seriesHome(series: Series): string;
  restored(series: Series, point: Point, part: RestorePart): string;
}

/** Doubles hyphens, so that names joined by single hyphens stay unambiguous. */
const withDoubledHyphens = (name: string): string => name.replaceAll('-', '--');

/** @param run the name of the run, e.g. `20261128T101500Z`. */
export function layoutOf(work: string, run: string): Layout {
  const root = join(work, run);
  const nameOf = ({ repetition, dataset, tool, target }: Series): string =>
    [String(repetition), dataset, tool, target].map(withDoubledHyphens).join('-');
  const folder = (series: Series): string => join(root, 'series', nameOf(series));
  return {
    root,
    folders: ['sources', 'hidden', 'manifests', 'series', 'home'].map((name) => join(root, name)),
    password: join(root, 'password'),
    home: join(root, 'home'),
    measurements: join(work, `measurements-${run}.jsonl`),
    nameOf,
    source: (dataset) => join(root, 'sources', dataset),
    hiddenSource: (dataset) => join(root, 'hidden', dataset),
    manifest: ({ repetition, dataset, generation, method }) =>
      join(root, 'manifests', `${repetition}-${dataset}-${generation}-${method}.jsonl`),
    blocks: ({ repetition, dataset, generation }) =>
      join(root, 'manifests', `${repetition}-${dataset}-${generation}.blocks`),
    folder,
    seriesHome: (series) => join(folder(series), 'home'),
    restored: (series, { number }, part) =>
      join(folder(series), `restored-${number}${part === 'all' ? '' : '-file'}`),
  };
}
