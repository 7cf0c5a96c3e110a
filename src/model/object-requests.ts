/**
 * Numbers of objects, parts and write requests of an upload. See docs/model.md, section "Object
 * stores".
 */
import type { PartLimits } from '../catalog/storage-class.ts';

/** Share of a number that is rounding: means, and shares of days, come out a little above what they are. */
const ROUNDING = 1e-12;

const roundedUp = (number: number): number => Math.ceil(number * (1 - ROUNDING));

/**
 * Number of objects of a given size that hold so many bytes; the last one may be smaller.
 *
 * @example objectsFor(100, 16) // 7
 */
export const objectsFor = (bytes: number, objectBytes: number): number =>
  roundedUp(bytes / objectBytes);

/**
 * Number of parts (blocks) of one object; an empty object has one.
 *
 * @example partsOf(5 * 2 ** 30, 8 * 2 ** 20) // 640
 */
export const partsOf = (objectBytes: number, partBytes: number): number =>
  Math.max(1, roundedUp(objectBytes / partBytes));

/**
 * Billed writes of one object: 1, or its parts plus the additional writes.
 *
 * @param partBytes bytes of a part; an object up to this size is written in one request
 * @param commits additional writes of an object in parts: S3 begins and completes the upload, 2;
 *   Azure commits, 1
 * @example writesOf(5 * 2 ** 30, 8 * 2 ** 20, 1) // 641
 */
export function writesOf(objectBytes: number, partBytes: number, commits: number): number {
  const parts = partsOf(objectBytes, partBytes);
  return parts === 1 ? 1 : parts + commits;
}

/** A limit of a store that an upload exceeds. */
export type BrokenLimit =
  | 'object too large'
  | 'part too small'
  | 'part too large'
  | 'too many parts';

/**
 * The first limit that an object split into such parts exceeds; undefined if there is none.
 *
 * @example brokenLimit(100 * 2 ** 30, 5 * 2 ** 20, s3Limits) // 'too many parts': 20 480 of 10 000
 */
export function brokenLimit(
  objectBytes: number,
  partBytes: number,
  { most, least, largest, object }: PartLimits,
): BrokenLimit | undefined {
  if (objectBytes > object.value) return 'object too large';
  const parts = partsOf(objectBytes, partBytes);
  if (parts > 1 && partBytes < least.value) return 'part too small';
  if (Math.min(partBytes, objectBytes) > largest.value) return 'part too large';
  return parts > most.value ? 'too many parts' : undefined;
}

/** Objects that one request lists. */
const LISTED = 1000;

/**
 * Requests that list so many objects.
 *
 * @example listsFor(16_000) // 16
 */
export const listsFor = (objects: number): number => Math.ceil(objects / LISTED);
