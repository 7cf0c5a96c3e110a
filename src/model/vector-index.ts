/**
 * Sizes of what language models leave behind besides weights: vectors with their graph, and text.
 * All sizes in bytes. See docs/model.md, section "Model weights and vectors".
 */

/** The shape of a vector index; bytes where nothing else is said. */
export interface VectorIndex {
  readonly count: number;
  readonly dimensions: number;
  /** Bytes of a number: 4 for fp32. */
  readonly number?: number;
  /** Neighbours of a vector in the graph (M of HNSW); 0 is no graph. */
  readonly neighbours?: number;
  /** Bytes of a neighbour: 4 on one layer, up to 8 with both directions of the lowest. */
  readonly neighbour?: number;
  /** What is kept beside them (identifiers, attributes), as a share of vectors and graph. */
  readonly metadata?: number;
}

/**
 * Bytes of a vector index: `(N * D * 4 + N * M * 4) * (1 + metadata)`. Source: sizing notes of
 * Milvus and Zilliz: 4 to 8 bytes a neighbour, metadata 10 to 20 %.
 *
 * @example
 * vectorIndexSize({ count: 1e9, dimensions: 768, neighbours: 32 }) // 3.2e12
 */
export function vectorIndexSize({
  count,
  dimensions,
  number = 4,
  neighbours = 0,
  neighbour = 4,
  metadata = 0,
}: VectorIndex): number {
  return count * (dimensions * number + neighbours * neighbour) * (1 + metadata);
}

/**
 * Bytes of text for so many tokens. About 4 bytes a token in English prose (**assumption**;
 * FineWeb: 15 T tokens in 44 to 45 TB of compressed parquet, 2.9 bytes each).
 *
 * @param tokens number of tokens, or tokens in a time
 * @param each bytes of a token
 * @example tokenBytes(776e9) // 3.1e12
 */
export const tokenBytes = (tokens: number, each = 4): number => tokens * each;
