import { expect, it } from 'vitest';
import { labelOf } from '../../src/calibration/label.ts';

it.each([
  [0.1, 0.85, 'A'],
  [0.1, 0.84, 'B'],
  [0.1, null, 'B'],
  [0.2, 0.9, 'B'],
  [0.21, 0.9, 'C'],
  [0.36, 0.9, 'D'],
  [null, null, 'D'],
] as const)('a miss of %d with intervals that hold %d is %s', (error, holds, label) => {
  expect(labelOf({ error, holds })).toBe(label);
});
