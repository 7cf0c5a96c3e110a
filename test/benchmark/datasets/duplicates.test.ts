import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicate } from '../../../src/benchmark/datasets/duplicates.ts';
import { drawSizes } from '../../../src/benchmark/datasets/sizes.ts';
import { stream } from '../../../src/random/stream.ts';
import { fewFiles, make, withSite } from '../../support/trees/made-tree.ts';
import { filesIn, treeFacts } from '../../support/trees/tree-facts.ts';

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

describe('copies of files', () => {
  it('have the size of an original, which is none itself', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 1e6 }), { maxLength: 60 });
    const shares = fc.double({ min: 0, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(sizes, shares, fc.nat(), (drawn, share, seed) => {
        const made = duplicate(drawn, share, stream(seed, 'copies'));
        expect(made.sizes.length).toBe(drawn.length);
        for (const [index, original] of made.originals.entries()) {
          expect(made.originals[original]).toBe(original);
          expect(made.sizes[index]).toBe(made.sizes[original]);
          if (original === index) expect(made.sizes[index]).toBe(drawn[index]);
        }
      }),
    );
  });

  it.each([0.02, 0.1, 0.35, 0.5, 0.75, 0.9])(
    'are a share of %d of the bytes within 1 %',
    (share) => {
      for (let seed = 0; seed < 30; seed++) {
        const parts = [{ weight: 1, median: 8192, sigma: 1.5, largest: 1e8 }];
        const drawn = drawSizes(parts, 2000, stream(seed, 'sizes'));
        const { sizes, originals } = duplicate(drawn, share, stream(seed, 'copies'));
        const copied = total(sizes.filter((_, index) => originals[index] !== index));
        expect(Math.abs(copied / total(sizes) - share)).toBeLessThan(0.01);
        expect(Math.abs(total(sizes) / total(drawn) - 1)).toBeLessThan(0.2);
      }
    },
  );

  it('are found on the disk by what they hold', async () => {
    await withSite(async (site) => {
      await make(site, fewFiles({ files: 400, duplicates: 0.25 }), 5, 0);
      const seen = new Set<string>();
      let [copied, all] = [0, 0];
      for (const [path, { content, size }] of filesIn(treeFacts(site.at))) {
        all += size;
        if (seen.has(content)) copied += readFileSync(join(site.at, path)).length;
        seen.add(content);
      }
      expect(Math.abs(copied / all - 0.25)).toBeLessThan(0.01);
    });
  });
});
