import type { Fault } from '../../host/host.ts';

/** Names of what a run makes in a target. */
export interface PlaceNames {
  /** The run's place below the target's base; everything else is inside it. */
  readonly place: string;
  /** An empty file that marks the place as made by this run. */
  readonly mark: string;
  /** The folder that holds the folders of the series. */
  readonly series: string;
}

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Whether a name has no special meaning to shells, paths and services. */
export const isPlainName = (name: string): boolean => PLAIN.test(name);

/**
 * The names that a run uses in one of its targets. They include the target's name, because two
 * targets of a plan may share a base, with different limits.
 *
 * @throws an error if a name is not plain, which is a bug.
 *
 * @example
 * placeNames('7f3a', 'vault') // { place: 'backcast-7f3a-vault', mark: 'mark-7f3a', series: 'series' }
 */
export function placeNames(run: string, target: string): PlaceNames {
  return {
    place: `backcast-${plain(run)}-${plain(target)}`,
    mark: `mark-${plain(run)}`,
    series: 'series',
  };
}

/** Checks a name to be used in a path. @throws an error if it is not plain, which is a bug. */
export function plain(name: string): string {
  if (!isPlainName(name)) throw new Error(`${JSON.stringify(name)} is no plain name`);
  return name;
}

/** The fault for refusing to delete in a place that another run or person made. */
export const UNMARKED: Fault = {
  ok: false,
  code: 'unmarked',
  reason: 'it does not bear the mark of this run, so nothing is deleted there',
};
