/** How to generate a dataset: equal recipe and seed give byte-equal trees. Sizes are bytes. */
export type Recipe = FilesRecipe | CheckpointRecipe;

/** A tree of many files. */
export interface FilesRecipe {
  readonly kind: 'files';
  readonly files: number;
  /** Components of the size distribution; their weights sum to 1. */
  readonly sizes: readonly SizeComponent[];
  /** Depth of nested folders. */
  readonly depth: number;
  /** Size divided by size after zlib level 6 in blocks of 64 KiB; 1 is incompressible. */
  readonly compressibility: number;
  /** Share of the bytes in files that are copies of other files. */
  readonly duplicates: number;
  /**
   * Whether to add small files with names that are hard to handle: line breaks, leading dashes,
   * invalid UTF-8, …
   */
  readonly hostileNames: boolean;
  readonly change: FilesChange;
}

/** Log-normal, truncated to 0 … largest; with sigma 0 all files have the median. */
export interface SizeComponent {
  readonly weight: number;
  readonly median: number;
  readonly sigma: number;
  readonly largest: number;
}

/** What changes from one generation to the next; shares are of the current number of files. */
export interface FilesChange {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly renamed: number;
  /**
   * For a changed file: the share of its bytes that changes, and the bytes that change together;
   * null for the whole file.
   */
  readonly within: { readonly share: number; readonly block: number } | null;
}

/** Saved states of a training run: shards in safetensors format. */
export interface CheckpointRecipe {
  readonly kind: 'checkpoint';
  readonly shards: number;
  /** Bytes of each shard. */
  readonly shard: number;
  readonly type: 'bf16' | 'f32';
  /** Share of the elements that change from one generation to the next, spread evenly. */
  readonly changed: number;
}

/** What a generation really did to the tree: the ground truth that tools are checked against. */
export interface Truth {
  readonly generation: number;
  /** Regular files and their bytes after the generation. */
  readonly files: number;
  readonly bytes: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** Counted neither as added nor as removed. */
  readonly renamed: number;
  /** Bytes written into changed and added files. */
  readonly written: number;
}
