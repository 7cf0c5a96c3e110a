/** What a tape drive does with a cartridge, and how fast. See docs/model.md, section "Tape". */
import type { TapeDrive } from '../catalog/tape-drive.ts';
import { BACKHITCH } from '../catalog/tape-drives.ts';

/** How fast a tape runs for a feed. */
export interface TapePace {
  /** bytes a second of the step that the tape runs at; undefined where it stops and starts */
  readonly step: number | undefined;
  /** bytes a second that are written or read */
  readonly rate: number;
  /** whether the feed is below the slowest step, so that the tape stops and repositions */
  readonly stopsAndStarts: boolean;
}

/** What holds a tape back beside its steps. */
export interface PaceLimits {
  /** native bytes a second of the drive with this cartridge; infinite where not given */
  readonly native?: number;
  /** share of a feed below the slowest step that stopping and starting costs; the catalog's where not given */
  readonly backhitch?: number;
}

/**
 * The pace of a tape that is fed with `feed`: it runs at the fastest step that is not above the
 * feed, and gives at most the native rate; below the slowest step it stops and starts, and the rate
 * is `feed * (1 - backhitch)`. Source: IBM, Speed matching.
 *
 * @param feed bytes a second that could be written or taken, native
 * @param steps bytes a second that the tape can run at, in any order
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

/** Seconds that a cartridge and a drive take beside moving bytes. */
export interface TapeHandling {
  /** the robot takes one cartridge from the drive and brings the next */
  readonly exchange: number;
  readonly load: number;
  readonly unload: number;
  /** from the load point to where data begins, on average */
  readonly locate: number;
  /** back to the load point, on average */
  readonly rewind: number;
  /** the same as part of an unload, for few, some and many bytes moved; else `rewind` */
  readonly rewindAtUnload?: {
    readonly little: number;
    readonly some: number;
    readonly much: number;
  };
  /** what the first load of a new cartridge takes more */
  readonly initialisation: number;
}

/**
 * The seconds of a drive of the catalog in a library whose robot takes `exchange`. New cartridges
 * take the mean of what is printed.
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

/** Where work on a cartridge begins: on a new one, at its load point, or at data further in. */
export type TapeStart = 'blank' | 'beginning' | 'middle';

/**
 * Seconds until the first byte: `exchange + load`, plus the initialisation of a new cartridge or
 * the way to the data.
 *
 * @example mountSeconds({ exchange: 20, load: 17, locate: 45, initialisation: 2400, … }, 'middle') // 82
 */
export function mountSeconds(handling: TapeHandling, start: TapeStart): number {
  const { exchange, load, locate, initialisation } = handling;
  const way = { blank: initialisation, beginning: 0, middle: locate }[start];
  return exchange + load + way;
}

/** Bytes moved up to which a rewind at an unload is short and middling. Source: IBM, as the times. */
const LITTLE = 5e9;
const SOME = 50e9;

/**
 * Seconds after the last byte until the drive lets go of the cartridge: rewind and unload. That the
 * robot takes it away is part of the next mount.
 *
 * @param moved bytes that were written or read since the load
 * @example dismountSeconds({ rewind: 55, unload: 30, … }, 1e12) // 85
 */
export function dismountSeconds(handling: TapeHandling, moved: number): number {
  const { rewind, rewindAtUnload, unload } = handling;
  if (rewindAtUnload === undefined) return rewind + unload;
  const { little, some, much } = rewindAtUnload;
  if (moved < LITTLE) return little + unload;
  return (moved <= SOME ? some : much) + unload;
}

/**
 * Seconds to write or read a cartridge from end to end, without its handling.
 *
 * @example fullCartridgeSeconds(18e12, 400e6) // 45000, which is 12.5 h
 */
export function fullCartridgeSeconds(capacity: number, rate: number): number {
  return capacity / rate;
}
