import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesAt,
  PACKET,
  PacketReader,
  packet,
} from '../../../../src/benchmark/probe/sftp/packets.ts';

describe('a packet of SFTP', () => {
  it('begins with its length and its type', () => {
    expect([...packet(PACKET.init, [{ u32: 3 }])]).toEqual([0, 0, 0, 5, 1, 0, 0, 0, 3]);
  });

  it('has the length of text before it, and numbers of 8 bytes for places in files', () => {
    expect([...packet(PACKET.read, [{ u32: 258 }, 'ab', { u64: 2 ** 33 }])]).toEqual([
      ...[0, 0, 0, 19, 5],
      ...[0, 0, 1, 2],
      ...[0, 0, 0, 2, 97, 98],
      ...[0, 0, 0, 2, 0, 0, 0, 0],
    ]);
  });

  it('comes back whole however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
        (contents, cuts) => {
          const sent = Buffer.concat(contents.map((content) => packet(PACKET.data, [content])));
          const reader = new PacketReader();
          const got: number[][] = [];
          for (let at = 0, turn = 0; at < sent.length; turn++) {
            const piece = sent.subarray(at, at + (cuts[turn % cuts.length] ?? 1));
            at += piece.length;
            for (const { type, body } of reader.take(piece)) {
              expect(type).toBe(PACKET.data);
              got.push([...bytesAt(body, 0)]);
            }
          }
          expect(got).toEqual(contents.map((content) => [...content]));
        },
      ),
    );
  });
});
