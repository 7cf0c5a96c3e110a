import { describe, expect, it } from 'vitest';
import { ENTRIES, entriesNamed } from '../../src/catalog/entry.ts';
import { summaryOf } from '../../src/catalog/summary.ts';

describe('summaryOf', () => {
  it.each([
    ['disk/nearline', '1 drive: 24 TB, 285 MB/s read, 285 MB/s write'],
    ['nas/10g', '12 drives: 240 TB, 1.19 GB/s read, 1.19 GB/s write'],
    ['tape/lto9', '79 cartridges: 1.42 PB, 4 drives: 1.6 GB/s'],
    ['tape/lto9-hh', '7 cartridges: 126 TB, 1 drive: 300 MB/s'],
    ['lto-9', '18 TB at 400 MB/s, steps down to 177 MB/s'],
    ['ethernet/10g', '1.19 GB/s payload'],
    ['records', 'shrinks 1.6:1, changes 1 %/day, blocks'],
    ['borg', 'dedup, sees chunks, codec lz4, 1 core'],
    ['md5', '600 MB/s'],
    ['lz4', '2.1:1, 577 MB/s in, 3.72 GB/s out'],
    ['aes-256-gcm', '2.93 GB/s'],
    ['us.hipaa', '2 clauses, for health, 2003-02, published'],
    ['cn.csl.21', '1 clause, for network operators, 2017-06-01, secondary'],
  ])('%s: %s', (name, summary) => {
    expect(entriesNamed(name).map(summaryOf)).toEqual([summary]);
  });

  it('says something short of everything', () => {
    for (const entry of ENTRIES) {
      expect(summaryOf(entry)).toMatch(/\w/);
      expect(summaryOf(entry).length).toBeLessThan(70);
      expect(summaryOf(entry)).not.toMatch(/undefined|NaN/);
    }
  });
});
