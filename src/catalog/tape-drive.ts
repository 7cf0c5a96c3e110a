import type { Sourced, SourcedSeries } from './sourced.ts';

/**
 * Seconds of the rewind in an unload, by bytes moved since the load: `little` below 5 GB, `some` 5
 * to 50 GB, `much` above.
 */
export interface RewindAtUnload {
  readonly little: Sourced;
  readonly some: Sourced;
  readonly much: Sourced;
}

/**
 * A tape drive with a cartridge of its own generation.
 *
 * @property name `lto-9` is the full-height drive, `lto-9-hh` the half-height one.
 * @property capacity native capacity of a cartridge in bytes.
 * @property rate native rate on a cartridge of its generation, in bytes/s.
 * @property onOlderMedia native rate on older cartridges, by generation, in bytes/s.
 * @property steps speeds for speed matching, native bytes/s from fast to slow; a feed below the
 *   last makes the tape stop and start (backhitch).
 * @property compressedRate cap of the host rate in bytes/s, whatever the compression ratio.
 * @property load, unload seconds until ready, and to eject a rewound cartridge.
 * @property locate, rewind mean seconds to locate from the load point, and to rewind to it.
 * @property rewindAtUnload absent if only the mean rewind is known.
 * @property initialisation extra seconds of the first load of a new cartridge; plans take the mean.
 * @property bitErrors uncorrectable errors per bit read.
 * @property loads, fullPasses rated life of a cartridge: loads, and full end-to-end uses.
 * @property backhitch share of a feed below the slowest step that is lost to backhitch.
 */
export interface TapeDrive {
  readonly name: string;
  readonly title: string;
  readonly generation: number;
  readonly capacity: Sourced;
  readonly rate: Sourced;
  readonly onOlderMedia: Readonly<Record<string, Sourced>>;
  readonly steps: SourcedSeries;
  readonly compressedRate?: Sourced;
  readonly load: Sourced;
  readonly unload: Sourced;
  readonly locate: Sourced;
  readonly rewind: Sourced;
  readonly rewindAtUnload?: RewindAtUnload;
  readonly initialisation: {
    readonly least: Sourced;
    readonly mean: Sourced;
    readonly most: Sourced;
  };
  readonly bitErrors: Sourced;
  readonly loads: Sourced;
  readonly fullPasses: Sourced;
  readonly cartridgePrice: Sourced;
  readonly drivePrice: Sourced;
  readonly backhitch: Sourced;
}
