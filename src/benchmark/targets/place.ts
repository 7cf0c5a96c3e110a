import type { Fault } from '../../host/host.ts';

/** The names of what a run makes in a target. */
export interface PlaceNames {
  /** The place itself, below the target's base; all else lies in it. */
  readonly place: string;
  /** An empty file that says whose the place is. */
  readonly mark: string;
  /** What holds the folders of the series. */
  readonly series: string;
}

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Whether a name means nothing but itself, to shells, paths and services alike. */
export const isPlainName = (name: string): boolean => PLAIN.test(name);

/**
 * The names of what a run makes in one of its targets. The name of the target is in them, since
 * two targets of a plan may lie at the same base, with other limits.
 *
 * @throws where one of them is no plain name, which is a bug.
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

/** A name that goes into a path. @throws where it is no plain name, which is a bug. */
export function plain(name: string): string {
  if (!isPlainName(name)) throw new Error(`${JSON.stringify(name)} is no plain name`);
  return name;
}

/** Why nothing is deleted in a place that is not the run's. */
export const UNMARKED: Fault = {
  ok: false,
  code: 'unmarked',
  reason: 'it does not bear the mark of this run, so nothing is deleted there',
};
