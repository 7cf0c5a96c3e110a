import type { Sourced, SourcedSeries } from './sourced.ts';

/**
 * Seconds of the rewind that is part of an unload, by the bytes that were moved since the load:
 * below 5 GB, 5 to 50 GB, and more.
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
 * @property capacity native bytes of a cartridge.
 * @property rate native bytes per second on a cartridge of its generation.
 * @property onOlderMedia native bytes per second on older cartridges that it reads.
 * @property steps native bytes per second that the tape can run at, from fast to slow; below the
 *   last one it stops and starts.
 * @property compressedRate most bytes per second of the host, however well they compress.
 * @property load, unload seconds until ready, and to let go of a rewound cartridge.
 * @property locate, rewind seconds, on average, from the load point and back.
 * @property rewindAtUnload absent where only the average rewind is known.
 * @property initialisation seconds that the first load of a new cartridge takes more: mean, most.
 * @property bitErrors uncorrectable errors in a bit that is read.
 * @property loads, fullPasses what a cartridge is made for: loads, and times written or read whole.
 * @property backhitch share of a feed below the slowest step that stopping and starting costs.
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
  readonly initialisation: { readonly mean: Sourced; readonly most: Sourced };
  readonly bitErrors: Sourced;
  readonly loads: Sourced;
  readonly fullPasses: Sourced;
  readonly cartridgePrice: Sourced;
  readonly drivePrice: Sourced;
  readonly backhitch: Sourced;
}
