import fc from 'fast-check';
import { DIALECTS, GFS_RULES, RULES } from '../../../src/scenario/keep.ts';
import { count, duration, longDuration, rate, share, uncertain } from './quantity-arbitrary.ts';
import { optionally, verbs } from './schedule-arbitrary.ts';

const numbers = (names: readonly string[], most: number, least = 0) =>
  fc
    .subarray([...names], { minLength: least })
    .chain((own) => fc.tuple(...own.map((name) => fc.tuple(fc.constant(name), fc.nat(most)))))
    .map((entries): Record<string, number> => Object.fromEntries(entries));

/** Fulls that are set aside; with most 0 the fields are there and say none. */
export const gfs = (most: number) => numbers(GFS_RULES, most);

/** Which points stay, by position or by the calendar; at least one does. */
export const keep = fc.oneof(
  optionally({ points: fc.integer({ min: 1, max: 40 }) }, { last: fc.constant(0) }),
  fc
    .tuple(
      numbers(RULES, 40, 1),
      optionally({}, { dialect: fc.constantFrom(...DIALECTS), within: duration }),
    )
    .map(([own, more]) => ({ ...own, daily: 7, ...more })),
);

/** How backups and copies are checked. */
export const verify = (files?: boolean) =>
  optionally(
    {},
    {
      ...verbs.verify,
      coverage: share(),
      rate: uncertain(rate, { write: (n) => `${n} MB/s` }, files ? 'rates.csv' : undefined),
      cores: count(64),
      recheck: longDuration,
    },
  );
