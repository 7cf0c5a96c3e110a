import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRESH_UNIT, MOST_COMPRESSIBLE } from '../../../src/benchmark/datasets/compressibility.ts';
import { type Content, contentOf } from '../../../src/benchmark/datasets/content.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/** Bytes before by bytes after zlib at level 6 in blocks of 64 KiB. */
function measured(content: Content, file: number, bytes = MIB): number {
  let after = 0;
  for (let from = 0; from < bytes; from += 64 * KIB) {
    after += deflateSync(content(file, 0, from, 64 * KIB), { level: 6 }).length;
  }
  return bytes / after;
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('content', () => {
  it.each([
    1, 1.01, 1.02, 1.03, 1.05, 1.1, 1.5, 2, 2.2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20,
  ])('compresses by %d within 2 %', (ratio) => {
    for (const seed of [1, 2, 3]) {
      const found = measured(contentOf(seed, 'plain', ratio), 5);
      expect(Math.abs(found / ratio - 1), `${found}`).toBeLessThan(0.02);
    }
  });

  it('compresses by any ratio within 2 %, whatever the seed', () => {
    const ratios = fc.double({ min: 1, max: MOST_COMPRESSIBLE, noNaN: true });
    fc.assert(
      fc.property(ratios, seeds, (ratio, seed) => {
        const found = measured(contentOf(seed, 'plain', ratio), 1, MIB / 2);
        expect(Math.abs(found / ratio - 1), `${found}`).toBeLessThan(0.02);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same wherever one begins to read', () => {
    const unit = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(seeds, fc.constantFrom(1, 1.7, 20), unit, unit, (seed, ratio, first, length) => {
        const content = contentOf(seed, 'plain', ratio);
        const whole = content(3, 2, 0, 4000 * FRESH_UNIT);
        const from = first * FRESH_UNIT;
        const part = content(3, 2, from, length * FRESH_UNIT - (length > 0 ? 7 : 0));
        expect(Buffer.compare(part, whole.subarray(from, from + part.length))).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it.each([1, 2, 20])('of ratio %d has no chunk twice, however finely it is cut', (ratio) => {
    const content = contentOf(11, 'plain', ratio);
    const seen = new Set<string>();
    let chunks = 0;
    for (const [file, version] of [
      [1, 0],
      [2, 0],
      [1, 1],
      [1, 256],
    ] as const) {
      for (const chunk of chunksOf(content(file, version, 0, MIB))) {
        seen.add(createHash('sha1').update(chunk).digest('hex'));
        chunks++;
      }
    }
    expect(chunks).toBeGreaterThan(2000);
    expect(seen.size).toBe(chunks);
  });

  it.each([1, 2, 10])('of ratio %d is cut as often as other data', (ratio) => {
    const content = contentOf(11, 'plain', ratio);
    const chunks = [0, 1, 2, 3].flatMap((file) => [...chunksOf(content(file, 0, 0, MIB))]).length;
    // Chunks are 512 bytes and, on average, 1024 more.
    expect((4 * MIB) / chunks / 1536).toBeGreaterThan(0.9);
    expect((4 * MIB) / chunks / 1536).toBeLessThan(1.1);
  });

  it('of a single byte differs from one generation to the next', () => {
    const content = contentOf(1, 'plain', 20);
    expect(content(1, 3, 0, 1)).not.toEqual(content(1, 4, 0, 1));
  });
});

/** Cuts by a cyclic polynomial over the last 64 bytes, as borg does, not before 512 bytes. */
function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  let [from, hash] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    // 64 turns of a word of 32 bits bring it back, so what leaves is taken out as it came in.
    const leaves = at < 64 ? 0 : (TABLE[bytes[at - 64] as number] as number);
    hash = ((hash << 1) | (hash >>> 31)) ^ leaves ^ (TABLE[bytes[at] as number] as number);
    if (at - from < 511 || hash >>> 22 !== 0) continue;
    yield bytes.subarray(from, at + 1);
    from = at + 1;
  }
  yield bytes.subarray(from);
}

const TABLE = Array.from({ length: 256 }, (_, byte) =>
  createHash('sha256').update(`table ${byte}`).digest().readInt32LE(),
);
