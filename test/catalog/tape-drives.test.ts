import { describe, expect, it } from 'vitest';
import { TAPE_DRIVES, tapeDrive } from '../../src/catalog/tape-drives.ts';
import { driveOf, TAPE_PROFILES, tapeProfile } from '../../src/catalog/tape-libraries.ts';
import { present } from '../oracles/front-door.ts';

const named = (name: string) => present(tapeDrive(name), name);

describe('tape drives', () => {
  it.each(TAPE_DRIVES)('$name: steps fall, and the fastest is about the native rate', (drive) => {
    const { values } = drive.steps;
    expect([...values].sort((a, b) => b - a)).toEqual(values);
    expect(new Set(values).size).toBe(values.length);
    expect((values[0] ?? 0) / drive.rate.value).toBeGreaterThan(0.94);
    expect((values[0] ?? 0) / drive.rate.value).toBeLessThan(1.03);
    const { least, mean, most } = drive.initialisation;
    expect(least.value).toBeLessThanOrEqual(mean.value);
    expect(mean.value).toBeLessThanOrEqual(most.value);
  });

  it('a half-height drive reaches only steps of the full-height one, and writes the same cartridge', () => {
    const half = TAPE_DRIVES.filter(({ name }) => name.endsWith('-hh'));
    expect(half.map(({ name }) => name)).toEqual(['lto-7-hh', 'lto-8-hh', 'lto-9-hh']);
    for (const drive of half) {
      const full = named(drive.name.replace('-hh', ''));
      for (const step of drive.steps.values) expect(full.steps.values).toContain(step);
      expect(drive.capacity).toEqual(full.capacity);
    }
    expect(half.map(({ steps }) => steps.values.length)).toEqual([12, 9, 6]);
  });

  it('a drive of a generation holds more than one of the generation before', () => {
    for (const drive of TAPE_DRIVES) {
      const older = TAPE_DRIVES.filter(({ generation }) => generation < drive.generation);
      for (const { capacity } of older) {
        expect(drive.capacity.value).toBeGreaterThan(capacity.value);
      }
    }
  });

  it('only LTO-9 initialises new cartridges', () => {
    const slow = TAPE_DRIVES.filter(({ initialisation }) => initialisation.mean.value > 0);
    expect(slow.map(({ name }) => name)).toEqual(['lto-9', 'lto-9-hh']);
    const minutes = slow.map(({ initialisation: { least, mean, most } }) =>
      [least, mean, most].map(({ value }) => value / 60),
    );
    expect(minutes).toEqual([
      [20, 40, 120],
      [40, 40, 132],
    ]);
  });
});

describe('tape libraries', () => {
  it.each(TAPE_PROFILES)('$name has a drive of the catalog and room for data', (profile) => {
    expect(driveOf(profile).name).toBe(profile.drive);
    expect(profile.slots - profile.cleaningSlots).toBeGreaterThan(0);
    expect(profile.drives).toBeGreaterThanOrEqual(1);
  });

  it('a library with a drive that is not there is a bug', () => {
    const library = present(tapeProfile('tape/lto9'), 'tape/lto9');
    expect(() => driveOf({ ...library, drive: 'dat-72' })).toThrow('no tape drive dat-72');
  });
});
