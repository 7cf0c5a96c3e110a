import { describe, expect, it } from 'vitest';
import { type Dimension, parse } from '../../src/units/dimension.ts';
import {
  COUNT,
  DISTANCE,
  DURATION,
  FRACTION,
  FRACTION_RATE,
  FREQUENCY,
  POWER,
  RATE,
  RATIO,
  SIZE,
} from '../../src/units/dimensions.ts';

/** Values that others have fixed: the SI, IEC 80000-13, and the calendar of this project. */
const KNOWN: readonly (readonly [Dimension, string, number])[] = [
  [SIZE, '1 B', 1],
  [SIZE, '1 kB', 1_000],
  [SIZE, '1 MB', 1_000_000],
  [SIZE, '1 GB', 1_000_000_000],
  [SIZE, '1 TB', 1_000_000_000_000],
  [SIZE, '1 PB', 1_000_000_000_000_000],
  [SIZE, '1 EB', 1e18],
  [SIZE, '1 ZB', 1e21],
  [SIZE, '1 YB', 1e24],
  [SIZE, '1 KiB', 1_024],
  [SIZE, '1 MiB', 1_048_576],
  [SIZE, '1 GiB', 1_073_741_824],
  [SIZE, '1 TiB', 1_099_511_627_776],
  [SIZE, '1 PiB', 1_125_899_906_842_624],
  [SIZE, '1 EiB', 2 ** 60],
  [SIZE, '7 bytes', 7],
  [DURATION, '1 ms', 0.001],
  [DURATION, '1 s', 1],
  [DURATION, '1 min', 60],
  [DURATION, '1 h', 3_600],
  [DURATION, '1 d', 86_400],
  [DURATION, '1 week', 604_800],
  [DURATION, '1 month', 2_592_000],
  [DURATION, '1 year', 31_536_000],
  [DURATION, '2 minutes', 120],
  [DURATION, '2 hours', 7_200],
  [DURATION, '2 days', 172_800],
  [DURATION, '2 months', 5_184_000],
  [DURATION, '2 years', 63_072_000],
  [RATE, '8 bit/s', 1],
  [RATE, '8 kbit/s', 1_000],
  [RATE, '8 Mbit/s', 1_000_000],
  [RATE, '10 Gbit/s', 1_250_000_000],
  [RATE, '8 Tbit/s', 1_000_000_000_000],
  [RATE, '1 MiB/s', 1_048_576],
  [RATE, '60 MB/min', 1_000_000],
  [RATE, '3.6 GB/h', 1_000_000],
  [RATE, '86.4 GB/d', 1_000_000],
  [RATE, '604.8 GB/week', 1_000_000],
  [RATE, '2592 GB/month', 1_000_000],
  [RATE, '31536 GB/year', 1_000_000],
  [POWER, '1 W', 1],
  [POWER, '1 kW', 1_000],
  [POWER, '1 MW', 1_000_000],
  [DISTANCE, '1 m', 1],
  [DISTANCE, '1 km', 1_000],
  [DISTANCE, '1 mi', 1_609.344],
  [FRACTION, '5 %', 0.05],
  [FRACTION, '5 ‰', 0.005],
  [FRACTION, '5 ppm', 0.000005],
  [FRACTION, '0.5', 0.5],
  [FRACTION_RATE, '1 /s', 1],
  [FRACTION_RATE, '86400 %/day', 0.01],
  [FRACTION_RATE, '86.4 /d', 0.001],
  [FRACTION_RATE, '604800 %/week', 0.01],
  [FRACTION_RATE, '2592000 %/month', 0.01],
  [FRACTION_RATE, '31536000 %/year', 0.01],
  [FREQUENCY, '4000 /s', 4_000],
  [FREQUENCY, '60 /min', 1],
  [FREQUENCY, '3600 /h', 1],
  [COUNT, '7', 7],
  [COUNT, '2 thousand', 2_000],
  [COUNT, '2 million', 2_000_000],
  [COUNT, '2 billion', 2_000_000_000],
  [COUNT, '2 trillion', 2_000_000_000_000],
  [RATIO, '2.2:1', 2.2],
  [RATIO, '2.2', 2.2],
];

describe('units', () => {
  it.each(KNOWN)('%o: %s', (dimension, text, value) => {
    const parsed = parse(dimension, text);
    expect(parsed).toMatchObject({ ok: true });
    if (parsed.ok) expect(parsed.value / value).toBeCloseTo(1, 14);
  });

  it.each([
    [SIZE, 'a size'],
    [DURATION, 'a length of time'],
    [RATE, 'a rate'],
    [POWER, 'a power'],
    [DISTANCE, 'a distance'],
    [FRACTION, 'a share'],
    [FRACTION_RATE, 'a yearly or daily share'],
    [FREQUENCY, 'a number in a second'],
    [COUNT, 'a number'],
    [RATIO, 'a ratio'],
  ] as readonly (readonly [Dimension, string])[])('%o is called %s', (dimension, what) => {
    expect(parse(dimension, 'much')).toMatchObject({ message: `"much" is not ${what}` });
  });

  it.each([
    [COUNT, '2 k', 'write "2 thousand"'],
    [COUNT, '2 K', 'write "2 thousand"'],
    [COUNT, '2 m', 'write "2 million"'],
    [COUNT, '2 bn', 'write "2 billion"'],
    [RATE, '1 kb/s', 'write "1 kbit/s" or "1 kB/s"'],
    [RATE, '1 Mb/s', 'write "1 Mbit/s" or "1 MB/s"'],
    [RATE, '1 Tb/s', 'write "1 Tbit/s" or "1 TB/s"'],
  ] as readonly (readonly [Dimension, string, string])[])(
    '%o: %s may be either: %s',
    (dimension, text, hint) => {
      expect(parse(dimension, text)).toMatchObject({ ok: false, hint });
    },
  );
});
