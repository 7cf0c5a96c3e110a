import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleOf } from '../../../src/report/result/scale.ts';

const size = fc.double({ min: 0, max: 1e18, noNaN: true });

describe('the scale of a column', () => {
  it('gives figures one unit unless they are too small for it', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 2, maxLength: 8 }), (values) => {
        const print = scaleOf('bytes', values);
        const largest = Math.max(...values);
        const units = values
          .filter((value) => value > largest / 10)
          .map((value) => print(value).unit);
        expect(new Set(units).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never says all of a share that is less, nor nothing of one that is more', () => {
    const print = scaleOf('share', []);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (share) => {
        expect(print(share).number).not.toBe('100');
        expect(print(share).number).not.toBe('0');
      }),
    );
    expect(print(1).number).toBe('100');
    expect(print(0).number).toBe('0');
    expect(print(0.99958).number).toBe('99.96');
  });

  it.each([
    ['seconds', [86_400], '24 h'],
    ['seconds', [7 * 86_400], '7 d'],
    ['seconds', [0.0025], '2.5 ms'],
    ['seconds', [0], '0 s'],
    ['count', [1826], '1826'],
    ['count', [2_000_001], '2000001'],
    ['bytes', [12.3e12], '12.3 TB'],
    ['bytes', [999], '999 B'],
  ] as const)('prints %s %j as %s', (unit, values, words) => {
    const { number, unit: shown } = scaleOf(unit, values)(values[0]);
    expect(`${number} ${shown}`.trim()).toBe(words);
  });

  it('gives sizes in binary units as well', () => {
    expect(scaleOf('bytes', [12.3e12])(12.3e12).also).toBe('11.2 TiB');
    expect(scaleOf('bytes', [999])(999).also).toBe('');
  });

  it('keeps hours beside milliseconds readable', () => {
    const print = scaleOf('seconds', [7200, 0.004]);
    expect(print(7200)).toMatchObject({ number: '2', unit: 'h' });
    expect(print(0.004)).toMatchObject({ number: '4', unit: 'ms' });
  });
});
