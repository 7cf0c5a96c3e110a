import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../src/benchmark/run/layout.ts';
import { isPlainName } from '../../../src/benchmark/targets/place.ts';

const name = fc.stringMatching(/^[ab][ab.-]{0,4}$/);
const series = fc.record({ dataset: name, tool: name, target: name });

describe('the name of a series', () => {
  const { nameOf } = layoutOf('/work', '20261128T101500Z');
  const named = (one: { dataset: string; tool: string; target: string }): string =>
    nameOf({ id: '', repetition: 1, backups: [], ...one });

  it('belongs to no other, whatever hyphens are in the names of a plan', () => {
    expect(named({ dataset: 'a-b', tool: 'tar', target: 'disk' })).not.toBe(
      named({ dataset: 'a', tool: 'b-tar', target: 'disk' }),
    );
    fc.assert(
      fc.property(series, series, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(named(one) === named(other)).toBe(isSame);
      }),
    );
  });

  it('is plain, and short enough for a file name', () => {
    const longest = named({
      dataset: `a${'-'.repeat(39)}`,
      tool: `b${'-'.repeat(39)}`,
      target: `c${'-'.repeat(39)}`,
    });
    expect(isPlainName(longest)).toBe(true);
    expect(longest.length).toBeLessThan(255);
  });
});
