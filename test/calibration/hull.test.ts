import { describe, expect, it } from 'vitest';
import { beyond } from '../../src/calibration/hull.ts';

const hull = {
  files: { least: 10, most: 1000 },
  read: { least: 0, most: 1e8 },
  ratio: { least: 1, most: 2 },
  held: { least: 1e6, most: 1e9 },
};
const inside = {
  ...{ files: 100, changed: 10, beside: 20, read: 1e7, shrinking: 0, fresh: 1e7, ratio: 1.5 },
  ...{ stored: 1e7, held: 1e8, pieces: 5 },
};

describe('what lies beyond what was measured', () => {
  it('is nothing inside', () => {
    expect(beyond(hull, inside)).toBeNull();
  });

  it('is named by the quantity that lies farthest outside, and by how far', () => {
    expect(beyond(hull, { ...inside, files: 4200, read: 2e8 })).toEqual({
      quantity: 'files',
      factor: 4.2,
    });
    expect(beyond(hull, { ...inside, files: 2 })).toEqual({ quantity: 'files', factor: 5 });
  });
});
