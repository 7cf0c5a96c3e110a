import { format } from '../units/dimension.ts';
import { RATE, SIZE } from '../units/dimensions.ts';
import type { StoreProfile } from './store-profiles.ts';

/**
 * What so many drives of a profile give together.
 *
 * @property raw bytes on all drives, spares included.
 * @property usable bytes left after redundancy and spares; 0 where the drives make no group.
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
 * An array is drives x the sourced rate of one x a stated assumption; a network port caps it.
 * Drives form groups of `groupSize`; a rest that is too small to hold data beside its redundancy
 * stands by as spares, which give neither room nor speed.
 *
 * @param drives a whole number, at least 0; the profile's own number where left out.
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

/** How many drives take part, and how many drives' worth of data they hold. */
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
