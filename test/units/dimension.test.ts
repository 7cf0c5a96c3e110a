import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Dimension,
  exact,
  format,
  parse,
  scaleFor,
  significant,
} from '../../src/units/dimension.ts';
import * as dimensions from '../../src/units/dimensions.ts';

const { BINARY_SIZE, COUNT, DURATION, FRACTION, FRACTION_RATE, POWER, RATE, SIZE } = dimensions;
const ALL = Object.entries(dimensions) as readonly (readonly [string, Dimension])[];

const readIn = (dimension: Dimension, text: string): number => {
  const parsed = parse(dimension as Dimension, text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`);
  return parsed.value;
};

/** Numbers of all sizes that a quantity may have. */
const numbers = fc.oneof(
  fc.double({ min: -1e24, max: 1e24, noNaN: true }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.integer(),
  fc.integer({ min: 0, max: 5000 }),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 60 }))
    .map(([n, k]) => n * 2 ** k),
);

describe.each(ALL)('%s', (_, dimension) => {
  it('reads exactly what it prints exactly', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        // Minus zero is zero.
        expect(readIn(dimension, exact(dimension, value))).toBe(value + 0);
      }),
      { numRuns: 500 },
    );
  });

  it('reads what it prints for people, to the digits that are printed', () => {
    const printed = fc.double({ min: 1e-6, max: 1e18, noNaN: true });
    fc.assert(
      fc.property(printed, fc.integer({ min: 1, max: 12 }), (value, digits) => {
        const [smallest = ''] = dimension.shown;
        fc.pre(value >= (dimension.units[smallest] ?? 1) * 1e-3);
        const read = readIn(dimension, format(dimension, value, digits));
        expect(Math.abs(read / value - 1)).toBeLessThanOrEqual(0.5 * 10 ** (1 - digits) + 1e-12);
      }),
    );
  });

  it('reads every unit it knows, and shows only such', () => {
    for (const [unit, factor] of Object.entries(dimension.units)) {
      expect(readIn(dimension, `3 ${unit}`)).toBe(3 * factor);
      expect(readIn(dimension, `3${unit}`)).toBe(3 * factor);
    }
    const shown = dimension.shown.map((unit) => dimension.units[unit] ?? 1);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect(dimension.shown.every((unit) => unit === '' || unit in dimension.units)).toBe(true);
  });

  it('has an example that is read', () => {
    expect(parse(dimension, dimension.example).ok).toBe(true);
  });

  it('reads any text or says what is wrong, with a hint', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parse(dimension as Dimension, text);
        if (parsed.ok) expect(Number.isFinite(parsed.value)).toBe(true);
        else expect([parsed.message, parsed.hint].every((said) => said.length > 5)).toBe(true);
      }),
    );
  });

  it('has hints that can be followed', () => {
    const units = fc.oneof(
      fc.constantFrom(...Object.keys(dimension.refused ?? { '': '' })),
      fc.constantFrom(...Object.keys(dimension.units)).map((unit) => unit.toUpperCase()),
      fc.constantFrom(...Object.keys(dimension.units)).map((unit) => unit.toLowerCase()),
    );
    fc.assert(
      fc.property(units, (unit) => {
        const parsed = parse(dimension, `7 ${unit}`);
        if (parsed.ok) return;
        for (const [, advice = ''] of parsed.hint.matchAll(/"([^"]*)"/g)) readIn(dimension, advice);
      }),
    );
  });
});

describe('quantities', () => {
  it('kB is 1000 bytes and KiB 1024 (IEC 80000-13); Gbit/s is a billion bits a second', () => {
    expect(readIn(SIZE, '1 kB')).toBe(1000);
    expect(readIn(SIZE, '1 KiB')).toBe(1024);
    expect(readIn(SIZE, '4 TiB')).toBe(4 * 1024 ** 4);
    expect(readIn(RATE, '1 Gbit/s')).toBe(125e6);
    expect(readIn(RATE, '1 GB/s')).toBe(1e9);
    expect(readIn(RATE, '86.4 GB/day')).toBeCloseTo(1e6, 6);
    expect(readIn(DURATION, '2 weeks')).toBe(1_209_600);
    expect(readIn(FRACTION_RATE, '36.5 %/year')).toBeCloseTo(0.001 / 86400, 18);
  });

  it('are read with digits parted, exponents, signs and no space', () => {
    expect(readIn(COUNT, '2_000_000')).toBe(2e6);
    expect(readIn(COUNT, '1e-6')).toBe(1e-6);
    expect(readIn(SIZE, '+.5e3GB')).toBe(5e11);
    expect(readIn(SIZE, '.25 TB')).toBe(2.5e11);
    expect(readIn(FRACTION, '-5 %')).toBe(-0.05);
    expect(readIn(FRACTION, ' 5 ‰ ')).toBe(0.005);
  });

  it.each([
    [RATE, '10 Mbps', 'write "10 Mbit/s"'],
    [RATE, '10 Gbps', 'write "10 Gbit/s"'],
    [RATE, '10 MBps', 'write "10 MB/s"'],
    [RATE, '1 Gb/s', 'write "1 Gbit/s" or "1 GB/s"'],
    [RATE, '1 GB/sec', 'write "1 GB/s"'],
    [RATE, '1 MiB/second', undefined],
    [RATE, '10 GB per day', 'write "10 GB/day"'],
    [RATE, '5 kbytes/s', 'write "5 kB/s"'],
    [RATE, '5 kbyte/s', 'write "5 kB/s"'],
    [RATE, '5 Mbits/s', 'write "5 Mbit/s"'],
    [RATE, '5 mbit/s', 'write "5 Mbit/s"'],
    [RATE, '5 MB/minutes', 'write "5 MB/min"'],
    [RATE, '5 MB/mins', 'write "5 MB/min"'],
    [RATE, '5 MB/hr', 'write "5 MB/h"'],
    [RATE, '5 MB/yr', 'write "5 MB/year"'],
    [RATE, '5 MB/years', 'write "5 MB/year"'],
    [RATE, '5 MB/mon', 'write "5 MB/month"'],
    [RATE, '5 MB/months', 'write "5 MB/month"'],
    [RATE, '5 MB/wk', 'write "5 MB/week"'],
    [RATE, '5 MB/weeks', 'write "5 MB/week"'],
    [RATE, '5 MB/days', 'write "5 MB/day"'],
    [RATE, '5 MB/hours', 'write "5 MB/h"'],
    [RATE, '5 MB/seconds', 'write "5 MB/s"'],
    [SIZE, '10 K', 'write "10 kB"'],
    [SIZE, '10 KB', 'write "10 kB"'],
    [SIZE, '10 Gb', 'write "10 GB"'],
    [SIZE, '10 T', 'write "10 TB"'],
    [SIZE, '10 tib', 'write "10 TiB"'],
    [DURATION, '5 m', 'write "5 min" or "5 months"'],
    [DURATION, '5 hrs', 'write "5 h"'],
    [DURATION, '5 secs', 'write "5 s"'],
    [DURATION, '5 sec', 'write "5 s"'],
    [DURATION, '5 mins', 'write "5 min"'],
    [DURATION, '5 mon', 'write "5 month"'],
    [DURATION, '5 w', 'write "5 week"'],
    [DURATION, '5 wks', 'write "5 week"'],
    [DURATION, '5 yrs', 'write "5 year"'],
    [DURATION, '5 Days', 'write "5 day"'],
    [SIZE, '10', 'write a number and a unit, for example "4 TiB"'],
    [COUNT, 'few', 'write a number, for example "2 million"'],
    [POWER, '5 horses', 'write a number and a unit, for example "400 W"; units are W, kW, MW'],
    [
      RATE,
      '5 horses',
      'write a number and a unit, for example "1 GB/s"; units are B/s, kB/s, MB/s, GB/s, TB/s and others',
    ],
    [SIZE, '1,5 TB', 'write 1000 or 1_000 for a thousand, 1.5 for one and a half'],
    [DURATION, '5 y', 'write "5 year"'],
    [FRACTION, '5 percent', 'write "5 %"'],
    [FRACTION_RATE, '8 % per year', 'write "8 %/year"'],
    [FRACTION_RATE, '8 %/a', 'write "8 %/year"'],
    [COUNT, '2 M', 'write "2 million"'],
  ])('%o: %s is taken or refused with what to write', (dimension, text, hint) => {
    const parsed = parse(dimension as Dimension, text);
    expect(parsed.ok ? undefined : parsed.hint).toBe(hint);
  });

  it.each([
    [SIZE, '10', '10 has no unit'],
    [SIZE, 'ten TB', '"ten TB" is not a size'],
    [SIZE, '', '"" is not a size'],
    [SIZE, 'Infinity', '"Infinity" is not a size'],
    [SIZE, 'NaN', '"NaN" is not a size'],
    [SIZE, '1e999 TB', '"1e999 TB" is not a finite number'],
    [SIZE, '1,5 TB', '"1,5 TB" has a comma in its number'],
    [SIZE, '+12,5 TB', '"+12,5 TB" has a comma in its number'],
    [SIZE, 'some 1,5 TB', '"some 1,5 TB" is not a size'],
    [SIZE, 'some 5 TB', '"some 5 TB" is not a size'],
    [SIZE, '5 TB\n2 GB', '"5 TB\n2 GB" is not a size'],
    [SIZE, '1e300 YB', '"1e300 YB" is too large'],
    [SIZE, '1 constructor', '"constructor" is not a unit of a size'],
    [SIZE, '1 TB 2', '"TB 2" is not a unit of a size'],
    [SIZE, '0x10 B', '"x10 B" is not a unit of a size'],
    [RATE, '1 parsec', '"parsec" is not a unit of a rate'],
  ])('%o: %j is refused', (dimension, text, message) => {
    const parsed = parse(dimension as Dimension, text);
    expect(parsed.ok ? '' : parsed.message).toBe(message);
    if (!parsed.ok) expect(parsed.hint.length).toBeLessThan(200);
  });
});

describe('printing', () => {
  it('takes the largest unit in which the value is at least 1', () => {
    expect(format(SIZE, 0)).toBe('0 B');
    expect(format(SIZE, 999)).toBe('999 B');
    expect(format(SIZE, 999.96)).toBe('1 kB');
    expect(format(SIZE, 1.5e12)).toBe('1.5 TB');
    expect(format(BINARY_SIZE, 1.5 * 2 ** 40)).toBe('1.5 TiB');
    expect(format(DURATION, 10_000)).toBe('2.78 h');
    expect(format(FRACTION_RATE, 0.08 / 365 / 86400)).toBe('8 %/year');
    expect(format(FRACTION_RATE, 0.03 / 86400)).toBe('3 %/day');
    expect(scaleFor(SIZE, 5e9)).toBe('GB');
    expect([scaleFor(SIZE, 999.5), scaleFor(SIZE, 999.4)]).toEqual(['kB', 'B']);
    expect(format(COUNT, 7)).toBe('7');
  });

  it('prints significant digits without an exponent', () => {
    expect(significant(123456, 3)).toBe('123000');
    expect(significant(0.00012345, 3)).toBe('0.000123');
    expect(significant(Number.POSITIVE_INFINITY, 3)).toBe('Infinity');
    expect(significant(0, 3)).toBe('0');
    expect([significant(0.5, 3), significant(1234.6, 4), significant(99.96, 3)]).toEqual([
      ...['0.5', '1235', '100'],
    ]);
  });

  it('prints exactly in the largest unit that loses nothing', () => {
    expect(exact(SIZE, 1e13)).toBe('10 TB');
    expect(exact(SIZE, 1_234_567_890_123)).toBe('1234567890123 B');
    expect(exact(FRACTION, 1)).toBe('100 %');
    expect([exact(SIZE, 1e12), exact(SIZE, 0.5), exact(SIZE, 0)]).toEqual([
      ...['1 TB', '0.5 B', '0 B'],
    ]);
    expect([exact(COUNT, 0), exact(COUNT, 7), exact(COUNT, 1e21)]).toEqual(['0', '7', '1e+21']);
  });
});
