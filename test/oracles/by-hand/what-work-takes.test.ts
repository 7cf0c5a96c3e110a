import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf, secondsOf } from '../../support/played.ts';

/** 1 TB in a million files to a store that takes 1 GB/s: a full, then an increment of a tenth. */
const played = (tool: Declared, more: Declared = {}) =>
  secondsOf(
    runOf(
      planOf(
        oneWorkload({
          workload: { files: '1 million', change: '10 %/run', ...(more.workload as Declared) },
          tools: { own: { like: 'generic', ...tool } },
          strategy: { tool: 'own', full: ['2026-01-05'], incremental: ['2026-01-08'] },
        }),
      ),
    ),
  ).map((seconds) => Number(seconds.toFixed(6)));

describe('the work of a tool, worked out by hand', () => {
  it('hides behind a longer way: 1000 s and 100 s to write, 400 s and 40 s to read', () => {
    expect(played({ work: { read: '2.5 GB/s' } })).toEqual([1000, 100]);
  });

  it('of files is work as well: a million at 2 ms are 2000 s, whatever has changed', () => {
    expect(played({ work: { 'per-file': '2 ms' } })).toEqual([2000, 2000]);
  });

  it('is shared by the cores that the tool keeps busy', () => {
    expect(played({ cores: 4, work: { 'per-file': '2 ms' } })).toEqual([1000, 500]);
  });

  it('of changed files goes by what is read', () => {
    expect(played({ work: { 'per-changed-file': '5 ms' } })).toEqual([5000, 500]);
  });

  it('adds up: a million files at 1 ms, 1 TB read at 1 GB/s and stored at 500 MB/s', () => {
    const work = { 'per-file': '1 ms', read: '1 GB/s', store: '500 MB/s' };
    expect(played({ work })).toEqual([1000 + 1000 + 2000, 1000 + 100 + 200]);
  });

  it('of compression grows with what shrinks: half of it at 1.5 : 1, all of it from 2 : 1', () => {
    const work = { compress: '100 MB/s' };
    const full = (compressibility: number) =>
      played({ work }, { workload: { compressibility } })[0];
    expect([1, 1.5, 2, 4].map(full)).toEqual([1000, 5000, 10_000, 10_000]);
  });

  it('takes its fixed time before all', () => {
    expect(played({ work: { fixed: '7 s', 'per-file': '2 ms' } })).toEqual([2007, 2007]);
  });

  it('looks at all files where nothing has changed', () => {
    const unchanged = { workload: { change: '0 %/run' } };
    expect(played({ work: { 'per-file': '2 ms' } }, unchanged)[1]).toBe(2000);
  });

  it('and way one after the other, by squares, or the longer alone: 3000 s of work, 1000 of way', () => {
    const work = { 'per-file': '3 ms' };
    expect(played({ work, combine: 1 })[0]).toBe(4000);
    expect(played({ work, combine: 2 })[0]).toBeCloseTo(Math.hypot(3000, 1000), 5);
    expect(played({ work })[0]).toBe(3000);
  });

  it('a scan that is given comes before all, as ever', () => {
    expect(played({ scan: '1000 /s', work: { read: '500 MB/s' } })).toEqual([3000, 1200]);
  });
});
