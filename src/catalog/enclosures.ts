import { ASSUMED, type Origin, type Sourced, sourced } from './sourced.ts';

/** What drives, or the cartridges of a library, are built into. */
export interface Enclosure {
  /** Drives, or cartridges, that one holds. */
  readonly places: number;
  readonly rackUnits: Sourced;
}

const TWO_UNITS: Origin = {
  source: 'serverorbit.com/server-enclosures/storage-array/2u-en: 2U hold 12 to 24 drives',
  date: '2025',
  grade: 'secondary',
};

/** Of drives of 3.5 inches. */
export const LARGE_DRIVES: Enclosure = {
  places: 12,
  rackUnits: sourced(2, 'U', TWO_UNITS, 'drives of 3.5 inches; some hold 84 in 5U (IBM COS)'),
};
/** Of drives of 2.5 inches. */
export const SMALL_DRIVES: Enclosure = {
  places: 24,
  rackUnits: sourced(2, 'U', TWO_UNITS, 'drives of 2.5 inches'),
};

const MSL3040: Origin = {
  source: 'compuway.ru/backup-systems/tape/hpe-storeever/msl3040-product-page',
  date: '2019',
  grade: 'secondary',
};
const LOADER: Origin = {
  source: 'recalled: autoloaders for 8 cartridges take one or two units',
  date: ASSUMED.date,
  grade: 'unverified',
};

/** A module of a library, base or expansion. */
export const LIBRARY_MODULE: Enclosure = { places: 40, rackUnits: sourced(3, 'U', MSL3040) };
/** An autoloader for eight cartridges. */
export const AUTOLOADER_OF_EIGHT: Enclosure = { places: 8, rackUnits: sourced(1, 'U', LOADER) };
