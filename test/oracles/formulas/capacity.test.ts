import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cycleBytes,
  diskPool,
  keptBytes,
  rateForWindow,
  windowLoad,
  withHeadroom,
} from './capacity.ts';

const bytes = fc.double({ min: 0, max: 1e15, noNaN: true });
const count = fc.nat(1000);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('keptBytes, laws', () => {
  it('is the first full and what each further backup adds', () => {
    const kept = fc.record({
      firstFull: bytes,
      laterFull: bytes,
      increment: bytes,
      fulls: fc.integer({ min: 1, max: 1000 }),
      increments: count,
    });
    fc.assert(
      fc.property(kept, (one) => {
        const all = keptBytes(one);
        const grown = keptBytes({ ...one, fulls: one.fulls + 1, increments: one.increments + 1 });
        expect(Math.abs(grown - all - one.laterFull - one.increment)).toBeLessThanOrEqual(
          1e-9 * grown,
        );
        expect(keptBytes({ ...one, fulls: 1, increments: 0 })).toBe(one.firstFull);
      }),
    );
  });

  it('without a full there are increments alone', () => {
    const one = { firstFull: 500, laterFull: 25, increment: 5, fulls: 0, increments: 3 };
    expect(keptBytes(one)).toBe(15);
  });
});

describe('diskPool, laws', () => {
  it('is the sum over its clients, and more by the margin', () => {
    const client = fc.record({ count, bytes, saving: share });
    fc.assert(
      fc.property(fc.array(client), client, share, (clients, another, margin) => {
        const before = diskPool(clients, margin);
        const after = diskPool([...clients, another], margin);
        const more = withHeadroom(cycleBytes(another), margin);
        expect(Math.abs(after - before - more)).toBeLessThanOrEqual(1e-9 * after);
        expect(diskPool(clients, 0)).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('a window', () => {
  const load = fc.record({
    source: fc.integer({ min: 1, max: 2 ** 50 }),
    reduction: fc.double({ min: 1, max: 20, noNaN: true }),
    change: share,
    window: fc.integer({ min: 1, max: 1e6 }),
  });

  it('is kept by the rate, and not by one byte a second less', () => {
    fc.assert(
      fc.property(load, (one) => {
        const { bytes: sent, rate } = windowLoad(one);
        expect(sent).toBeGreaterThanOrEqual((one.source / one.reduction) * one.change);
        expect(rate * one.window).toBeGreaterThanOrEqual(sent);
        expect((rate - 1) * one.window).toBeLessThan(Math.max(1, sent));
      }),
    );
  });

  it('of a shipment: 34.5 TB in 72 h are 479 GB an hour', () => {
    expect((rateForWindow(34.5e12, 72 * 3600) * 3600) / 1e9).toBeCloseTo(479.17, 2);
  });
});
