import { join } from 'node:path';
import type { Series } from '../series.ts';
import type { Point } from '../tools/tool.ts';

/**
 * Where a run keeps what it makes, below the work directory: the measurements beside it, all else in
 * a folder of the run's name, which goes when the run is over. Names of plans are plain, so they can
 * be names of folders.
 */
export interface Layout {
  readonly root: string;
  /** Those that must be there at the start. */
  readonly folders: readonly string[];
  readonly measurements: string;
  readonly password: string;
  /** Where programs are run that belong to no series. */
  readonly home: string;
  /** Of a series alone, whatever hyphens are in the names of its parts. */
  nameOf(series: Series): string;
  source(dataset: string): string;
  manifest(name: {
    readonly repetition: number;
    readonly dataset: string;
    readonly generation: number;
    readonly method: string;
  }): string;
  /** All of a series that is no repository: its home, what it restored. */
  folder(series: Series): string;
  seriesHome(series: Series): string;
  restored(series: Series, point: Point): string;
}

/** A name whose hyphens are doubled: joined by single ones, no two lists of names are the same. */
const unmistakable = (name: string): string => name.replaceAll('-', '--');

/** @param run names the run, e.g. `20261128T101500Z`. */
export function layoutOf(work: string, run: string): Layout {
  const root = join(work, run);
  const nameOf = ({ repetition, dataset, tool, target }: Series): string =>
    [String(repetition), dataset, tool, target].map(unmistakable).join('-');
  const folder = (series: Series): string => join(root, 'series', nameOf(series));
  return {
    root,
    folders: ['sources', 'manifests', 'series', 'home'].map((name) => join(root, name)),
    password: join(root, 'password'),
    home: join(root, 'home'),
    measurements: join(work, `measurements-${run}.jsonl`),
    nameOf,
    source: (dataset) => join(root, 'sources', dataset),
    manifest: ({ repetition, dataset, generation, method }) =>
      join(root, 'manifests', `${repetition}-${dataset}-${generation}-${method}.jsonl`),
    folder,
    seriesHome: (series) => join(folder(series), 'home'),
    restored: (series, { number }) => join(folder(series), `restored-${number}`),
  };
}
