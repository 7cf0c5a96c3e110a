import { describe, expect, it } from 'vitest';
import { filesOf, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

/** 1 TB in a million files: a full, then an increment of a tenth, then one of nothing. */
const stored = (tool: Declared, workload: Declared = {}, more: Declared = {}): readonly number[] =>
  filesOf(
    runOf(
      planOf(
        oneWorkload({
          workload: { files: '1 million', change: '10 %/run', ...workload },
          tools: { own: { like: 'generic', ...tool } },
          strategy: { tool: 'own', full: ['2026-01-05'], incremental: ['2026-01-08'], ...more },
        }),
      ),
    ),
  ).map(({ bytes }) => Math.round(bytes));

describe('what a backup adds to its store, worked out by hand', () => {
  it('is the new bytes where nothing is said', () => {
    expect(stored({})).toEqual([1e12, 1e11]);
  });

  it('is so much for each point, and for each file that is looked at: 5 GB and a million at 1 kB', () => {
    const terms = { 'per-point': '5 GB', 'per-file': '1 kB' };
    expect(stored({ stored: terms })).toEqual([1e12 + 6e9, 1e11 + 6e9]);
  });

  it('is so much for each file that has changed: all of a full, a tenth of an increment', () => {
    expect(stored({ stored: { 'per-changed-file': '10 kB' } })).toEqual([1e12 + 1e10, 1e11 + 1e9]);
  });

  it('is a share of the new bytes, shrunk by a codec stronger than that of the ratio: 4^-1.5 is an eighth', () => {
    const shrinking = { compression: 'on', stored: { share: '80 %', exponent: 1.5 } };
    expect(stored(shrinking, { compressibility: 4 })).toEqual([1e11, 1e10]);
  });

  it('leaves out the overhead of the tool that it is like, and keeps one that is given', () => {
    const tar = { like: 'tar', granularity: 'stated' };
    expect(stored(tar)[0]).toBe(1.005e12);
    expect(stored({ ...tar, stored: { share: '100 %' } })[0]).toBe(1e12);
    expect(stored({ ...tar, stored: { share: '100 %' }, overhead: '2 %' })[0]).toBe(1.02e12);
  });

  it('is nothing but headers where nothing has changed', () => {
    const still = { change: '0 %/run' };
    expect(stored({ stored: { 'per-file': '1 kB' } }, still)).toEqual([1e12 + 1e9, 1e9]);
  });

  it('is the data alone in a replica', () => {
    const replica = { style: 'replica', stored: { 'per-file': '1 kB' } };
    expect(stored(replica)[0]).toBe(1e12);
  });
});
