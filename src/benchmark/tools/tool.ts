import type { LevelName } from '../level.ts';
import type { Repository, RepositoryKind } from '../targets/repository.ts';

/** One call of a program: no shell, and nothing of this process's environment but PATH. */
export interface Invocation {
  readonly program: string;
  readonly args: readonly string[];
  /** Beside what every child is given (see `private-home.ts`): secrets, addresses. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder it is run in; the tool's private one unless given. */
  readonly cwd?: string;
  /** Exit codes beside 0 that are no failure, e.g. of tar where a file changed while it was read. */
  readonly warns?: readonly number[];
  /** That anything on its standard output is a failure, whatever it exits with: rsync's comparison. */
  readonly silent?: boolean;
}

/** What an adapter is told of the place it works at. */
export interface Place {
  /** The tree that is protected: absolute, the same path in all generations. */
  readonly source: string;
  readonly repository: Repository;
  /** A directory of this series alone: home, caches, configuration, state. It is there. */
  readonly home: string;
  /** How backcast itself is called: program and first arguments. */
  readonly self: readonly string[];
  /** Bytes a second the tool is held to by its own means; null for as fast as it can. */
  readonly limit: number | null;
}

/** A point in time of a series: the first backup makes point 0. */
export interface Point {
  readonly number: number;
  readonly level: LevelName;
  /** The point it is made against; null for a full. */
  readonly base: number | null;
}

/** What a tool said of a backup; null for what it does not say. Sizes are bytes. */
export interface Reported {
  /** Regular files that are new, changed, and taken over without reading. */
  readonly added: number | null;
  readonly changed: number | null;
  readonly unchanged: number | null;
  /** Added and changed together, where it does not tell them apart. */
  readonly copied: number | null;
  /** Bytes of the source that it went through, and bytes that it sent or stored. */
  readonly processed: number | null;
  readonly stored: number | null;
}

/** What a restore brings back; what is not kept is not compared, and the record says so. */
export interface Kept {
  readonly modes: boolean;
  readonly times: boolean;
  readonly links: boolean;
  readonly emptyDirectories: boolean;
  /** Modes and times of directories; the others are those of files and links. */
  readonly directoryModes: boolean;
  readonly directoryTimes: boolean;
}

/**
 * What backcast must know of a backup tool to run it. Adapters are pure: they say which programs to
 * call and read what these print. Names of points are made from their numbers, so that a run which
 * was killed finds them again.
 */
export interface BackupTool {
  readonly name: string;
  readonly title: string;
  /** How to get it, for people. */
  readonly install: string;
  /** Programs it needs; the first one's version is recorded. Empty for the built-in engine. */
  readonly programs: readonly string[];
  /** Undefined where nobody said how to ask. */
  version?(place: Pick<Place, 'self'>): Invocation;
  /** The version in what `version` printed; undefined where it cannot be told. */
  readVersion(output: string): string | undefined;
  readonly targets: readonly RepositoryKind[];
  /** Kinds of places where it holds itself to `limit`, in a backup at least. */
  readonly limits: readonly RepositoryKind[];
  /** What it can do at a kind of place: rclone links a point to the one before only inside a service. */
  levels(kind: RepositoryKind): readonly LevelName[];
  /** What it compares: whole files, or chunks of them. */
  readonly granularity: 'file' | 'chunk';
  keeps(kind: RepositoryKind): Kept;
  /** Makes an empty repository; not timed. */
  init(place: Place): readonly Invocation[];
  /** What is done before a backup and is not timed, e.g. copying the state that a differential starts from. */
  prepare(place: Place, point: Point): readonly Invocation[];
  /** The backup itself: the one call that is timed. */
  backup(place: Place, point: Point): Invocation;
  /**
   * What is asked after a backup and is not timed: a listing for `reported`. Undefined where the
   * backup's own output is enough.
   */
  inspect?(place: Place, point: Point): Invocation;
  /** Reads what `backup` (and `inspect`) printed. */
  reported(output: string, errors: string, inspected: string): Reported;
  /** Its own check of everything stored; timed. Undefined where it has none. */
  check?(place: Place, points: readonly Point[]): readonly Invocation[];
  /** Brings a point back below `into`, an empty directory; timed together. `points` are all there are. */
  restore(
    place: Place,
    point: Point,
    into: string,
    points: readonly Point[],
  ): readonly Invocation[];
  /** Where the tree then lies. */
  restored(place: Place, into: string): string;
  /** What to do before a step is repeated that was broken off: stale locks, half-written points. */
  recover(place: Place, point: Point | null): readonly Invocation[];
}
