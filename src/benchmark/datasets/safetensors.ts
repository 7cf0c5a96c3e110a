/** Element types by their safetensors names. */
export type SafetensorsType = 'BF16' | 'F32';

/** A tensor as described in a file's header; offsets are bytes behind the header. */
export interface Tensor {
  readonly name: string;
  readonly dtype: SafetensorsType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

const ALIGNMENT = 8;
/** The header is preceded by its length, a little-endian number of this many bytes. */
const LENGTH_BYTES = 8;

/** Smallest header size in bytes for these tensors, including its length field. */
export const headerSize = (tensors: readonly Tensor[]): number =>
  Math.ceil((LENGTH_BYTES + text(tensors).length) / ALIGNMENT) * ALIGNMENT;

/**
 * The header of a safetensors file: its length, then names, types, shapes and offsets as JSON,
 * padded with spaces (huggingface/safetensors, README, "Format").
 *
 * @param size total size: a multiple of 8, at least `headerSize(tensors)`.
 */
export function safetensorsHeader(tensors: readonly Tensor[], size: number): Uint8Array {
  const header = new Uint8Array(size).fill(0x20);
  new DataView(header.buffer).setBigUint64(0, BigInt(size - LENGTH_BYTES), true);
  header.set(text(tensors), LENGTH_BYTES);
  return header;
}

const text = (tensors: readonly Tensor[]): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      __metadata__: { format: 'pt' },
      ...Object.fromEntries(
        tensors.map(({ name, dtype, shape, begin, end }) => [
          name,
          { dtype, shape, data_offsets: [begin, end] },
        ]),
      ),
    }),
  );
