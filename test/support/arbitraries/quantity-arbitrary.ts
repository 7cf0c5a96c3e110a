import fc from 'fast-check';

/** A quantity as people write it: a number and its unit. */
const written = (
  units: readonly string[],
  number: fc.Arbitrary<number> = fc.integer({ min: 1, max: 9000 }),
): fc.Arbitrary<string> =>
  fc.tuple(number, fc.constantFrom(...units)).map(([value, unit]) => `${value} ${unit}`);

const decimal = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least * 1000, max: most * 1000 }).map((value) => value / 1000);

export const size = written(['MB', 'GB', 'TB', 'MiB', 'GiB', 'TiB', 'bytes']);
export const pieceSize = written(['B', 'kB', 'KiB', 'MiB'], fc.integer({ min: 1, max: 4096 }));
export const rate = written(['MB/s', 'MiB/s', 'GB/h', 'TB/day', 'Mbit/s', 'Gbit/s']);
export const duration = written(['ms', 's', 'min', 'h', 'd', 'weeks']);
/** A length of time of an hour or more. */
export const longDuration = written(['h', 'd', 'weeks']);
export const distance = written(['m', 'km', 'mi']);
export const frequency = written(['/s', '/min', '/h']);
/** As much in a year in any unit: 80 % a day would soon be more than there can be. */
export const growthShare = fc
  .tuple(decimal(-50, 80), fc.constantFrom('year', 'month', 'day', 'd'))
  .map(([value, time]) => `${value / { year: 1, month: 12, day: 365, d: 365 }[time]} %/${time}`);
/** A share above 0 and at most `most` per cent, as per cent or bare. */
export const share = (most = 100): fc.Arbitrary<string | number> =>
  fc.oneof(
    decimal(0.001, most).map((value) => `${value} %`),
    decimal(0.001, most / 100),
    written(['ppm', '‰'], fc.integer({ min: 1, max: most * 10 })),
  );
/** A number of things, from 1. */
export const count = (most = 5000): fc.Arbitrary<string | number> =>
  fc.oneof(
    fc.integer({ min: 1, max: most }),
    fc.integer({ min: 1, max: most }).map(String),
    ...(most >= 1e6 ? [written(['thousand', 'million'], fc.integer({ min: 1, max: 900 }))] : []),
  );
/** A ratio of at least 1. */
export const ratio: fc.Arbitrary<string | number> = fc.oneof(
  decimal(1, 9),
  decimal(1, 9).map((value) => `${value}:1`),
);

/** Low, middle and high values of one quantity, written in one unit. */
interface Spread {
  /** Writes a number between 1 and 100. */
  readonly write: (value: number) => string | number;
  /** The largest per cent of a ± that stays possible at 100. */
  readonly most?: number;
}

/**
 * The ways in which a quantity can be uncertain, and the plain one.
 *
 * @param file adds the samples of a file of that name.
 */
export function uncertain(
  plain: fc.Arbitrary<string | number>,
  { write, most = 60 }: Spread,
  file?: string,
): fc.Arbitrary<unknown> {
  const three = fc
    .tuple(decimal(1, 30), decimal(1, 30), decimal(1, 30))
    .map(([a, b, c]): [number, number, number] => [a, a + b, a + b + c]);
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    fc
      .tuple(decimal(50, 60), fc.integer({ min: 0, max: most }), fc.constantFrom('±', '+-', '+/-'))
      .map(([value, spread, sign]) => `${write(value)} ${sign} ${spread} %`),
    three.map(([low, , high]) => ({ p10: write(low), p90: write(high) })),
    fc
      .tuple(decimal(1, 90), decimal(0.01, 2))
      .map(([median, sigma]) => ({ lognormal: { median: write(median), sigma } })),
    three.map((values) => ({ triangular: values.map(write) })),
    ...(file === undefined ? [] : [fc.constant({ sample: file })]),
  );
}
