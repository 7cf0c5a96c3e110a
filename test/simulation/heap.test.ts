import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insert, newHeaps, removeRoot } from '../../src/simulation/heap.ts';

/** Few keys, so that many are equal. */
const key = fc.integer({ min: 0, max: 6 });
const step = fc.oneof({ weight: 2, arbitrary: key.map((k) => k) }, fc.constant('remove' as const));

describe('a heap of jobs', () => {
  it('does what a sorted list does, ties in the order of insertion', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const heaps = newHeaps(200);
        const list: { key: number; job: number }[] = [];
        let root = -1;
        for (const [job, one] of steps.entries()) {
          if (one !== 'remove') {
            root = insert(heaps, root, job, one);
            list.push({ key: one, job });
            // The sort is stable, so equal keys stay in the order in which they came.
            list.sort((a, b) => a.key - b.key);
          } else if (root >= 0) {
            expect(root).toBe(list.shift()?.job);
            root = removeRoot(heaps, root);
          }
          expect(root).toBe(list[0]?.job ?? -1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps several heaps in one pair of arrays apart', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), key), { maxLength: 60 }), (jobs) => {
        const heaps = newHeaps(60);
        const roots = [-1, -1, -1];
        for (const [job, [heap, k]] of jobs.entries()) {
          roots[heap] = insert(heaps, roots[heap] ?? -1, job, k);
        }
        for (const heap of [0, 1, 2]) {
          const wanted = [...jobs.entries()]
            .filter(([, [home]]) => home === heap)
            .sort(([, [, a]], [, [, b]]) => a - b)
            .map(([job]) => job);
          const found: number[] = [];
          for (let root = roots[heap] ?? -1; root >= 0; root = removeRoot(heaps, root)) {
            found.push(root);
          }
          expect(found).toEqual(wanted);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('takes a job in again that was taken out', () => {
    const heaps = newHeaps(2);
    let root = insert(heaps, insert(heaps, -1, 0, 5), 1, 7);
    root = insert(heaps, removeRoot(heaps, root), 0, 9);
    expect([root, removeRoot(heaps, root)]).toEqual([1, 0]);
  });
});
