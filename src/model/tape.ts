/** Tape drives: handling of cartridges and speed. See docs/model.md, section "Tape". */
import type { TapeDrive } from '../catalog/tape-drive.ts';
import { BACKHITCH } from '../catalog/tape-drives.ts';

/** The speed of a tape for a given feed. */
export interface TapePace {
  /** bytes a second of the speed step in use; undefined if the tape stops and starts */
  readonly step: number | undefined;
  /** bytes a second written or read */
  readonly rate: number;
  /**
   * whether the feed is below the slowest step, so that the tape repeatedly stops and repositions
   */
  readonly stopsAndStarts: boolean;
}

/** Limits on the speed in addition to the steps. */
export interface PaceLimits {
  /** native bytes a second of the drive with this cartridge; infinite if omitted */
  readonly native?: number;
  /** share of the rate lost to repositioning below the slowest step; default from the catalog */
  readonly backhitch?: number;
}

/**
 * The speed of a tape for a feed: the fastest step that is not above the feed, but at most the
 * native rate. Below the slowest step the tape stops and starts, and the rate is `feed * (1 -
 * backhitch)`. Source: IBM, Speed matching.
 *
 * @param feed native bytes a second that the other side could deliver or accept
 * @param steps speeds of the tape in bytes a second, in any order
 * @example tapePace(280e6, [408e6, 263e6, 177e6]) // { step: 263e6, rate: 263e6, stopsAndStarts: false }
 */
export function tapePace(
  feed: number,
  steps: readonly number[],
  { native = Number.POSITIVE_INFINITY, backhitch = BACKHITCH.value }: PaceLimits = {},
): TapePace {
  const step = steps.reduce((best, each) => (each <= feed && each > best ? each : best), 0);
  if (step > 0) return { step, rate: Math.min(step, native), stopsAndStarts: false };
  const rate = Math.min(feed, native) * (1 - backhitch);
  return { step: undefined, rate, stopsAndStarts: true };
}

/** Seconds of handling a cartridge in a drive, in addition to moving bytes. */
export interface TapeHandling {
  /** the robot removes one cartridge from the drive and brings the next */
  readonly exchange: number;
  readonly load: number;
  readonly unload: number;
  /** from the load point to the data, on average */
  readonly locate: number;
  /** back to the load point, on average */
  readonly rewind: number;
  /** rewind at an unload after few, some and many bytes moved; `rewind` if omitted */
  readonly rewindAtUnload?: {
    readonly little: number;
    readonly some: number;
    readonly much: number;
  };
  /** additional time of the first load of a new cartridge */
  readonly initialisation: number;
}

/**
 * Handling times of a catalog drive in a library whose robot needs `exchange` seconds. For new
 * cartridges, the published mean is used.
 *
 * @example
 * const lto9 = tapeDrive('lto-9');
 * if (lto9) handlingOf(lto9, 20).initialisation // 2400
 */
export function handlingOf(drive: TapeDrive, exchange: number): TapeHandling {
  const { load, unload, locate, rewind, rewindAtUnload, initialisation } = drive;
  return {
    exchange,
    load: load.value,
    unload: unload.value,
    locate: locate.value,
    rewind: rewind.value,
    initialisation: initialisation.mean.value,
    ...(rewindAtUnload && {
      rewindAtUnload: {
        little: rewindAtUnload.little.value,
        some: rewindAtUnload.some.value,
        much: rewindAtUnload.much.value,
      },
    }),
  };
}

/** Where work begins: on a new cartridge, at the load point, or at data further in. */
export type TapeStart = 'blank' | 'beginning' | 'middle';

/**
 * Seconds until the first byte: `exchange + load`, plus the initialisation of a new cartridge or
 * the locate to the data.
 *
 * @example mountSeconds({ exchange: 20, load: 17, locate: 45, initialisation: 2400, … }, 'middle') // 82
 */
export function mountSeconds(handling: TapeHandling, start: TapeStart): number {
  const { exchange, load, locate, initialisation } = handling;
  const positioning = { blank: initialisation, beginning: 0, middle: locate }[start];
  return exchange + load + positioning;
}

/**
 * Limits in bytes moved for a short and a medium rewind at an unload. Source: IBM, as the times.
 */
const LITTLE = 5e9;
const SOME = 50e9;

/**
 * Seconds from the last byte until the drive releases the cartridge: rewind and unload. Its removal
 * by the robot belongs to the next mount.
 *
 * @param moved bytes written or read since the load
 * @example dismountSeconds({ rewind: 55, unload: 30, … }, 1e12) // 85
 */
export function dismountSeconds(handling: TapeHandling, moved: number): number {
  const { rewind, rewindAtUnload, unload } = handling;
  if (rewindAtUnload === undefined) return rewind + unload;
  const { little, some, much } = rewindAtUnload;
  if (moved < LITTLE) return little + unload;
  return (moved <= SOME ? some : much) + unload;
}
