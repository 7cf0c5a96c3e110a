import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRIES } from '../../src/catalog/entry.ts';
import { nearest } from '../../src/catalog/suggest.ts';

const NAMES = ENTRIES.map(({ data }) => data.name);
const name = fc.constantFrom(...NAMES);

describe('nearest', () => {
  it('takes two letters that changed places for one slip', () => {
    expect(nearest('fra', ['far', 'disk'])).toEqual(['far']);
    expect(nearest('ketep', ['keep'])).toEqual(['keep']);
    expect(nearest('dsik', ['disk'])).toEqual(['disk']);
  });

  it('puts a right name first, however it is cased', () => {
    fc.assert(
      fc.property(name, (right) => {
        expect(nearest(right.toUpperCase(), NAMES)[0]).toBe(right);
      }),
    );
  });

  it('finds a name of six letters or more with one letter lost', () => {
    const long = fc.constantFrom(...NAMES.filter((each) => each.length >= 6));
    fc.assert(
      fc.property(long, fc.nat(), (right, at) => {
        const lost = at % right.length;
        const wrong = right.slice(0, lost) + right.slice(lost + 1);
        expect(nearest(wrong, NAMES, NAMES.length)).toContain(right);
      }),
    );
  });

  it('gives known names only, each once, and no more than asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 5 }), (wrong, limit) => {
        const found = nearest(wrong, [...NAMES, ...NAMES], limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found).size).toBe(found.length);
        for (const each of found) expect(NAMES).toContain(each);
      }),
    );
  });

  it('knows a part of a name, and stays silent where nothing is near', () => {
    expect(nearest('rsnc', NAMES)).toContain('rsync');
    expect(nearest('raid6', NAMES)).toContain('disk/nearline-raid6');
    expect(nearest('md-5', NAMES)[0]).toBe('md5');
    expect(nearest('strawberry', NAMES)).toEqual([]);
    expect(nearest('', NAMES)).toEqual([]);
    expect(nearest('x'.repeat(1e6), NAMES)).toEqual([]);
  });
});
