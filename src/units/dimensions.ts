import type { Dimension } from './dimension.ts';
import type {
  Bytes,
  BytesPerSecond,
  Count,
  Fraction,
  FractionPerSecond,
  Metres,
  PerSecond,
  Ratio,
  Seconds,
  Watts,
} from './quantity.ts';

const DECIMAL = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18, Z: 1e21, Y: 1e24 };
const BINARY = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 };
const TIMES = { s: 1, second: 1, min: 60, minute: 60, h: 3600, hour: 3600, d: 86400, day: 86400 };
const LONG_TIMES = { week: 7 * 86400, month: 30 * 86400, year: 365 * 86400 };

const byteUnits: Record<string, number> = { B: 1 };
const bitUnits: Record<string, number> = { bit: 1 / 8 };
for (const [prefix, factor] of Object.entries(DECIMAL)) {
  byteUnits[`${prefix}B`] = factor;
  bitUnits[`${prefix}bit`] = factor / 8;
}
for (const [prefix, factor] of Object.entries(BINARY)) byteUnits[`${prefix}B`] = factor;

const plural = (table: Readonly<Record<string, number>>): Record<string, number> => {
  const all: Record<string, number> = { ...table };
  for (const [name, factor] of Object.entries(table)) if (name.length > 3) all[`${name}s`] = factor;
  return all;
};

const per = (
  amounts: Readonly<Record<string, number>>,
  times: Readonly<Record<string, number>>,
): Record<string, number> => {
  const all: Record<string, number> = {};
  for (const [amount, size] of Object.entries(amounts)) {
    for (const [time, length] of Object.entries(times)) all[`${amount}/${time}`] = size / length;
  }
  return all;
};

/** Sizes; kB = 1000 B (SI), KiB = 1024 B (IEC 80000-13). Base unit: byte. */
export const SIZE: Dimension<Bytes> = {
  what: 'a size',
  example: '4 TiB',
  units: { ...byteUnits, byte: 1, bytes: 1 },
  shown: ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'],
  range: [1e-3, 1e24],
  refused: { KB: 'kB', K: 'kB', k: 'kB', M: 'MB', G: 'GB', T: 'TB', P: 'PB', Kb: 'kB' },
};

/** Sizes with output in binary units. */
export const BINARY_SIZE: Dimension<Bytes> = {
  ...SIZE,
  shown: ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'],
};

/** Durations; a month is 30 days and a year 365. Base unit: second. */
export const DURATION: Dimension<Seconds> = {
  what: 'a length of time',
  example: '4 h',
  units: {
    ms: 1e-3,
    millisecond: 1e-3,
    milliseconds: 1e-3,
    ...plural(TIMES),
    days: 86400,
    hours: 3600,
    ...plural(LONG_TIMES),
  },
  shown: ['ms', 's', 'min', 'h', 'd'],
  range: [1e-9, 1e4 * 365 * 86400],
  refused: { m: ['min', 'months'] },
};

/** Data rates, in bytes or bits; `Gbit/s` is 10^9 bits per second. Base unit: B/s. */
export const RATE: Dimension<BytesPerSecond> = {
  what: 'a rate',
  example: '1 GB/s',
  units: { ...per(byteUnits, { ...TIMES, ...LONG_TIMES }), ...per(bitUnits, { s: 1 }) },
  shown: ['B/s', 'kB/s', 'MB/s', 'GB/s', 'TB/s'],
  range: [1e-9, 1e18],
  refused: Object.fromEntries(
    ['k', 'M', 'G', 'T'].map((prefix) => [`${prefix}b/s`, [`${prefix}bit/s`, `${prefix}B/s`]]),
  ),
};

/** Electric power; base unit: watt. */
export const POWER: Dimension<Watts> = {
  what: 'a power',
  example: '400 W',
  units: { W: 1, kW: 1e3, MW: 1e6 },
  shown: ['W', 'kW', 'MW'],
  range: [1e-9, 1e12],
};

/** Distances; base unit: metre. */
export const DISTANCE: Dimension<Metres> = {
  what: 'a distance',
  example: '500 km',
  units: { m: 1, km: 1000, mi: 1609.344 },
  shown: ['m', 'km'],
  range: [1e-6, 1e12],
};

/** Shares of a whole; a number without a unit is a share, 1 is the whole. */
export const FRACTION: Dimension<Fraction> = {
  what: 'a share',
  example: '5 %',
  units: { '%': 0.01, '‰': 0.001, ppm: 1e-6 },
  shown: ['%'],
  range: [1e-18, 1e6],
  bare: true,
};

/** Shares per time; base unit: share per second. */
export const FRACTION_RATE: Dimension<FractionPerSecond> = {
  what: 'a yearly or daily share',
  example: '8 %/year',
  units: { '/s': 1, ...per({ '%': 0.01, '': 1 }, { ...LONG_TIMES, day: 86400, d: 86400 }) },
  shown: ['%/year', '%/day'],
  range: [1e-18, 1],
};

/** Frequencies, such as files scanned per second. Base unit: 1/s. */
export const FREQUENCY: Dimension<PerSecond> = {
  what: 'a number in a second',
  example: '4000 /s',
  units: { '/s': 1, '/min': 1 / 60, '/h': 1 / 3600 },
  shown: ['/s'],
  range: [1e-9, 1e12],
};

/** Counts, with words for large numbers. */
export const COUNT: Dimension<Count> = {
  what: 'a number',
  example: '2 million',
  units: { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
  refused: { k: 'thousand', K: 'thousand', M: 'million', m: 'million', bn: 'billion' },
  shown: [''],
  range: [1e-9, 1e18],
  bare: true,
};

/** Ratios such as 2.2, also written 2.2:1. */
export const RATIO: Dimension<Ratio> = {
  what: 'a ratio',
  example: '2.2',
  units: { ':1': 1 },
  shown: [''],
  range: [1e-9, 1e9],
  bare: true,
};
