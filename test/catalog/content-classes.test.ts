import { describe, expect, it } from 'vitest';
import { CONTENT_CLASSES, contentClass } from '../../src/catalog/content-classes.ts';

describe('content classes', () => {
  it('the generic one is neutral: nothing shrinks, nothing is stored twice', () => {
    const generic = contentClass('generic');
    expect(generic?.compressibility.value).toBe(1);
    expect(generic?.duplicates.value).toBe(0);
    expect(generic?.changePerDay.grade).toBe('assumption');
    expect(generic?.skew).toBeUndefined();
  });

  it('where some data is hot, it takes more than its share of the changes', () => {
    for (const { skew } of CONTENT_CLASSES) {
      if (skew) expect(skew.takes.value).toBeGreaterThan(skew.hot.value);
    }
    expect(CONTENT_CLASSES.some(({ skew }) => skew)).toBe(true);
  });

  it('only a rewrite changes everything in a day', () => {
    for (const { changePerDay, similarity } of CONTENT_CLASSES) {
      expect(changePerDay.value === 1).toBe(similarity === 'rewrite');
    }
  });
});
