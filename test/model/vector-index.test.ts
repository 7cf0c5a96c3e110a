import { describe, expect, it } from 'vitest';
import { tokenBytes, vectorIndexSize } from '../../src/model/vector-index.ts';

describe('vectorIndexSize', () => {
  it.each([
    [{ count: 1e9, dimensions: 1536 }, 6.1],
    [{ count: 1e9, dimensions: 768, neighbours: 32 }, 3.2],
    [{ count: 1e9, dimensions: 1536, neighbours: 32, neighbour: 8 }, 6.4],
  ])('%o is %d TB', (index, terabytes) => {
    expect(vectorIndexSize(index) / 1e12).toBeCloseTo(terabytes, 1);
  });

  it('adds metadata to vectors and graph', () => {
    const bare = vectorIndexSize({ count: 10, dimensions: 3, neighbours: 2 });
    expect(bare).toBe(10 * (12 + 8));
    expect(vectorIndexSize({ count: 10, dimensions: 3, neighbours: 2, metadata: 0.1 })).toBeCloseTo(
      220,
      9,
    );
  });

  it('halves with numbers of half the width', () => {
    expect(vectorIndexSize({ count: 8, dimensions: 4, number: 2 })).toBe(64);
  });
});

describe('tokenBytes', () => {
  it('776 billion tokens are 3.1 TB, in 180 days 559 TB, at 4.5 : 1 124 TB', () => {
    const day = tokenBytes(776e9);
    expect(day / 1e12).toBeCloseTo(3.1, 1);
    expect((180 * day) / 1e12).toBeCloseTo(559, 0);
    expect((180 * day) / 4.5 / 1e12).toBeCloseTo(124, 0);
    expect(tokenBytes(10, 2.9)).toBe(29);
  });
});
