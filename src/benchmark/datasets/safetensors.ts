/** Types of elements, by the names that safetensors has for them. */
export type SafetensorsType = 'BF16' | 'F32';

/** A tensor as the header of a file tells of it; offsets are bytes behind the header. */
export interface Tensor {
  readonly name: string;
  readonly dtype: SafetensorsType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

const ALIGNMENT = 8;
/** Before the header stands its length, as a little-endian number of so many bytes. */
const LENGTH_BYTES = 8;

/** Bytes that the tensors of a file need for their header at least, its length included. */
export const headerSize = (tensors: readonly Tensor[]): number =>
  Math.ceil((LENGTH_BYTES + text(tensors).length) / ALIGNMENT) * ALIGNMENT;

/**
 * The header of a safetensors file: its length, then names, types, shapes and places as JSON,
 * filled up with spaces (huggingface/safetensors, README, "Format").
 *
 * @param size of it all: a multiple of 8, at least `headerSize(tensors)`.
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
