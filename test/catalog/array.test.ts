import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrayOf } from '../../src/catalog/array.ts';
import {
  STORE_PROFILES,
  type StoreProfile,
  storeProfile,
} from '../../src/catalog/store-profiles.ts';

const profiles = fc.constantFrom(...STORE_PROFILES);
const drives = fc.integer({ min: 0, max: 500 });

/** Any grouping, also those no profile has. */
const odd = fc
  .record({
    profile: profiles,
    parity: fc.integer({ min: 0, max: 4 }),
    group: fc.integer({ min: 1, max: 20 }),
  })
  .map(
    ({ profile, parity, group }): StoreProfile => ({
      ...profile,
      parityDrives: parity,
      groupSize: group,
    }),
  );

const known = (name: string): StoreProfile => {
  const profile = storeProfile(name);
  if (!profile) throw new Error(`${name} is not in the catalog`);
  return profile;
};

describe('arrayOf, laws', () => {
  it('one more drive never gives less of anything', () => {
    fc.assert(
      fc.property(fc.oneof(profiles, odd), drives, (profile, count) => {
        const less = arrayOf(profile, count);
        const more = arrayOf(profile, count + 1);
        for (const field of ['raw', 'usable', 'read', 'write'] as const) {
          expect(more[field]).toBeGreaterThanOrEqual(less[field]);
        }
      }),
    );
  });

  it('usable is never above raw, and no rate is above drives x the rate of one', () => {
    fc.assert(
      fc.property(fc.oneof(profiles, odd), drives, (profile, count) => {
        const { raw, usable, read, write } = arrayOf(profile, count);
        expect(usable).toBeLessThanOrEqual(raw);
        expect(usable).toBeGreaterThanOrEqual(0);
        expect(read).toBeLessThanOrEqual(count * profile.driveRead.value);
        expect(write).toBeLessThanOrEqual(count * profile.driveWrite.value);
      }),
    );
  });

  it('a network port caps the rates, whatever stands behind it', () => {
    fc.assert(
      fc.property(profiles, drives, (profile, count) => {
        const ceiling = profile.networkCeiling?.value ?? Infinity;
        expect(arrayOf(profile, count).read).toBeLessThanOrEqual(ceiling);
        expect(arrayOf(profile, count).write).toBeLessThanOrEqual(ceiling);
      }),
    );
  });

  it('room for data comes with speed: no array holds data that it cannot read', () => {
    fc.assert(
      fc.property(fc.oneof(profiles, odd), drives, (profile, count) => {
        const { usable, read, write } = arrayOf(profile, count);
        if (usable > 0) expect(Math.min(read, write)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('arrayOf, worked by hand', () => {
  it('RAID 6 of 12 disks of 24 TB and 285 MB/s', () => {
    const array = arrayOf(known('disk/nearline-raid6'));
    expect(array.raw).toBe(12 * 24e12);
    expect(array.usable).toBe(10 * 24e12);
    expect(array.read).toBeCloseTo(12 * 285e6 * 0.75, 0);
    expect(array.write).toBeCloseTo(12 * 285e6 * 0.6, 0);
    expect(array.explanation).toBe(
      '12 drives of 24 TB, 10 of them for data; ' +
        'read 12 x 285 MB/s x 0.75, write 12 x 285 MB/s x 0.6 (these shares: assumption)',
    );
  });

  it.each([
    [2, 0, 0],
    [3, 1, 3],
    [12, 10, 12],
    [14, 10, 12],
    [15, 11, 15],
    [24, 20, 24],
  ])('RAID 6 of %i drives holds %i drives of data, %i work', (count, holding, working) => {
    const profile = known('disk/nearline-raid6');
    const array = arrayOf(profile, count);
    expect(array.usable).toBe(holding * 24e12);
    expect(array.read).toBeCloseTo(working * 285e6 * 0.75, 0);
  });

  it('an odd drive of mirrored pairs stands by', () => {
    const array = arrayOf(known('disk/nearline-raid10'), 7);
    expect(array.usable).toBe(3 * 24e12);
    expect(array.explanation).toContain('1 as spares');
  });

  it('one disk is one disk', () => {
    const array = arrayOf(known('disk/nearline'));
    expect([array.raw, array.usable, array.read, array.write]).toEqual([
      24e12, 24e12, 285e6, 285e6,
    ]);
    expect(array.explanation).toMatch(/^1 drive of 24 TB/);
  });

  it('a NAS says what its port lets through', () => {
    expect(arrayOf(known('nas/10g')).explanation).toContain(
      'at most 1.19 GB/s through the network port',
    );
  });
});
