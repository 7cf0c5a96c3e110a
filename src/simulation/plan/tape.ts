import { driveOf, type TapeProfile } from '../../catalog/tape-libraries.ts';
import { handlingOf, type TapeHandling } from '../../model/tape.ts';
import type { Store } from '../../scenario/scenario.ts';

/** A tape library: bytes, bytes a second, seconds. */
export interface TapePlan {
  readonly drives: number;
  /** Slots for cartridges that hold data. */
  readonly slots: number;
  /** Bytes of a cartridge. */
  readonly cartridge: number;
  readonly native: number;
  readonly steps: readonly number[];
  readonly backhitch: number;
  readonly handling: TapeHandling;
  readonly newEachSet: boolean;
  readonly multiplex: number;
  /** How often a cartridge may be written from end to end. */
  readonly fullPasses: number;
}

/** A library of the catalog with what a scenario says otherwise. */
export function tapeOf(profile: TapeProfile, declared: Store): TapePlan {
  const drive = driveOf(profile);
  return {
    drives: declared.drives ?? profile.drives,
    slots: Math.max(0, (declared.slots ?? profile.slots) - profile.cleaningSlots),
    cartridge: drive.capacity.value,
    native: drive.rate.value,
    steps: drive.steps.values,
    backhitch: drive.backhitch.value,
    handling: handlingOf(drive, profile.exchange.value),
    newEachSet: declared.sets === 'new',
    multiplex: declared.multiplex ?? 1,
    fullPasses: drive.fullPasses.value,
  };
}
