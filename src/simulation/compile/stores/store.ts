import { arrayOf } from '../../../catalog/array.ts';
import { storeProfile } from '../../../catalog/store-profiles.ts';
import { driveOf, tapeProfile } from '../../../catalog/tape-libraries.ts';
import type { Store } from '../../../scenario/scenario.ts';
import { format } from '../../../units/dimension.ts';
import { RATE, SIZE } from '../../../units/dimensions.ts';
import { type Bytes, bytes, fraction, times } from '../../../units/quantity.ts';
import type { StorePlan } from '../../plan/plan.ts';
import { type TapePlan, tapeOf } from '../../plan/tape.ts';
import { type CompileLog, noteDefault, noteLeftOut, parameter } from '../compile-log.ts';
import type { Currency } from '../cost.ts';
import type { Timeline } from '../triggers.ts';
import { cloudOf } from './cloud.ts';
import { type Parts, storeCostOf } from './store-cost.ts';
import { vaultOf } from './vault.ts';

/** Site of a store, names of all sites, the currencies for its prices, and the time of its couriers. */
export interface Place {
  readonly site: number;
  readonly siteNames: readonly string[];
  readonly currency: Currency;
  readonly timeline: Timeline;
}

/** A store with capacity and rates, as declared or else from its profile. */
export function resolveStore(
  compileLog: CompileLog,
  name: string,
  declared: Store,
  { site, siteNames, currency, timeline }: Place,
): StorePlan {
  const path = `stores.${name}`;
  const profile = declared.profile ? storeProfile(declared.profile) : undefined;
  const library = declared.profile ? tapeProfile(declared.profile) : undefined;
  const tape = library ? tapeOf(library, declared) : null;
  if (library && tape) noteTape(compileLog, path, declared, library, tape);
  const cloud = cloudOf(compileLog, path, declared, currency, timeline.start);
  const array = profile ? arrayOf(profile, declared.drives) : undefined;
  if (array && profile) noteArray(compileLog, path, declared, array);
  if (array?.usable === 0) {
    const message = 'are too few: none is left for data';
    const hint = `leave it out, or give more; ${array.explanation}`;
    compileLog.problems.push({ path: `${path}.drives`, message, hint });
  }
  const rate = (field: 'read' | 'write') => {
    const own = declared[field];
    if (own) return parameter(compileLog, `${path}.${field}`, own);
    if (array)
      return parameter(compileLog, `${path}.${field}`, { kind: 'fixed', value: array[field] });
    if (!tape && !cloud)
      noteDefault(compileLog, `${path}.${field}`, 'not limiting', 'give a profile or a rate');
    return null;
  };
  const kind = tape ? 'tape' : cloud ? 'cloud' : profile ? 'disk' : 'other';
  noteLeftOut(compileLog, path, declared, {
    ceiling: '100 %',
    ...(!tape && { jobs: 'any number' }),
    'block-clone': 'no',
    ...(profile && { drives: String(profile.drives) }),
    access: declared.vault ? 'offline' : 'online',
    ...(declared.raw !== undefined && { usable: '100 %' }),
  });
  return {
    name,
    site,
    capacity: tape
      ? bytes(tape.slots * tape.cartridge)
      : capacityOf(compileLog, path, declared, array),
    ceiling: declared.ceiling ?? fraction(1),
    read: rate('read'),
    write: rate('write'),
    jobs: Math.min(declared.jobs ?? Infinity, tape?.drives ?? Infinity),
    clones: declared['block-clone'] === 'age-table',
    kind,
    cloud,
    tape,
    offline: (declared.access ?? (declared.vault ? 'offline' : 'online')) === 'offline',
    vault: vaultOf(compileLog, `${path}.vault`, declared.vault, siteNames, timeline),
    latent: declared.latent ? parameter(compileLog, `${path}.latent`, declared.latent) : null,
    cost: storeCostOf(
      compileLog,
      path,
      declared,
      { kind, ...drivesOf(declared, profile, library) },
      currency,
    ),
  };
}

function noteArray(
  compileLog: CompileLog,
  path: string,
  declared: Store,
  array: ReturnType<typeof arrayOf>,
): void {
  for (const field of ['read', 'write'] as const) {
    if (!declared[field]) {
      noteDefault(compileLog, `${path}.${field}`, format(RATE, array[field]), array.explanation);
    }
  }
}

function capacityOf(
  compileLog: CompileLog,
  path: string,
  declared: Store,
  array: ReturnType<typeof arrayOf> | undefined,
): Bytes {
  if (declared.capacity !== undefined) return declared.capacity;
  if (declared.raw !== undefined) return times(declared.raw, declared.usable ?? 1);
  if (array) {
    const usable = declared.usable === undefined ? array.usable : array.raw * declared.usable;
    noteDefault(compileLog, `${path}.capacity`, format(SIZE, usable), array.explanation);
    return bytes(usable);
  }
  noteDefault(compileLog, `${path}.capacity`, 'unlimited', 'give a capacity or a profile');
  return bytes(Infinity);
}

/** Drives of a store, usable bytes per drive (for tape: per slot), catalog prices and power. */
function drivesOf(
  declared: Store,
  profile: ReturnType<typeof storeProfile>,
  library: ReturnType<typeof tapeProfile>,
): Omit<Parts, 'kind'> {
  const { drives, slots } = declared;
  if (library) {
    const drive = driveOf(library);
    return {
      drives: drives ?? library.drives,
      bytesPerDrive: drive.capacity.value,
      drivePrice: drive.drivePrice,
      cartridgePrice: drive.cartridgePrice,
      places: slots ?? library.slots,
      enclosure: library.enclosure,
    };
  }
  const number = drives ?? profile?.drives ?? 0;
  const all = declared.capacity ?? (declared.raw && times(declared.raw, declared.usable ?? 1));
  // What is said of all of them is divided by a number only where that is said as well.
  const own = all !== undefined && drives !== undefined ? all / drives : undefined;
  if (!profile) return { drives: number, bytesPerDrive: own ?? 0, places: number };
  const { drivePrice, drivePower, enclosure } = profile;
  const bytesPerDrive = own ?? arrayOf(profile, number).usable / number;
  const built = { places: number, ...(enclosure && { enclosure }) };
  return { drives: number, bytesPerDrive, drivePrice, drivePower, ...built };
}

function noteTape(
  compileLog: CompileLog,
  path: string,
  declared: Store,
  library: NonNullable<ReturnType<typeof tapeProfile>>,
  { drives, slots }: TapePlan,
): void {
  noteLeftOut(compileLog, path, declared, {
    drives: String(drives),
    slots: `${slots + library.cleaningSlots}`,
    sets: 'append',
    multiplex: '1',
  });
  if (slots > 0) return;
  const hint = `write more than the ${library.cleaningSlots} for cleaning`;
  compileLog.problems.push({ path: `${path}.slots`, message: 'leave no place for data', hint });
}
