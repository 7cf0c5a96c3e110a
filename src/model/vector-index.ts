/**
 * Sizes of data that language models use besides weights: vectors with their graph, and text. All
 * sizes in bytes. See docs/model.md, section "Model weights and vectors".
 */

/** The shape of a vector index; sizes in bytes unless stated otherwise. */
export interface VectorIndex {
  readonly count: number;
  readonly dimensions: number;
  /** Bytes of a number: 4 for fp32. */
  readonly number?: number;
  /** Neighbours of a vector in the graph (M of HNSW); 0 for no graph. */
  readonly neighbours?: number;
  /** Bytes of a neighbour: 4 on one layer, up to 8 with both directions of the lowest. */
  readonly neighbour?: number;
  /** Metadata (identifiers, attributes), as a share of vectors and graph. */
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
 * Bytes of text for a number of tokens. About 4 bytes a token in English prose (**assumption**;
 * FineWeb: 15 T tokens in 44 to 45 TB of compressed parquet, 2.9 bytes each).
 *
 * @param tokens number of tokens, or tokens per unit of time
 * @param each bytes of a token
 * @example tokenBytes(776e9) // 3.1e12
 */
export const tokenBytes = (tokens: number, each = 4): number => tokens * each;
