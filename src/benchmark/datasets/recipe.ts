/** How a dataset is made: the same recipe and seed give byte-equal trees. Sizes are bytes. */
export type Recipe = FilesRecipe | CheckpointRecipe;

/** Many files, such as people keep. */
export interface FilesRecipe {
  readonly kind: 'files';
  readonly files: number;
  /** Components of the distribution of sizes; weights sum to 1. */
  readonly sizes: readonly SizeComponent[];
  /** Folders below folders. */
  readonly depth: number;
  /** Size ÷ size after zlib level 6 in blocks of 64 KiB; 1 does not compress. */
  readonly compressibility: number;
  /** Share of the bytes that are a copy of another file's. */
  readonly duplicates: number;
  /** Beside `files`, small ones whose names try their reader: line breaks, leading dashes, bytes that are no UTF-8, … */
  readonly hostileNames: boolean;
  readonly change: FilesChange;
}

/** Log-normal, cut to 0 … largest; sigma 0 gives all files the median. */
export interface SizeComponent {
  readonly weight: number;
  readonly median: number;
  readonly sigma: number;
  readonly largest: number;
}

/** What becomes of the files from one generation to the next; shares are of the files there are. */
export interface FilesChange {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly renamed: number;
  /** Of a changed file: the share of its bytes, and the bytes that change together; null: the whole file. */
  readonly within: { readonly share: number; readonly block: number } | null;
}

/** Saved states of a training run: shards in the form of safetensors. */
export interface CheckpointRecipe {
  readonly kind: 'checkpoint';
  readonly shards: number;
  /** Bytes of each. */
  readonly shard: number;
  readonly type: 'bf16' | 'f32';
  /** Share of the elements that change from one generation to the next, spread evenly. */
  readonly changed: number;
}

/** What a generation did to the tree before it: the truth that tools are held to. */
export interface Truth {
  readonly generation: number;
  /** Regular files and bytes in the tree afterwards. */
  readonly files: number;
  readonly bytes: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** Counted neither as added nor as removed. */
  readonly renamed: number;
  /** Bytes that were written anew, into changed and added files. */
  readonly written: number;
}
