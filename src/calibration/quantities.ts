/**
 * What a run had to do. Bytes are counted before compression, but for `stored` and `held`.
 *
 * @property files that were walked, checked, or written back.
 * @property changed files that had to be read: new, changed or renamed; all of a full.
 * @property beside files in folders in which something changed.
 * @property read bytes of the files that had to be read.
 * @property shrinking those of them that a codec shrinks: nearly incompressible bytes pass it by.
 * @property fresh bytes that the repository has not held, before compression.
 * @property ratio how far they compress, before ÷ after.
 * @property stored bytes that the run added to the repository.
 * @property held bytes in the repository afterwards.
 * @property pieces files in the repository afterwards.
 */
export interface Quantities {
  readonly files: number;
  readonly changed: number;
  readonly beside: number;
  readonly read: number;
  readonly shrinking: number;
  readonly fresh: number;
  readonly ratio: number;
  readonly stored: number;
  readonly held: number;
  readonly pieces: number;
}

/** A compressibility above which data count as shrinking. */
export const SHRINKS_FROM = 1.1;
