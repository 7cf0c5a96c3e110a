import { type Room, take } from '../../arena.ts';
import { newRowPool } from '../../chain/rows.ts';
import type { Guard } from '../protection.ts';
import { guardWidth } from '../tally.ts';
import { moveGuard, movingGuard, packedGuard, SUMS_FROM } from './packed-protection.ts';

/** All guards of a run, and how the one with an index is visited. */
export interface Guards {
  readonly guards: readonly Guard[];
  /** Null where each guard is visited itself. */
  readonly visitors: Visitors | null;
}

/**
 * Guards that go to where they are needed: of thousands of objects each would have to be waited for,
 * one after the other, before the numbers can be read that they lead to.
 */
export interface Visitors {
  /** One of each kind: those of a kind share all but their numbers. */
  readonly moving: readonly Guard[];
  /** By guard: where its numbers begin, and its kind, or -1 where it has to be visited itself. */
  readonly at: Int32Array;
  readonly kind: Int32Array;
}

/** Guards that stay as they are. */
export const unpacked = (guards: readonly Guard[]): Guards => ({ guards, visitors: null });

/** Puts the numbers of guards side by side; nothing may have happened to them yet. */
export function packed(guards: readonly Guard[], room: Room): Guards {
  const starts = Int32Array.from(guards, () => 0);
  let width = 0;
  for (const [index, { flows }] of guards.entries()) {
    starts[index] = width;
    width += SUMS_FROM + guardWidth(flows);
  }
  const data = take(room, width);
  const ints = new Int32Array(data.buffer);
  const pool = newRowPool(guards.length, room);
  const all: Guard[] = [];
  for (const [index, guard] of guards.entries()) {
    const at = starts[index] as number;
    const from = guard.from && (all[guard.from.index] as Guard);
    all.push(packedGuard(guard, { data, ints, at, spot: 2 * at }, pool, from));
  }
  return { guards: all, visitors: visitorsOf(all, starts) };
}

function visitorsOf(all: readonly Guard[], at: Int32Array): Visitors {
  const numbers = new Map<unknown, number>();
  const numberOf = (one: unknown): number => {
    const number = numbers.get(one) ?? numbers.size;
    numbers.set(one, number);
    return number;
  };
  const known = new Map<string, number>();
  const moving: Guard[] = [];
  const kind = Int32Array.from(all, (guard) => {
    if (isByItself(guard)) return -1;
    const { policy, flows, sizes, line } = guard;
    const key = [policy, flows, sizes, line].map(numberOf).join(' ');
    const same = known.get(key);
    if (same !== undefined) return same;
    known.set(key, moving.push(movingGuard(guard)) - 1);
    return moving.length - 1;
  });
  return { moving, at, kind };
}

/** Whether a guard has more of its own than numbers. */
const isByItself = ({ from, copies, history, chain, failure }: Guard): boolean =>
  from !== null ||
  copies.length > 0 ||
  history !== null ||
  chain.shelf !== null ||
  chain.pieces !== null ||
  chain.style === 'copy' ||
  failure > 0;

/** The guard with an index, until another one is asked for. */
export function guardAt({ guards, visitors }: Guards, index: number): Guard {
  if (visitors === null) return guards[index] as Guard;
  const kind = visitors.kind[index] as number;
  if (kind < 0) return guards[index] as Guard;
  const guard = visitors.moving[kind] as Guard;
  moveGuard(guard, index, visitors.at[index] as number);
  return guard;
}
