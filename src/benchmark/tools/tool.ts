import type { LevelName } from '../level.ts';
import type { RetentionKind } from '../retention.ts';
import type { Repository, RepositoryKind } from '../targets/repository.ts';

/** One call of a program, without a shell; of this process's environment only PATH is inherited. */
export interface Invocation {
  readonly program: string;
  readonly args: readonly string[];
  /** Variables besides those of the private home (see `private-home.ts`): secrets, addresses. */
  readonly env?: Readonly<Record<string, string>>;
  /** Working directory; defaults to the private home. */
  readonly cwd?: string;
  /** A directory that the program has no business with, and does not see where that can be had. */
  readonly without?: string;
  /**
   * Exit codes besides 0 that mean success with warnings, e.g. of tar if a file changed while being
   * read.
   */
  readonly warns?: readonly number[];
  /**
   * Any standard output counts as a failure, whatever the exit code; used for rsync's comparison.
   */
  readonly silent?: boolean;
}

/** What an adapter gets to know about a series. */
export interface Place {
  /** The tree to protect: an absolute path, the same in all generations. */
  readonly source: string;
  readonly repository: Repository;
  /** An existing directory for this series only: home, caches, configuration, state. */
  readonly home: string;
  /** The command line that starts backcast: program and first arguments. */
  readonly self: readonly string[];
  /** Rate limit in bytes a second, enforced by the tool itself; null for none. */
  readonly limit: number | null;
}

/** A restore point of a series; the first backup makes point 0. */
export interface Point {
  readonly number: number;
  readonly level: LevelName;
  /** The point it is based on; null for a full. */
  readonly base: number | null;
}

/** Figures that a tool reports about a backup; null if it does not. Sizes are bytes. */
export interface Reported {
  /** Regular files that are new, changed, and unchanged (taken over without reading). */
  readonly added: number | null;
  readonly changed: number | null;
  readonly unchanged: number | null;
  /** Added plus changed files, for tools that do not distinguish them. */
  readonly copied: number | null;
  /** Source bytes processed, and bytes sent or stored. */
  readonly processed: number | null;
  readonly stored: number | null;
}

/** Properties that a restore preserves. Others are not compared, and the measurement lists them. */
export interface Kept {
  readonly modes: boolean;
  readonly times: boolean;
  readonly links: boolean;
  readonly emptyDirectories: boolean;
  /** Of directories; the fields above are about files and links. */
  readonly directoryModes: boolean;
  readonly directoryTimes: boolean;
}

/**
 * Adapter of a backup tool. Adapters are pure: they return the programs to call and parse their
 * output. Point names are derived from point numbers, so that a resumed run finds them again.
 */
export interface BackupTool {
  readonly name: string;
  readonly title: string;
  /** Installation hint for the user. */
  readonly install: string;
  /** Programs it needs; empty for the built-in engine. */
  readonly programs: readonly string[];
  /** The call that prints the version; undefined if there is none. */
  version?(place: Pick<Place, 'self'>): Invocation;
  /** Parses the output of `version`; undefined if it contains no version. */
  readVersion(output: string): string | undefined;
  /**
   * What it runs with, in words: also defaults that the plan leaves to the tool, such as its cipher
   * and how it cuts files into chunks.
   */
  readonly resolved: Readonly<Record<string, string>>;
  readonly targets: readonly RepositoryKind[];
  /** Kinds of repositories for which it enforces `limit`, at least in backups. */
  readonly limits: readonly RepositoryKind[];
  /**
   * Supported levels for a kind of repository; rclone, for example, makes incrementals only in S3.
   */
  levels(kind: RepositoryKind): readonly LevelName[];
  /** The unit of change detection: whole files or chunks of them. */
  readonly granularity: 'file' | 'chunk';
  keeps(kind: RepositoryKind): Kept;
  /** Makes an empty repository; not timed. */
  init(place: Place): readonly Invocation[];
  /** Prepares a backup, e.g. copies the state that a differential starts from; not timed. */
  prepare(place: Place, point: Point): readonly Invocation[];
  /** The backup itself: the one call that is timed. */
  backup(place: Place, point: Point): Invocation;
  /**
   * Lists the result of a backup for `reported`; not timed. Undefined if the output of the backup
   * is enough.
   */
  inspect?(place: Place, point: Point): Invocation;
  /** Parses the output of `backup` and `inspect`. */
  reported(output: string, errors: string, inspected: string): Reported;
  /** The tool's check of everything stored; timed. Undefined if it has none. */
  check?(place: Place, points: readonly Point[]): readonly Invocation[];
  /**
   * Restores a point below `into`, an empty directory; all calls are timed together. `points` are
   * all points of the series.
   */
  restore(
    place: Place,
    point: Point,
    into: string,
    points: readonly Point[],
  ): readonly Invocation[];
  /**
   * Restores one file of a point below `into`, to where the whole restore would have put it; all
   * calls are timed together. Undefined if that cannot be asked.
   *
   * @param path relative to the source: letters, digits and `/._-` alone.
   */
  restoreFile?(
    place: Place,
    point: Point,
    into: string,
    points: readonly Point[],
    path: string,
  ): readonly Invocation[];
  /** Its steps to let go of old points, in order; empty if it has none. */
  readonly retention: readonly RetentionKind[];
  /** Such a step, after which the newest `keep` points are left; each is timed. */
  retain?(place: Place, kind: RetentionKind, keep: number): Invocation;
  /** The root of the restored tree. */
  restored(place: Place, into: string): string;
  /** Prepares the repetition of an interrupted step: removes stale locks and incomplete points. */
  recover(place: Place, point: Point | null): readonly Invocation[];
}
