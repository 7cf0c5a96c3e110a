import { describe, expect, it } from 'vitest';
import { newArena } from '../../../src/simulation/arena.ts';
import { addRead, newFreeCalls, newStoreReads } from '../../../src/simulation/chain/store-reads.ts';

const DAY = 86_400;
const months = Float64Array.of(0, 30 * DAY, 60 * DAY);
const terms = () => ({
  ...{ classes: 3, freeGets: 2, freeLists: 1 },
  free: newFreeCalls(months, newArena()),
});
const laid = { objectBytes: 1, moves: [10, 50] };
const newReads = (of = terms()) => newStoreReads(months, of, newArena());
const here = { leaves: false, within: false, ...laid };

describe('reads from an object store', () => {
  it('are summed up by month and by the class that bytes of their age lie in', () => {
    const reads = newReads();
    addRead(reads, 2 * DAY, 0, 3, here);
    addRead(reads, 31 * DAY, 10, 5, { leaves: true, within: false, ...laid });
    addRead(reads, 32 * DAY, 60, 7, { leaves: true, within: true, ...laid });
    expect([...reads.bytes]).toEqual([3, 0, 0, 0, 5, 7]);
    expect([...reads.toInternet]).toEqual([0, 0, 0, 0, 5, 0]);
    expect([...reads.toRegion]).toEqual([0, 0, 0, 0, 0, 7]);
    // Two reads of a day are free: 1, 3 and 5 are left.
    expect([...reads.gets]).toEqual([1, 0, 0, 0, 3, 5]);
  });

  it('list a thousand objects a request where their reader did not write them', () => {
    const reads = newReads();
    addRead(reads, DAY, 0, 4500, { ...here, lists: true });
    addRead(reads, DAY, 0, 4500, here);
    expect(reads.lists[0]).toBe(5 - 1);
  });

  it('have the free requests of a day once, all stores of an account together', () => {
    const account = terms();
    const [one, other] = [newReads(account), newReads(account)];
    addRead(one, DAY, 0, 1, { ...here, lists: true });
    addRead(other, 1.9 * DAY, 0, 4, { ...here, lists: true });
    addRead(one, 1.99 * DAY, 0, 3, here);
    addRead(other, 2 * DAY, 0, 4, { ...here, lists: true });
    // Of two a day the first read takes one, the second the other; the next day has two again.
    expect([one.gets[0], other.gets[0]]).toEqual([0 + 3, 3 + 2]);
    // One list a day: that of the first read, then that of the next day.
    expect([one.lists[0], other.lists[0]]).toEqual([0, 1 + 0]);
  });
});
