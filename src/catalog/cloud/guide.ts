import { ASSUMED, assumed, type Origin, type Sourced, sourced } from '../sourced.ts';
import type { PriceTier, Retrieval } from '../storage-class.ts';

/** Binary sizes in bytes. */
export const [KIB, MIB, GIB, TIB] = [2 ** 10, 2 ** 20, 2 ** 30, 2 ** 40];
/** Durations in seconds. */
export const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** User guide of Amazon S3; no other provider publishes advice on concurrent requests. */
export const S3_GUIDE: Origin = {
  source: 'awsdocs/amazon-s3-userguide (performance guidelines, storage classes, quotas)',
  date: '2023-06-09',
  grade: 'published',
};

/** Origin of common knowledge that was not checked for this catalog. */
export const recalled = (source: string, date = '2026'): Origin => ({
  source,
  date,
  grade: 'unverified',
});

/** Stream rate and first-byte latency for providers that publish neither. */
export const LIKE_S3 = {
  stream: assumed(87.5e6, 'B/s', 'as the S3 user guide advises: a request for each 85-90 MB/s'),
  firstByte: assumed(0.15, 's', 'as the S3 user guide says of S3: 100 to 200 ms'),
} as const;

/** Retrieval without a thaw, priced per byte. */
export function online(data: Sourced): Retrieval {
  const { source, date, grade } = data;
  const atOnce = sourced(0, 's', { source, date, grade }, 'no thaw');
  return { name: 'online', data, least: atOnce, most: atOnce };
}

/** A single price without tiers. */
export const flat = (price: Sourced): readonly PriceTier[] => [{ price }];

/** A price of 0: the price list has no such item. */
export const free = (unit: Sourced['unit'], origin: Origin = ASSUMED): Sourced =>
  sourced(0, unit, origin, 'the price list has no such line');
