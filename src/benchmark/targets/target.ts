import type { Outcome, RelayTraffic } from '../../host/host.ts';
import type { Repository, RepositoryKind } from './repository.ts';

/** The size of a repository: bytes and number of its files or objects, each counted once. */
export interface Stored {
  readonly bytes: number;
  readonly files: number;
}

/**
 * A target of a plan as used by a run: a place that the run makes, marks and removes, with a folder
 * for each series. Nothing else in the target is ever touched.
 */
export interface Target {
  readonly name: string;
  readonly kind: RepositoryKind;
  /** Rate limit for tools in bytes a second; null for none. */
  readonly limit: number | null;
  /**
   * Makes and marks the place (`new`), or finds the place that this run made earlier (`again`).
   *
   * @throws ProblemsFound if the place already exists or lacks the mark, or if the target cannot be
   *   reached; includes the target's own error text.
   */
  open(how: 'new' | 'again'): Promise<void>;
  /** The repository of a series; the same for each call once the target is open. */
  repositoryFor(series: string): Repository;
  /** Makes the empty folder of a series if it does not exist. */
  makeSeries(series: string): Promise<Outcome<void>>;
  /** What tools have moved so far; null where nothing counts it. */
  traffic(): RelayTraffic | null;
  stored(series: string): Promise<Outcome<Stored>>;
  removeSeries(series: string): Promise<Outcome<void>>;
  /** Free bytes; null if the target does not report them. */
  free(): Promise<Outcome<number | null>>;
  /** Removes the place and its content, the mark last; a fault if the mark is missing. */
  close(): Promise<Outcome<void>>;
}
