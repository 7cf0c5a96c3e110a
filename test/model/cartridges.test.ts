import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CartridgePool, newPool } from '../../src/model/cartridge-pool.ts';
import { cartridgeOf, isRoom, release, write } from '../../src/model/cartridges.ts';

/** A set that was written, as a test remembers it. */
interface Kept {
  readonly first: number;
  readonly last: number;
  readonly bytes: number;
  readonly on: readonly number[];
}

const put = (pool: CartridgePool, bytes: number): Kept => {
  const { first, last } = write(pool, bytes);
  const on = Array.from({ length: last - first + 1 }, (_, at) => cartridgeOf(pool, first + at));
  return { first, last, bytes, on };
};

const expire = (pool: CartridgePool, { first, last, bytes }: Kept): void =>
  release(pool, first, last, bytes);

/** Writes sets, and lets the one of that number expire. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ write: fc.integer({ min: 0, max: 400 }) }) },
  { weight: 2, arbitrary: fc.record({ expire: fc.nat(1000) }) },
);
const history = fc.array(step, { maxLength: 200 });
const options = fc.record({
  capacity: fc.constantFrom(100, 180, 64),
  slots: fc.integer({ min: 1, max: 24 }),
  newCartridgeEachSet: fc.boolean(),
});

type Check = (pool: CartridgePool, kept: readonly Kept[], fresh: Kept | undefined) => void;

/** Plays a history and checks after each step; sets for which there is no room are left out. */
function play(pool: CartridgePool, steps: readonly object[], check: Check): void {
  const kept: Kept[] = [];
  for (const one of steps) {
    let fresh: Kept | undefined;
    if ('write' in one) {
      const bytes = Number(one.write);
      if (isRoom(pool, bytes)) {
        fresh = put(pool, bytes);
        kept.push(fresh);
      } else expect(() => write(pool, bytes)).toThrow('no room');
    } else if ('expire' in one && kept.length > 0) {
      const [gone] = kept.splice(Number(one.expire) % kept.length, 1);
      if (gone) expire(pool, gone);
    }
    check(pool, kept, fresh);
  }
}

const law = (check: Check): void =>
  fc.assert(
    fc.property(options, history, (made, steps) => {
      play(newPool(made), steps, check);
    }),
  );

describe('a pool of cartridges, laws', () => {
  it('uses no more than its slots, and never fewer than none', () => {
    law((pool) => {
      expect(pool.inUse).toBeGreaterThanOrEqual(0);
      expect(pool.inUse).toBeLessThanOrEqual(pool.everUsed);
      expect(pool.everUsed).toBeLessThanOrEqual(pool.slots);
      expect(pool.mostInUse).toBeGreaterThanOrEqual(pool.inUse);
      expect(pool.mostInUse).toBeLessThanOrEqual(pool.everUsed);
    });
  });

  it('bytes in are bytes kept and bytes freed', () => {
    fc.assert(
      fc.property(options, history, (made, steps) => {
        let taken = 0;
        play(newPool(made), steps, (pool, kept, fresh) => {
          taken += fresh?.bytes ?? 0;
          expect(pool.kept).toBe(kept.reduce((sum, { bytes }) => sum + bytes, 0));
          expect(pool.kept + pool.freed).toBe(taken);
        });
      }),
    );
  });

  it('in use is exactly what holds a kept set, and never more than fits is on it', () => {
    law((pool, kept) => {
      const held = new Set(kept.flatMap(({ on }) => on));
      expect(pool.inUse).toBe(held.size);
      expect(pool.kept).toBeLessThanOrEqual(pool.inUse * pool.capacity);
    });
  });

  it('begins no cartridge on which a set is kept', () => {
    fc.assert(
      fc.property(options, history, (made, steps) => {
        const pool = newPool(made);
        let before: readonly Kept[] = [];
        let open: number | undefined;
        play(pool, steps, (_, kept, fresh) => {
          const busy = new Set(before.flatMap(({ on }) => on));
          const goesOn = made.newCartridgeEachSet ? undefined : open;
          for (const cartridge of fresh?.on ?? []) {
            if (cartridge !== goesOn) expect(busy).not.toContain(cartridge);
          }
          before = [...kept];
          open = pool.open < 0 ? undefined : cartridgeOf(pool, pool.open);
        });
      }),
    );
  });

  it('a set spans no more cartridges than it must', () => {
    law((pool, _, fresh) => {
      if (!fresh) return;
      const least = Math.ceil(fresh.bytes / pool.capacity);
      expect(fresh.on.length).toBeGreaterThanOrEqual(least);
      expect(fresh.on.length).toBeLessThanOrEqual(least + (pool.newCartridgeEachSet ? 0 : 1));
      expect(new Set(fresh.on).size).toBe(fresh.on.length);
    });
  });

  it('every cartridge that a set lies on was mounted for it, and all bytes went somewhere', () => {
    fc.assert(
      fc.property(options, history, (made, steps) => {
        let [mounts, bytes] = [0, 0];
        play(newPool(made), steps, (pool, _, fresh) => {
          mounts += fresh?.on.length ?? 0;
          bytes += fresh?.bytes ?? 0;
          expect(pool.mounts.reduce((sum, each) => sum + each, 0)).toBe(mounts);
          expect(pool.written.reduce((sum, each) => sum + each, 0)).toBe(bytes);
        });
      }),
    );
  });

  it('once all has expired, everything is free again', () => {
    fc.assert(
      fc.property(options, history, (made, steps) => {
        const pool = newPool(made);
        const left: Kept[] = [];
        play(pool, steps, (_, kept) => left.splice(0, left.length, ...kept));
        for (const one of left) expire(pool, one);
        expect([pool.inUse, pool.kept]).toEqual([0, 0]);
        expect(isRoom(pool, made.slots * made.capacity)).toBe(true);
        expect(isRoom(pool, made.slots * made.capacity + 1)).toBe(false);
      }),
    );
  });
});

