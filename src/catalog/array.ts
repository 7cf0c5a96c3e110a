import { format } from '../units/dimension.ts';
import { RATE, SIZE } from '../units/dimensions.ts';
import type { StoreProfile } from './store-profiles.ts';

/**
 * Capacity and rates of an array: a number of drives of one profile.
 *
 * @property raw bytes on all drives, spares included.
 * @property usable bytes left after redundancy and spares; 0 if there are too few drives for a
 *   group.
 * @property read, write bytes per second for large sequential streams.
 * @property explanation the arithmetic in words, for reports.
 */
export interface StoreArray {
  readonly raw: number;
  readonly usable: number;
  readonly read: number;
  readonly write: number;
  readonly explanation: string;
}

/**
 * Computes an array: rate = working drives × rate of one × efficiency, capped by the network port.
 * Drives form groups of `groupSize`; a remainder too small to hold data beside its redundancy
 * becomes spares, which add neither capacity nor speed.
 *
 * @param drives a whole number, at least 0; default: the profile's own number.
 * @example
 * const profile = storeProfile('disk/nearline-raid6');
 * if (profile) arrayOf(profile, 12).usable // 240e12: ten of twelve drives of 24 TB
 */
export function arrayOf(profile: StoreProfile, drives = profile.drives): StoreArray {
  const { working, holding } = split(profile, drives);
  const ceiling = profile.networkCeiling?.value ?? Infinity;
  const rate = (one: number, efficiency: number): number =>
    Math.min(working * one * efficiency, ceiling);
  return {
    raw: drives * profile.driveCapacity.value,
    usable: holding * profile.driveCapacity.value,
    read: rate(profile.driveRead.value, profile.readEfficiency.value),
    write: rate(profile.driveWrite.value, profile.writeEfficiency.value),
    explanation: explain(profile, drives, working, holding),
  };
}

/** Number of working drives, and the capacity they provide in drives. */
function split(
  profile: StoreProfile,
  drives: number,
): { readonly working: number; readonly holding: number } {
  const { parityDrives, groupSize = Math.max(drives, 1) } = profile;
  const groups = Math.floor(drives / groupSize);
  const rest = drives - groups * groupSize;
  const useful = rest > parityDrives ? rest : 0;
  return {
    working: groups * groupSize + useful,
    holding: groups * Math.max(0, groupSize - parityDrives) + Math.max(0, useful - parityDrives),
  };
}

function explain(profile: StoreProfile, drives: number, working: number, holding: number): string {
  const { driveCapacity, driveRead, driveWrite, readEfficiency, writeEfficiency } = profile;
  const spares = drives > working ? `, ${drives - working} as spares` : '';
  const cap = profile.networkCeiling
    ? `; at most ${format(RATE, profile.networkCeiling.value)} through the network port`
    : '';
  return (
    `${drives} ${drives === 1 ? 'drive' : 'drives'} of ${format(SIZE, driveCapacity.value)}, ` +
    `${holding} of them for data${spares}; ` +
    `read ${working} x ${format(RATE, driveRead.value)} x ${readEfficiency.value}, ` +
    `write ${working} x ${format(RATE, driveWrite.value)} x ${writeEfficiency.value} ` +
    `(these shares: ${readEfficiency.grade})${cap}`
  );
}
