/** How many objects, parts and writes an upload makes. See docs/model.md, section "Object stores". */
import type { PartLimits } from '../catalog/storage-class.ts';

/**
 * Objects of a size that hold so many bytes; the last one may be smaller.
 *
 * @example objectsFor(100, 16) // 7
 */
export const objectsFor = (bytes: number, objectBytes: number): number =>
  Math.ceil(bytes / objectBytes);

/**
 * Parts (blocks) of one object; an empty object is one.
 *
 * @example partsOf(5 * 2 ** 30, 8 * 2 ** 20) // 640
 */
export const partsOf = (objectBytes: number, partBytes: number): number =>
  Math.max(1, Math.ceil(objectBytes / partBytes));

/** How an upload is cut and what it writes besides. */
export interface UploadGeometry {
  /** bytes of a part; an object that is no larger is written at once */
  readonly partBytes: number;
  /** writes of an object in parts besides its parts: S3 begins and completes, 2; Azure commits, 1 */
  readonly commits: number;
}

/**
 * Billed writes of one object: its parts and what opens and closes them, or one.
 *
 * @example writesOf(5 * 2 ** 30, { partBytes: 8 * 2 ** 20, commits: 1 }) // 641
 */
export function writesOf(objectBytes: number, { partBytes, commits }: UploadGeometry): number {
  const parts = partsOf(objectBytes, partBytes);
  return parts === 1 ? 1 : parts + commits;
}

/** Which limit of a store an upload breaks. */
export type BrokenLimit =
  | 'object too large'
  | 'part too small'
  | 'part too large'
  | 'too many parts';

/**
 * The limit that an object cut into such parts breaks, the first of them; undefined where it fits.
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
