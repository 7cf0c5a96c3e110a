import { AUTOLOADER_OF_EIGHT, type Enclosure, LIBRARY_MODULE } from './enclosures.ts';
import { ASSUMED, type Origin, type Sourced, sourced } from './sourced.ts';
import type { TapeDrive } from './tape-drive.ts';
import { tapeDrive } from './tape-drives.ts';

/**
 * A tape library: a store of cartridges, drives and a robot.
 *
 * @property name as written in a scenario, e.g. `tape/lto9`.
 * @property drive catalog name of its drives; see `driveOf`.
 * @property drives, slots default numbers; slots include those for cleaning cartridges.
 * @property exchange seconds for the robot to exchange the cartridge of a drive.
 * @property cleaningSlots slots for cleaning cartridges.
 * @property enclosure rack units of one module, and its slots.
 */
export interface TapeProfile {
  readonly name: string;
  readonly title: string;
  readonly kind: 'tape';
  readonly drive: string;
  readonly drives: number;
  readonly slots: number;
  readonly exchange: Sourced;
  readonly cleaningSlots: number;
  readonly enclosure: Enclosure;
}

const ROBOT: Origin = {
  source: 'recalled: a robot takes 10 to 30 s for a move',
  date: ASSUMED.date,
  grade: 'unverified',
};
const MAGNUM: Origin = { source: 'Exabyte Magnum 1x7, manual', date: '2006', grade: 'excerpt' };

const LIBRARY = {
  kind: 'tape',
  drives: 4,
  slots: 80,
  exchange: sourced(20, 's', ROBOT, 'of no modern library is a figure published'),
  cleaningSlots: 1,
  enclosure: LIBRARY_MODULE,
} as const;

const AUTOLOADER = {
  kind: 'tape',
  drives: 1,
  slots: 8,
  exchange: sourced(26, 's', MAGNUM, 'of an old small loader'),
  cleaningSlots: 1,
  enclosure: AUTOLOADER_OF_EIGHT,
} as const;

const library = (name: string, drive: string, generation: string): TapeProfile => ({
  name: `tape/${name}`,
  title: `Library with 4 ${generation} drives and 80 slots`,
  drive,
  ...LIBRARY,
});

const autoloader = (name: string, drive: string, generation: string): TapeProfile => ({
  name: `tape/${name}`,
  title: `Autoloader with one half-height ${generation} drive and 8 slots`,
  drive,
  ...AUTOLOADER,
});

/** Tape libraries: values of `profile` of a store, in display order. */
export const TAPE_PROFILES: readonly TapeProfile[] = [
  library('lto5', 'lto-5', 'LTO-5'),
  library('lto6', 'lto-6', 'LTO-6'),
  library('lto7', 'lto-7', 'LTO-7'),
  autoloader('lto7-hh', 'lto-7-hh', 'LTO-7'),
  library('lto8', 'lto-8', 'LTO-8'),
  autoloader('lto8-hh', 'lto-8-hh', 'LTO-8'),
  library('lto9', 'lto-9', 'LTO-9'),
  autoloader('lto9-hh', 'lto-9-hh', 'LTO-9'),
  library('lto10', 'lto-10', 'LTO-10 (30 TB)'),
  library('lto10-40tb', 'lto-10-40tb', 'LTO-10 (40 TB)'),
];

/** The tape library of that name, if there is one. */
export const tapeProfile = (name: string): TapeProfile | undefined =>
  TAPE_PROFILES.find((profile) => profile.name === name);

/**
 * The drive type of a library.
 *
 * @throws RangeError if the catalog has no such drive: a bug, since a test looks up all.
 * @example
 * const library = tapeProfile('tape/lto9');
 * if (library) driveOf(library).rate.value // 400e6
 */
export function driveOf({ drive }: TapeProfile): TapeDrive {
  const found = tapeDrive(drive);
  if (!found) throw new RangeError(`no tape drive ${drive}`);
  return found;
}
