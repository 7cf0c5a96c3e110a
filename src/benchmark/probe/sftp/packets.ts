/** Types of packets of SFTP version 3 (draft-ietf-secsh-filexfer-02, section 3). */
export const PACKET = {
  ...{ init: 1, version: 2, open: 3, close: 4, read: 5, write: 6, openDirectory: 11 },
  ...{ readDirectory: 12, remove: 13, realPath: 16 },
  ...{ status: 101, handle: 102, data: 103, name: 104, extended: 200 },
} as const;

/** A part of a packet: a number of 4 bytes, one of 8, or bytes with their length before them. */
export type Field = { readonly u32: number } | { readonly u64: number } | Uint8Array | string;

/**
 * Writes a packet: its length, its type, its fields.
 *
 * @example
 * packet(PACKET.init, [{ u32: 3 }]) // bytes 0 0 0 5 1 0 0 0 3
 */
export function packet(type: number, fields: readonly Field[]): Buffer {
  const parts = fields.map((field) => {
    if (typeof field === 'string' || field instanceof Uint8Array) {
      const bytes = Buffer.from(field);
      return Buffer.concat([unsigned(bytes.length, 4), bytes]);
    }
    return 'u32' in field ? unsigned(field.u32, 4) : unsigned(field.u64, 8);
  });
  const length = parts.reduce((sum, part) => sum + part.length, 1);
  return Buffer.concat([unsigned(length, 4), Buffer.of(type), ...parts]);
}

function unsigned(value: number, bytes: 4 | 8): Buffer {
  const written = Buffer.alloc(bytes);
  if (bytes === 4) written.writeUInt32BE(value);
  else written.writeBigUInt64BE(BigInt(value));
  return written;
}

/** A packet that came in: its type, and what follows it. */
export interface Packet {
  readonly type: number;
  readonly body: Buffer;
}

/** Cuts pieces of a stream into packets; what is left of the last waits for the next piece. */
export class PacketReader {
  private pieces: Buffer[] = [];
  private held = 0;

  /** The packets that are whole with this piece. */
  take(piece: Uint8Array): readonly Packet[] {
    this.pieces.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length));
    this.held += piece.length;
    const packets: Packet[] = [];
    for (;;) {
      const length = this.held < 4 ? Number.POSITIVE_INFINITY : this.joined(4).readUInt32BE();
      if (this.held < 4 + length) return packets;
      const whole = this.joined(4 + length);
      packets.push({ type: whole[4] ?? 0, body: whole.subarray(5, 4 + length) });
      this.pieces = [whole.subarray(4 + length)];
      this.held -= 4 + length;
    }
  }

  /** The pieces with at least so many bytes in the first one. */
  private joined(least: number): Buffer {
    if ((this.pieces[0]?.length ?? 0) < least) this.pieces = [Buffer.concat(this.pieces)];
    return this.pieces[0] as Buffer;
  }
}

/** The text or bytes that stand in a body from an offset on, with their length before them. */
export const bytesAt = (body: Buffer, offset: number): Buffer =>
  body.subarray(offset + 4, offset + 4 + body.readUInt32BE(offset));