describe('a pool of cartridges', () => {
  it('appends to the open cartridge and spans on', () => {
    const pool = newPool({ capacity: 100, slots: 5 });
    expect({ ...write(pool, 60) }).toEqual({ first: 0, last: 0, blanks: 1 });
    expect({ ...write(pool, 60) }).toEqual({ first: 0, last: 1, blanks: 1 });
    expect({ ...write(pool, 180) }).toEqual({ first: 1, last: 2, blanks: 1 });
    expect(pool.left).toBe(0);
    expect([...pool.written]).toEqual([100, 100, 100, 0, 0]);
    expect([...pool.mounts]).toEqual([2, 2, 1, 0, 0]);
  });

  it('a shared cartridge comes free with the last set on it', () => {
    const pool = newPool({ capacity: 100, slots: 3 });
    const sets = [put(pool, 60), put(pool, 60), put(pool, 80)];
    expect(pool.inUse).toBe(2);
    for (const [at, inUse] of [
      [1, 2],
      [0, 1],
      [2, 0],
    ] as const) {
      expire(pool, sets[at] as Kept);
      expect(pool.inUse).toBe(inUse);
    }
  });

  it('takes used cartridges before new ones, those that came free first', () => {
    const pool = newPool({ capacity: 100, slots: 6, newCartridgeEachSet: true });
    const sets = [100, 100, 100].map((bytes) => put(pool, bytes));
    for (const at of [2, 0]) expire(pool, sets[at] as Kept);
    expect([put(pool, 10), put(pool, 10), put(pool, 10)].map(({ on }) => on)).toEqual([
      [2],
      [0],
      [3],
    ]);
    expect([pool.everUsed, pool.mostInUse, pool.span.blanks]).toEqual([4, 4, 1]);
  });

  it('has more cartridges than it had arrays for: what was written before stays', () => {
    const pool = newPool({ capacity: 100, slots: 150, newCartridgeEachSet: true });
    // Of 70 sets 20 expire; of 100 more, 20 take their cartridges, and 80 begin new ones.
    const sets = Array.from({ length: 70 }, (_, run) => write(pool, run + 1, run).first);
    for (let run = 0; run < 20; run++)
      release(pool, sets[run] as number, sets[run] as number, run + 1);
    for (let run = 70; run < 170; run++) write(pool, 1, run);
    expect([pool.everUsed, pool.inUse, pool.scratchCount]).toEqual([150, 150, 0]);
    expect(isRoom(pool, 1)).toBe(false);
    // Cartridges 0 to 19 hold a second set of 1 byte each; 20 to 69 the first alone; the others 1 byte.
    expect([0, 19, 20, 69, 70, 149].map((one) => pool.written[one])).toEqual([2, 21, 21, 70, 1, 1]);
    expect([0, 19, 20, 69, 70, 149].map((one) => pool.mounts[one])).toEqual([2, 2, 1, 1, 1, 1]);
    expect([0, 69, 70, 149].map((one) => pool.firstUsed[one])).toEqual([0, 69, 90, 169]);
    expect([0, 69, 149].map((one) => pool.sets[one])).toEqual([1, 1, 1]);
    // All come free, and all can be written again.
    for (let place = 0; place < pool.places; place++) {
      if (pool.cartridgeAt[place] !== -1) release(pool, place, place, 1);
    }
    expect([pool.inUse, pool.scratchCount, isRoom(pool, 150 * 100)]).toEqual([0, 150, true]);
  });

  it('gives back the same span and lengthens its books as needed', () => {
    const pool = newPool({ capacity: 100, slots: 2, newCartridgeEachSet: true });
    const span = write(pool, 100);
    for (let run = 0; run < 500; run += 1) {
      release(pool, span.first, span.last, 100);
      expect(write(pool, 100)).toBe(span);
    }
    expect([span.first, span.last, pool.places, pool.inUse]).toEqual([500, 500, 501, 1]);
    expect([...pool.mounts]).toEqual([501, 0]);
  });

  it('few bytes take a cartridge too; none take none', () => {
    const pool = newPool({ capacity: 18e12, slots: 1 });
    const nothing = put(pool, 0);
    expect([nothing.on, pool.inUse]).toEqual([[], 0]);
    expire(pool, nothing);
    expect(put(pool, 1).on).toEqual([0]);
  });

  it('whole cartridges with an overhead are not spoilt by binary fractions', () => {
    const capacity = 200e9 * (1 - 0.15);
    const pool = newPool({ capacity, slots: 7 });
    expect(put(pool, 0.1 * 70 * capacity).on).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(isRoom(pool, 1e9)).toBe(false);
  });

  it('a set cannot expire twice', () => {
    const pool = newPool({ capacity: 100, slots: 3 });
    const set = put(pool, 150);
    expire(pool, set);
    put(pool, 150);
    expect(() => expire(pool, set)).toThrow('nothing at place 0');
    expect(() => cartridgeOf(pool, 99)).toThrow('nothing at place 99');
  });
});
