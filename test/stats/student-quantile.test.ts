import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../src/stats/student-quantile.ts';

describe("the quantile of Student's t", () => {
  // scipy.stats.t.ppf of SciPy 1.17.1.
  it.each([
    [0.975, 3, 3.1824463052837078, 0.0021],
    [0.975, 4, 2.7764451051977934, 0.0006],
    [0.975, 7, 2.364624251592784, 3e-5],
    [0.975, 15, 2.131449545559776, 1e-6],
    [0.975, 30, 2.0422724563012378, 1e-6],
    [0.975, 1000, 1.9623390808264083, 1e-6],
    [0.95, 15, 1.753050355692572, 1e-6],
  ])('at %d with %d degrees of freedom', (p, degrees, value, error) => {
    expect(Math.abs(studentQuantile(p, degrees) / value - 1)).toBeLessThan(error);
    expect(studentQuantile(1 - p, degrees)).toBeCloseTo(-studentQuantile(p, degrees), 6);
  });
});
