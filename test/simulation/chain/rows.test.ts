import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newArena } from '../../../src/simulation/arena.ts';
import { remove } from '../../../src/simulation/chain/remove-row.ts';
import {
  BYTES,
  cell,
  copyOf,
  emptyRows,
  kindAt,
  newRowPool,
  push,
  type Rows,
  removeOldest,
  STRIDE,
  setKind,
  takeSlots,
} from '../../../src/simulation/chain/rows.ts';

const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant('push' as const) },
  { weight: 1, arbitrary: fc.nat(80).map((index) => ({ remove: index })) },
  { weight: 1, arbitrary: fc.nat(9).map((number) => ({ oldest: number })) },
);

/** Rows of two chains in one pool, taken in turns. */
function pooled(): readonly Rows[] {
  const pool = newRowPool(2, newArena());
  return Array.from({ length: 2 }, () => {
    const rows = { ...emptyRows(), pool };
    for (const part of ['data', 'kinds', 'reasons'] as const) {
      Object.defineProperty(rows, part, { get: () => pool[part] });
    }
    takeSlots(rows, pool);
    return rows;
  });
}

describe.each([
  ['by themselves', () => [emptyRows(), emptyRows(3)]],
  ['of many chains', pooled],
])('rows %s', (_, make) => {
  it('are a list, wherever they stand and however many they become', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(1)), { maxLength: 400, size: 'max' }), (steps) => {
        const rings = make();
        const lists: number[][] = [[], []];
        for (const [number, [one, which]] of steps.entries()) {
          const rows = rings[which] as Rows;
          const list = lists[which] as number[];
          if (one === 'push') {
            const row = push(rows);
            rows.data[row * STRIDE + BYTES] = number;
            setKind(rows, rows.count - 1, number % 9);
            list.push(number);
          } else if ('remove' in one) {
            if (one.remove >= list.length) continue;
            remove(rows, one.remove);
            list.splice(one.remove, 1);
          } else {
            const gone = Math.min(one.oldest, list.length);
            removeOldest(rows, gone);
            list.splice(0, gone);
          }
        }
        for (const [which, rows] of rings.entries()) {
          for (const some of [rows, copyOf(rows)]) {
            const found = Array.from({ length: some.count }, (_, i) => cell(some, i, BYTES));
            expect(found).toEqual(lists[which]);
            expect(found.map((_, i) => kindAt(some, i))).toEqual(found.map((one) => one % 9));
          }
        }
      }),
    );
  });
});
