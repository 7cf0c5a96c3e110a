import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkSample } from '../../src/exchange/chunk-sample.ts';

interface File {
  readonly size: number;
  readonly contents: readonly string[];
}

function offer(sample: ChunkSample, files: readonly File[]): void {
  for (const { size, contents } of files) {
    contents.forEach((content, index) => {
      if (sample.wants(size, index)) sample.add(size, index, content, 100);
    });
  }
}

const unlimited = { seed: 1, mostChunks: Infinity, mostBytes: Infinity };

describe('ChunkSample', () => {
  it('is exact while everything fits', () => {
    const contents = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.record({ size: fc.nat(), contents }), { minLength: 1 }), (files) => {
        const sample = new ChunkSample(unlimited);
        offer(sample, files);
        const all = files.flatMap((file) => file.contents);
        expect(sample.estimate()).toEqual({
          share: (all.length - new Set(all).size) / all.length,
          compared: all.length * 100,
          complete: true,
        });
      }),
    );
  });

  it('stays within its limits and finds copies of files all the same', () => {
    const file = (id: number): File => ({ size: 500 + id, contents: [`x${id}`, `y${id}`] });
    // Every fourth file has one copy: a fifth of all bytes.
    const files = Array.from({ length: 40_000 }, (_, id) => file(id));
    const copies = files.filter((_, id) => id % 4 === 0);
    for (const limits of [{ mostChunks: 4000 }, { mostBytes: 500_000 }]) {
      const sample = new ChunkSample({ ...unlimited, ...limits });
      offer(sample, [...files, ...copies]);
      const found = sample.estimate();
      expect(found?.complete).toBe(false);
      expect(found?.compared).toBeLessThan(1_000_000);
      expect(found?.share).toBeGreaterThan(0.17);
      expect(found?.share).toBeLessThan(0.23);
    }
  });

  it('keeps what it has when thinning would leave nothing', () => {
    const sample = new ChunkSample({ ...unlimited, mostBytes: 1000 });
    offer(
      sample,
      Array.from({ length: 500 }, (_, id) => ({ size: 7, contents: [`x${id % 2}`] })),
    );
    expect(sample.estimate()).toEqual({ share: 0.8, compared: 1000, complete: false });
  });
});
