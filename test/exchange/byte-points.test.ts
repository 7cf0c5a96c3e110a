import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BytePoints } from '../../src/exchange/byte-points.ts';
import { compressibility } from '../../src/exchange/compressibility.ts';

const seed = fc.integer({ min: 0, max: 2 ** 31 });

it('draws between half the limit and the limit, each inside its file, in order', () => {
  const sizes = fc.array(fc.nat({ max: 50_000 }), { minLength: 1 });
  fc.assert(
    fc.property(seed, sizes, fc.integer({ min: 2, max: 30 }), (seed, sizes, half) => {
      const points = new BytePoints<number>({ seed, limit: 2 * half });
      sizes.forEach((size, file) => {
        points.offer(file, size);
      });
      const drawn = points.points;
      for (const { file, at } of drawn) expect(at >= 0 && at < (sizes[file] ?? 0)).toBe(true);
      const order = drawn.map(({ file }) => file);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const atLeast = total >= 2 * half * 64 ? half : Math.floor(total / 64);
      expect(drawn.length).toBeGreaterThanOrEqual(atLeast);
      expect(drawn.length).toBeLessThan(2 * half);
    }),
  );
});

it('gives a ratio whose 95 % interval holds the truth 95 times in a hundred', () => {
  // 3000 files of 100 B to 20 kB, three in ten of which do not shrink.
  const files = Array.from({ length: 3000 }, (_, file) => ({
    size: 100 + ((file * 7919) % 19_900),
    share: (file * 31) % 10 < 3 ? 1 : 0.2 + ((file * 17) % 100) / 400,
  }));
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const truth = total / files.reduce((sum, { size, share }) => sum + size * share, 0);
  let held = 0;
  for (let seed = 0; seed < 400; seed++) {
    const points = new BytePoints<(typeof files)[number]>({ seed, limit: 512 });
    for (const file of files) points.offer(file, file.size);
    const drawn = points.points.map(({ file }) => file);
    const shares = drawn.map(({ share }) => share);
    const found = compressibility(shares, new Set(drawn).size);
    if ((found?.low ?? Infinity) <= truth && truth <= (found?.high ?? 0)) held += 1;
  }
  // Within four standard errors of 95 % of 400, and strata may only make it better.
  expect(held).toBeGreaterThanOrEqual(362);
});
