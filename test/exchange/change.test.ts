import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Change,
  changedShare,
  changeRates,
  measureChange,
} from '../../src/exchange/change.ts';
import type { IndexRow } from '../../src/exchange/index-row.ts';
import { uniformShare } from '../../src/model/change.ts';
import { oneIndex } from './rows.ts';

const name = (row: IndexRow): string => Buffer.from(row.key).toString('hex');
const tally = (rows: readonly IndexRow[]) => ({
  files: rows.length,
  bytes: rows.reduce((sum, { size }) => sum + size, 0),
});

/** The same by looking every key up. */
function naive(before: readonly IndexRow[], after: readonly IndexRow[]): Change {
  const old = new Map(before.map((row) => [name(row), row]));
  const now = new Map(after.map((row) => [name(row), row]));
  const differs = (row: IndexRow): boolean => {
    const was = old.get(name(row));
    return was !== undefined && (was.size !== row.size || was.modified !== row.modified);
  };
  return {
    before: tally(before),
    after: tally(after),
    added: tally(after.filter((row) => !old.has(name(row)))),
    removed: tally(before.filter((row) => !now.has(name(row)))),
    changed: tally(after.filter(differs)),
    replaced: tally(
      after.filter(
        (row) => !differs(row) && (old.get(name(row))?.inode ?? row.inode) !== row.inode,
      ),
    ),
  };
}

describe('measureChange', () => {
  it('equals looking every key up', async () => {
    await fc.assert(
      fc.asyncProperty(oneIndex, oneIndex, async (before, after) => {
        expect(await measureChange(before, after)).toEqual(naive(before, after));
      }),
    );
  });

  it('finds nothing between an index and itself', async () => {
    await fc.assert(
      fc.asyncProperty(oneIndex, async (rows) => {
        const { added, removed, changed } = await measureChange(rows, rows);
        expect([added.files, removed.files, changed.files]).toEqual([0, 0, 0]);
      }),
    );
  });
});

describe('changeRates', () => {
  const none = { files: 0, bytes: 0 };
  const of = (parts: { before: number; added?: number; removed?: number; changed?: number }) => {
    const { before, added = 0, removed = 0, changed = 0 } = parts;
    const bytes = (size: number) => ({ files: 1, bytes: size });
    const after = bytes(before + added - removed);
    return {
      before: bytes(before),
      after,
      added: bytes(added),
      removed: bytes(removed),
      changed: bytes(changed),
      replaced: none,
    };
  };

  it('rests on the share that differs, growth apart, however little time has passed', () => {
    expect(changedShare(of({ before: 1000, added: 100 }))).toBe(0);
    expect(changedShare(of({ before: 1000, added: 150, removed: 50 }))).toBe(0.05);
    expect(changedShare(of({ before: 1000, added: 100, changed: 300, removed: 200 }))).toBe(0.4);
    expect(changedShare(of({ before: 1000, added: 5000, removed: 1000, changed: 0 }))).toBe(1);
    expect(changedShare(of({ before: 0, added: 100 }))).toBeUndefined();
  });

  it('calls what is only added growth, and what is put in the place of something change', () => {
    expect(changeRates(of({ before: 1000, added: 100 }), 2 * 86_400)).toEqual({
      changePerDay: 0,
      growthPerDay: 50,
    });
    expect(changeRates(of({ before: 1000, added: 100, removed: 100 }), 86_400)).toEqual({
      changePerDay: expect.closeTo(0.1, 12),
      growthPerDay: 0,
    });
    expect(changeRates(of({ before: 1000, changed: 300, removed: 200 }), 86_400)).toEqual({
      changePerDay: expect.closeTo(0.3, 12),
      growthPerDay: -200,
    });
  });

  it('finds the daily change that makes, day by day, what differs in the end', () => {
    // 11.75 % that differ after a week are 1.77 % a day; a seventh of it would replay 11.2 %.
    const week = changeRates(of({ before: 10_000, changed: 1175 }), 7 * 86_400);
    expect(week?.changePerDay).toBeCloseTo(0.0177, 4);
    const seconds = fc.integer({ min: 3600, max: 1000 * 86_400 });
    const share = fc.integer({ min: 0, max: 1e6 });
    fc.assert(
      fc.property(seconds, share, (time, changed) => {
        const rates = changeRates(of({ before: 1e6, changed }), time);
        const perDay = rates?.changePerDay ?? Number.NaN;
        // One minus a tiny rest is all that the rate of a very short time can be.
        fc.pre(perDay < 1 - 1e-6 || changed === 1e6);
        expect(uniformShare(perDay, time / 86_400)).toBeCloseTo(changed / 1e6, 9);
      }),
    );
  });

  it('change and growth together are what a backup carries, where nothing shrinks', () => {
    const sizes = fc.nat({ max: 1e9 });
    fc.assert(
      fc.property(sizes, sizes, sizes, (added, changed, more) => {
        const before = added + changed + more + 1;
        const rates = changeRates(of({ before, added, changed }), 86_400);
        expect((rates?.changePerDay ?? 0) * before + (rates?.growthPerDay ?? 0)).toBeCloseTo(
          added + changed,
          3,
        );
      }),
    );
  });

  it('gives no rate within a minute or from nothing', () => {
    expect(changeRates(of({ before: 10 }), 59)).toBeUndefined();
    expect(changeRates(of({ before: 0, added: 9 }), 86_400)).toBeUndefined();
  });
});
