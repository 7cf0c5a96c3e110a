import { type Arena, take } from '../../arena.ts';
import { newRowPool } from '../../chain/rows.ts';
import type { Protection } from '../protection.ts';
import { protectionWidth } from '../tally.ts';
import { moveCursor, packedProtection, protectionCursor, SUMS_FROM } from './packed-protection.ts';

/** The protections of a run, and the cursors that give access to them if they are packed. */
export interface Protections {
  readonly protections: readonly Protection[];
  /** Null if each protection is accessed as its own object. */
  readonly cursors: Cursors | null;
}

/**
 * Cursors: objects that are moved to the numbers of the protection needed. Thousands of protections
 * then need only a few objects, which stay in the cache. See `place.ts`.
 */
export interface Cursors {
  /** By kind: its cursor. Protections of one kind differ only in their numbers. */
  readonly byKind: readonly Protection[];
  /** By protection: where its numbers begin, and its kind; -1: accessed as its own object. */
  readonly at: Int32Array;
  readonly kind: Int32Array;
}

/** Protections as they are, without packing. */
export const unpacked = (protections: readonly Protection[]): Protections => ({
  protections,
  cursors: null,
});

/** Packs the numbers of protections into one array; none of them may have had an event yet. */
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

/** Whether a protection refers to objects of its own, so that no cursor can stand in for it. */
const hasOwnObjects = ({ from, copies, history, chain, failure, nights }: Protection): boolean =>
  from !== null ||
  copies.length > 0 ||
  history !== null ||
  chain.shelf !== null ||
  chain.segments !== null ||
  chain.style === 'copy' ||
  failure > 0 ||
  nights !== null;

/** The protection with an index. It may be a cursor: it is valid only until the next call. */
export function protectionAt({ protections, cursors }: Protections, index: number): Protection {
  if (cursors === null) return protections[index] as Protection;
  const kind = cursors.kind[index] as number;
  if (kind < 0) return protections[index] as Protection;
  const protection = cursors.byKind[kind] as Protection;
  moveCursor(protection, index, cursors.at[index] as number);
  return protection;
}
