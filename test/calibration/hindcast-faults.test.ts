import { expect, it } from 'vitest';
import { binomialTail } from '../../src/calibration/hindcast-faults.ts';

it('so few successes by chance: 0 of 2 at 90 % is 0.01, at most 1 of 2 is 0.19', () => {
  expect(binomialTail(0, 2, 0.9)).toBeCloseTo(0.01, 12);
  expect(binomialTail(1, 2, 0.9)).toBeCloseTo(0.19, 12);
  expect(binomialTail(2, 2, 0.9)).toBeCloseTo(1, 12);
});

it('of many trials as well: at most 323 of 359 at 90 % is about half, 356 nearly all', () => {
  expect(binomialTail(323, 359, 0.9)).toBeGreaterThan(0.4);
  expect(binomialTail(323, 359, 0.9)).toBeLessThan(0.6);
  expect(binomialTail(356, 359, 0.9)).toBeCloseTo(1, 6);
  expect(binomialTail(290, 359, 0.9)).toBeLessThan(1e-6);
});
