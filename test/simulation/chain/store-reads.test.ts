import { describe, expect, it } from 'vitest';
import { newArena } from '../../../src/simulation/arena.ts';
import { addRead, newStoreReads } from '../../../src/simulation/chain/store-reads.ts';

const terms = { classes: 3, freeGets: 2, freeLists: 1 };
const laid = { objectBytes: 1, moves: [10, 50] };

describe('reads from an object store', () => {
  it('are summed up by month and by the class that bytes of their age lie in', () => {
    const reads = newStoreReads(Float64Array.of(0, 100, 200), terms, newArena());
    addRead(reads, 20, 0, 3, { leaves: false, within: false, ...laid });
    addRead(reads, 120, 10, 5, { leaves: true, within: false, ...laid });
    addRead(reads, 120, 60, 7, { leaves: true, within: true, ...laid });
    expect([...reads.bytes]).toEqual([3, 0, 0, 0, 5, 7]);
    expect([...reads.toInternet]).toEqual([0, 0, 0, 0, 5, 0]);
    expect([...reads.toRegion]).toEqual([0, 0, 0, 0, 0, 7]);
    // Two reads of a day are free: 1, 3 and 5 are left.
    expect([...reads.gets]).toEqual([1, 0, 0, 0, 3, 5]);
  });

  it('list a thousand objects a request where their reader did not write them', () => {
    const reads = newStoreReads(Float64Array.of(0, 100), terms, newArena());
    addRead(reads, 20, 0, 4500, { leaves: false, within: false, ...laid, lists: true });
    addRead(reads, 20, 0, 4500, { leaves: false, within: false, ...laid });
    expect(reads.lists[0]).toBe(5 - 1);
  });
});
