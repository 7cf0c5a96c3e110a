import { driveOf, type TapeProfile } from '../../catalog/tape-libraries.ts';
import { handlingOf, type TapeHandling } from '../../model/tape.ts';
import type { Store } from '../../scenario/scenario.ts';

/**
 * A tape library; sizes in bytes, times in seconds.
 *
 * @property native, steps native rate of a drive and the speeds it can step down to, in bytes/s.
 * @property newEachSet whether each job starts a new cartridge instead of appending.
 */
export interface TapePlan {
  readonly drives: number;
  /** Slots for data cartridges, without those for cleaning cartridges. */
  readonly slots: number;
  /** Native capacity of a cartridge. */
  readonly cartridge: number;
  readonly native: number;
  readonly steps: readonly number[];
  readonly backhitch: number;
  readonly handling: TapeHandling;
  readonly newEachSet: boolean;
  readonly multiplex: number;
  /** Full passes (end-to-end writes) that a cartridge is rated for. */
  readonly fullPasses: number;
}

/** A library of the catalog with the overrides of a scenario. */
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
