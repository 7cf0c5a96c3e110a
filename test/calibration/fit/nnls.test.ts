import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nnls } from '../../../src/calibration/fit/nnls.ts';

/** G = AᵀA and b = Aᵀy of a problem that is written as rows. */
function equations(rows: readonly (readonly number[])[], y: readonly number[]) {
  const size = rows[0]?.length ?? 0;
  const dot = (f: (row: readonly number[], i: number) => number) =>
    rows.reduce((sum, row, i) => sum + f(row, i), 0);
  const gram = Array.from({ length: size * size }, (_, place) =>
    dot((row) => (row[Math.floor(place / size)] as number) * (row[place % size] as number)),
  );
  const b = Array.from({ length: size }, (_, j) =>
    dot((row, i) => (row[j] as number) * (y[i] as number)),
  );
  return { gram, b };
}

const solve = (rows: readonly (readonly number[])[], y: readonly number[]) => {
  const { gram, b } = equations(rows, y);
  return nnls(gram, b);
};

describe('non-negative least squares', () => {
  it('is least squares where no coefficient is negative: 3 = a + b, 5 = a + 2b', () => {
    const [a, b] = solve(
      [
        [1, 1],
        [1, 2],
      ],
      [3, 5],
    );
    expect([a, b]).toEqual([expect.closeTo(1, 9), expect.closeTo(2, 9)]);
  });

  it('holds a coefficient at 0 that would be negative, and fits the others anew', () => {
    // Least squares would give 4 - 1·x; without the slope the mean, 2.5, is left.
    const rows = [0, 1, 2, 3].map((x) => [1, x]);
    expect(solve(rows, [4, 3, 2, 1])).toEqual([expect.closeTo(2.5, 9), 0]);
  });

  it('gives nothing to a column that is all zero, and does not ask for units', () => {
    const rows = [
      [1, 0, 1e9],
      [1, 0, 3e9],
    ];
    expect(solve(rows, [2, 4])).toEqual([expect.closeTo(1, 6), 0, expect.closeTo(1e-9, 15)]);
  });

  it('refuses sizes that do not fit', () => {
    expect(() => nnls([1, 0, 0], [1, 2])).toThrow(RangeError);
  });

  it('no coefficient could be moved for a smaller loss (Karush, Kuhn and Tucker)', () => {
    const number = fc.integer({ min: -20, max: 20 });
    const problem = fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc.array(fc.tuple(fc.array(number, { minLength: columns, maxLength: columns }), number), {
        minLength: columns + 1,
        maxLength: 12,
      }),
    );
    fc.assert(
      fc.property(problem, (rows) => {
        const { gram, b } = equations(
          rows.map(([row]) => row),
          rows.map(([, y]) => y),
        );
        const x = nnls(gram, b);
        const size = b.length;
        const largest = Math.max(1, ...b.map(Math.abs), ...gram.map(Math.abs));
        for (let j = 0; j < size; j++) {
          const gradient =
            (b[j] as number) - x.reduce((sum, v, k) => sum + v * (gram[j * size + k] as number), 0);
          expect(x[j]).toBeGreaterThanOrEqual(0);
          // Where columns are the same within rounding, either may stand for both.
          if (x[j] === 0) expect(gradient / largest).toBeLessThan(1e-5);
          else expect(Math.abs(gradient) / largest).toBeLessThan(1e-5);
        }
      }),
    );
  });
});
