import type { Recipe } from './datasets/recipe.ts';
import type { LevelName } from './level.ts';
import type { DeclaredTarget } from './targets/declared-target.ts';
import type { RepositoryKind } from './targets/repository.ts';
import type { BackupTool } from './tools/tool.ts';
import type { VerifyMethod } from './verify-method.ts';

/** What is backed up: made from a recipe, or a directory of the user's, which is only read. */
export type DatasetPlan =
  | { readonly kind: 'made'; readonly name: string; readonly recipe: Recipe }
  | {
      readonly kind: 'directory';
      readonly name: string;
      /** As the plan has it; absolute, all links resolved, once it has been placed. */
      readonly path: string;
      /** The user's command that brings about the next generation; null where it stays as it is. */
      readonly next: readonly string[] | null;
    };

/** A tool with the settings of the plan. */
export interface ToolPlan {
  readonly name: string;
  readonly adapter: BackupTool;
  /** As the plan has them, for the record. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Where backups go. */
export interface NamedTarget {
  readonly name: string;
  readonly kind: RepositoryKind;
  /** Bytes a second; null for as fast as it can. */
  readonly limit: number | null;
  readonly declared: DeclaredTarget;
}

/** How files are to be read: from memory, from the device, or as it comes. */
export type Cache = 'warm' | 'cold' | 'as it is';

/** What is run: datasets × tools × targets × repetitions, each over all levels. */
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
  readonly restore: readonly ('newest' | 'previous' | 'oldest')[];
  readonly verify: readonly VerifyMethod[];
  readonly cache: Cache;
  /** Seconds that each program of a step may take. */
  readonly timeout: number;
}
