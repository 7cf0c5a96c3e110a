import { type Arena, take } from '../../arena.ts';
import { newRowPool } from '../../chain/rows.ts';
import type { Protection } from '../protection.ts';
import { protectionWidth } from '../tally.ts';
import { moveCursor, packedProtection, protectionCursor, SUMS_FROM } from './packed-protection.ts';

/** All guards of a run, and how the one with an index is visited. */
export interface Protections {
  readonly protections: readonly Protection[];
  /** Null where each guard is visited itself. */
  readonly cursors: Cursors | null;
}

/**
 * Guards that go to where they are needed: of thousands of objects each would have to be waited for,
 * one after the other, before the numbers can be read that they lead to.
 */
export interface Cursors {
  /** One of each kind: those of a kind share all but their numbers. */
  readonly byKind: readonly Protection[];
  /** By guard: where its numbers begin, and its kind, or -1 where it has to be visited itself. */
  readonly at: Int32Array;
  readonly kind: Int32Array;
}

/** Guards that stay as they are. */
export const unpacked = (protections: readonly Protection[]): Protections => ({
  protections,
  cursors: null,
});

/** Puts the numbers of guards side by side; nothing may have happened to them yet. */
export function packed(protections: readonly Protection[], arena: Arena): Protections {
  const starts = Int32Array.from(protections, () => 0);
  let width = 0;
  for (const [index, { flows }] of protections.entries()) {
    starts[index] = width;
    width += SUMS_FROM + protectionWidth(flows);
  }
  const data = take(arena, width);
  const ints = new Int32Array(data.buffer);
  const pool = newRowPool(protections.length, arena);
  const all: Protection[] = [];
  for (const [index, protection] of protections.entries()) {
    const at = starts[index] as number;
    const from = protection.from && (all[protection.from.index] as Protection);
    all.push(packedProtection(protection, { data, ints, at, intsAt: 2 * at }, pool, from));
  }
  return { protections: all, cursors: cursorsOf(all, starts) };
}

function cursorsOf(all: readonly Protection[], at: Int32Array): Cursors {
  const ids = new Map<unknown, number>();
  const idOf = (object: unknown): number => {
    const id = ids.get(object) ?? ids.size;
    ids.set(object, id);
    return id;
  };
  const kinds = new Map<string, number>();
  const byKind: Protection[] = [];
  const kind = Int32Array.from(all, (protection) => {
    if (hasOwnObjects(protection)) return -1;
    const { policy, flows, sizes, slotQueue } = protection;
    const key = [policy, flows, sizes, slotQueue].map(idOf).join(' ');
    const same = kinds.get(key);
    if (same !== undefined) return same;
    kinds.set(key, byKind.push(protectionCursor(protection)) - 1);
    return byKind.length - 1;
  });
  return { byKind, at, kind };
}

/** Whether a guard has more of its own than numbers. */
const hasOwnObjects = ({ from, copies, history, chain, failure }: Protection): boolean =>
  from !== null ||
  copies.length > 0 ||
  history !== null ||
  chain.shelf !== null ||
  chain.segments !== null ||
  chain.style === 'copy' ||
  failure > 0;

/** The guard with an index, until another one is asked for. */
export function protectionAt({ protections, cursors }: Protections, index: number): Protection {
  if (cursors === null) return protections[index] as Protection;
  const kind = cursors.kind[index] as number;
  if (kind < 0) return protections[index] as Protection;
  const protection = cursors.byKind[kind] as Protection;
  moveCursor(protection, index, cursors.at[index] as number);
  return protection;
}
