import type { Recipe } from './datasets/recipe.ts';
import type { LevelName } from './level.ts';
import type { DeclaredTarget } from './targets/declared-target.ts';
import type { RepositoryKind } from './targets/repository.ts';
import type { BackupTool } from './tools/tool.ts';
import type { VerifyMethod } from './verify-method.ts';

/** A dataset: generated from a recipe, or the user's own data, which is only read. */
export type DatasetPlan =
  | { readonly kind: 'made'; readonly name: string; readonly recipe: Recipe }
  | (DirectoryDataset & { readonly name: string })
  | (SnapshotsDataset & { readonly name: string });

/** A directory, and optionally the user's command that produces its next generation. */
export interface DirectoryDataset {
  readonly kind: 'directory';
  readonly path: string;
  readonly next: readonly string[] | null;
}

/** One directory per generation; a copy in the work directory follows them and is backed up. */
export interface SnapshotsDataset {
  readonly kind: 'snapshots';
  readonly paths: readonly string[];
}

/** A tool with its settings from the plan. */
export interface ToolPlan {
  readonly name: string;
  readonly adapter: BackupTool;
  /** The settings as written in the plan, recorded in the measurements. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A target of a plan. */
export interface NamedTarget {
  readonly name: string;
  readonly kind: RepositoryKind;
  /** Rate limit in bytes a second; null for none. */
  readonly limit: number | null;
  readonly declared: DeclaredTarget;
}

/** Requested state of the page cache before a measurement. */
export type Cache = 'warm' | 'cold' | 'as it is';

/** Points that can be restored, and one file of the newest. */
export type RestoredName = 'newest' | 'previous' | 'oldest' | 'one file';

/** A plan: datasets × tools × targets × repetitions, each over all levels. */
export interface BenchPlan {
  readonly name: string;
  readonly note: string | null;
  readonly seed: number;
  readonly datasets: readonly DatasetPlan[];
  readonly tools: readonly ToolPlan[];
  readonly targets: readonly NamedTarget[];
  readonly levels: readonly LevelName[];
  readonly repetitions: number;
  /** Whether each tool checks its repository with its own means. */
  readonly check: boolean;
  readonly restore: readonly RestoredName[];
  /** How many of the newest points stay when tools forget the others; null: none are forgotten. */
  readonly keep: number | null;
  readonly verify: readonly VerifyMethod[];
  /** Seconds of processor time that each step is to hold at least; null for any. */
  readonly least: number | null;
  readonly cache: Cache;
  /** Time limit in seconds for each program of a step. */
  readonly timeout: number;
}
