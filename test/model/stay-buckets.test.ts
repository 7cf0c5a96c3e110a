import { describe, expect, it } from 'vitest';
import type { StorageClass } from '../../src/catalog/storage-class.ts';
import { emptyLines } from '../../src/model/bill.ts';
import { type Stay, staysOf } from '../../src/model/class-stays.ts';
import { stayBuckets, type TierTotals } from '../../src/model/stay-buckets.ts';
import { classNamed, DAY, GIB } from '../support/stored-segments.ts';

const MONTH = 30 * DAY;
const KIB = 1024;
const tiering = classNamed('cloud/aws-s3-intelligent-tiering');
const standard = classNamed('cloud/aws-s3-standard');
const deep = classNamed('cloud/aws-s3-deep-archive');

/** Lines of three months of 30 days for 1 GiB of objects of one size, from the start on. */
function linesOf(of: StorageClass, bytes: number, stay = staysOf(of, [])[0], free?: number) {
  const months = [emptyLines(), emptyLines(), emptyLines()];
  const boundaries = Float64Array.of(0, MONTH, 2 * MONTH, 3 * MONTH);
  const buckets = stayBuckets(stay as Stay, boundaries, 3 * MONTH);
  buckets.add({ written: 0, deleted: Infinity, bytes: GIB, objects: GIB / bytes });
  const totals = new Map<string, TierTotals>();
  buckets.close(totals, free === undefined ? undefined : Float64Array.of(free, free, free));
  buckets.bill(months, totals);
  return { months, means: [...buckets.means()] };
}

const of = (line: 'storage' | 'overhead' | 'monitoring', found: ReturnType<typeof linesOf>) =>
  found.months.map((lines) => expect.closeTo(lines[line], 12));

describe('objects that a class looks after', () => {
  it('from 128 KiB on are watched, and cheaper from their 30th day on', () => {
    const found = linesOf(tiering, 128 * KIB);
    expect([0.023, 0.0125, 0.0125]).toEqual(of('storage', found));
    // 8192 objects at 0.0025 a thousand.
    expect([0.02048, 0.02048, 0.02048]).toEqual(of('monitoring', found));
  });

  it('below that are neither', () => {
    const found = linesOf(tiering, 64 * KIB);
    expect([0.023, 0.023, 0.023]).toEqual(of('storage', found));
    expect([0, 0, 0]).toEqual(of('monitoring', found));
  });

  it('are not watched in a class without', () => {
    expect([0, 0, 0]).toEqual(of('monitoring', linesOf(standard, 64 * KIB)));
  });
});

describe('a stay', () => {
  it('counts from its move to the next one', () => {
    const stay = staysOf(standard, [
      { after: 15 * DAY, to: tiering },
      { after: 60 * DAY, to: deep },
    ])[1];
    const found = linesOf(tiering, 64 * KIB, stay);
    expect([0.0115, 0.023, 0]).toEqual(of('storage', found));
    expect(found.means).toEqual([GIB / 2, GIB, 0]);
  });

  it('of small objects ends with the next move as well, its part at the standard price too', () => {
    const stay = staysOf(standard, [
      { after: 15 * DAY, to: deep },
      { after: 45 * DAY, to: standard },
    ])[1];
    // 32 KiB of its own and 8 KiB at the standard price for each of 16 384 objects: GiB / 2 and / 8.
    const full = 0.00099 / 2 + 0.023 / 8;
    expect([full / 2, full / 2, 0]).toEqual(of('overhead', linesOf(deep, 64 * KIB, stay)));
  });

  it('is billed less what is free, and never below nothing', () => {
    expect([0.0115, 0.0115, 0.0115]).toEqual(
      of('storage', linesOf(standard, GIB, undefined, GIB / 2)),
    );
    expect([0, 0, 0]).toEqual(of('storage', linesOf(standard, GIB, undefined, 2 * GIB)));
  });
});
