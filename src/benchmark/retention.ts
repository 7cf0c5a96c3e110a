/**
 * Steps in which tools let go of old points. Tools use these words in their own ways: `prune` of
 * restic frees what forgotten points alone needed, `prune` of borg forgets, and `compact` frees.
 */
export const RETENTION_KINDS = ['forget', 'prune', 'compact'] as const;

/** One of `RETENTION_KINDS`. */
export type RetentionKind = (typeof RETENTION_KINDS)[number];
