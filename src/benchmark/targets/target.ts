import type { Outcome } from '../../host/host.ts';
import type { Repository, RepositoryKind } from './repository.ts';

/** What lies in a repository: bytes of its files, or objects, each counted once. */
export interface Stored {
  readonly bytes: number;
  readonly files: number;
}

/**
 * A target of a plan as the run uses it: a place of the run's own in it, which the run makes, marks
 * and takes away, and in it a folder for each series. Nothing else of the target is ever touched.
 */
export interface Target {
  readonly name: string;
  readonly kind: RepositoryKind;
  /** Bytes a second that tools are to hold themselves to; null for as fast as they can. */
  readonly limit: number | null;
  /**
   * Makes and marks the place (`new`), or finds the one that this run has made before (`again`).
   *
   * @throws ProblemsFound where it is there already, or does not bear the mark; and where the
   *   target cannot be reached, in its own words.
   */
  open(how: 'new' | 'again'): Promise<void>;
  /** Where a series stores: the same for each call. */
  repositoryFor(series: string): Repository;
  /** Makes the folder of a series, empty, if it is not there. */
  makeSeries(series: string): Promise<Outcome<void>>;
  stored(series: string): Promise<Outcome<Stored>>;
  removeSeries(series: string): Promise<Outcome<void>>;
  /** Bytes that may still be stored; null where a target does not tell. */
  free(): Promise<Outcome<number | null>>;
  /** Removes the place and all that is in it, mark last; a fault where the mark is missing. */
  close(): Promise<Outcome<void>>;
}
