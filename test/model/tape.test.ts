import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAPE_DRIVES, tapeDrive } from '../../src/catalog/tape-drives.ts';
import {
  dismountSeconds,
  handlingOf,
  mountSeconds,
  type TapeHandling,
  tapePace,
} from '../../src/model/tape.ts';
import { fullCartridgeSeconds } from '../oracles/formulas/full-cartridge.ts';
import { present } from '../oracles/front-door.ts';

const steps = fc.array(fc.double({ min: 1e6, max: 1e9, noNaN: true }), {
  minLength: 1,
  maxLength: 14,
});
const feed = fc.double({ min: 0, max: 2e9, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('tapePace, laws', () => {
  it('runs at a step not above the feed, and no step lies between', () => {
    fc.assert(
      fc.property(feed, steps, (given, all) => {
        const { step, stopsAndStarts } = tapePace(given, all);
        expect(stopsAndStarts).toBe(given < Math.min(...all));
        expect(step).toBe(
          stopsAndStarts ? undefined : Math.max(...all.filter((each) => each <= given)),
        );
      }),
    );
  });

  it('never gives more than the feed or the native rate, and a better feed never gives less', () => {
    fc.assert(
      fc.property(feed, feed, steps, share, feed, (a, b, all, backhitch, native) => {
        const rate = (given: number): number => tapePace(given, all, { native, backhitch }).rate;
        expect(rate(a)).toBeLessThanOrEqual(Math.min(a, native));
        expect(rate(Math.min(a, b))).toBeLessThanOrEqual(rate(Math.max(a, b)));
      }),
    );
  });

  it('stopping and starting costs its share of the feed', () => {
    expect(tapePace(150e6, [408e6, 177e6], { backhitch: 0.2 })).toEqual({
      step: undefined,
      rate: 120e6,
      stopsAndStarts: true,
    });
    expect(tapePace(100e6, [177e6]).rate).toBe(90e6);
    expect(tapePace(0, [177e6]).rate).toBe(0);
  });

  it('the fastest step of LTO-9 lies above its native rate, which is what it gives', () => {
    const { steps: given, rate } = present(tapeDrive('lto-9'), 'lto-9');
    expect(tapePace(1e9, given.values, { native: rate.value })).toEqual({
      step: 408e6,
      rate: 400e6,
      stopsAndStarts: false,
    });
  });
});

describe('handling', () => {
  const lto9 = handlingOf(present(tapeDrive('lto-9'), 'lto-9'), 20);

  it('of LTO-9, as IBM prints it', () => {
    expect(mountSeconds(lto9, 'beginning')).toBe(37);
    expect(mountSeconds(lto9, 'middle')).toBe(82);
    expect(mountSeconds(lto9, 'blank')).toBe(2437);
    expect([0, 4.9e9, 5e9, 50e9, 51e9].map((moved) => dismountSeconds(lto9, moved))).toEqual([
      85, 85, 140, 140, 195,
    ]);
  });

  it('takes the average rewind where nothing else is known', () => {
    const lto10 = handlingOf(present(tapeDrive('lto-10'), 'lto-10'), 20);
    expect(lto10.rewindAtUnload).toBeUndefined();
    expect(dismountSeconds(lto10, 1e13)).toBe(62 + 27);
    expect(mountSeconds(lto10, 'blank')).toBe(mountSeconds(lto10, 'beginning'));
  });

  it('is the sum of its parts', () => {
    const second = fc.double({ min: 0, max: 1e4, noNaN: true });
    const handling: fc.Arbitrary<TapeHandling> = fc.record({
      exchange: second,
      load: second,
      unload: second,
      locate: second,
      rewind: second,
      initialisation: second,
    });
    fc.assert(
      fc.property(handling, feed, (given, moved) => {
        const { exchange, load, unload, locate, rewind, initialisation } = given;
        expect(mountSeconds(given, 'beginning')).toBe(exchange + load);
        expect(mountSeconds(given, 'middle')).toBe(exchange + load + locate);
        expect(mountSeconds(given, 'blank')).toBe(exchange + load + initialisation);
        expect(dismountSeconds(given, moved)).toBe(rewind + unload);
      }),
    );
  });
});

describe('fullCartridgeSeconds', () => {
  it('of the catalog, in hours', () => {
    const hours = TAPE_DRIVES.map(({ name, capacity, rate }) => [
      name,
      (fullCartridgeSeconds(capacity.value, rate.value) / 3600).toFixed(2),
    ]);
    expect(Object.fromEntries(hours)).toEqual({
      'lto-5': '2.98',
      'lto-6': '4.34',
      'lto-7': '5.56',
      'lto-7-hh': '5.56',
      'lto-8': '9.26',
      'lto-8-hh': '11.11',
      'lto-9': '12.50',
      'lto-9-hh': '16.67',
      'lto-10': '20.83',
      'lto-10-40tb': '27.78',
    });
  });
});
