import type { Enclosure } from '../../../catalog/enclosures.ts';
import type { Sourced } from '../../../catalog/sourced.ts';
import type { Store } from '../../../scenario/scenario.ts';
import { format } from '../../../units/dimension.ts';
import { POWER } from '../../../units/dimensions.ts';
import type { EnclosurePlan, StoreCost, UnpricedPart } from '../../plan/cost.ts';
import type { StoreKind } from '../../plan/plan.ts';
import { type CompileLog, cite, noteDefault, noteLeftOut } from '../compile-log.ts';
import { amountIn, type Currency } from '../cost.ts';

const FIVE_YEARS = 5 * 365 * 86400;

/** Components of a store, with catalog prices and power where there are any. */
export interface Parts {
  readonly kind: StoreKind;
  readonly drives: number;
  readonly bytesPerDrive: number;
  readonly drivePrice?: Sourced;
  readonly drivePower?: Sourced;
  readonly cartridgePrice?: Sourced;
  /** Drives, or slots of a library, and what they are built into. */
  readonly places: number;
  readonly enclosure?: Enclosure;
}

type Field = 'drive' | 'once' | 'yearly' | 'cartridge' | 'courier';

/** Cost of owning a store with these components. */
export function storeCostOf(
  compileLog: CompileLog,
  path: string,
  declared: Store,
  parts: Parts,
  currency: Currency,
): StoreCost {
  const { cost = {} } = declared;
  const { kind, drives, bytesPerDrive, drivePrice, cartridgePrice } = parts;
  const own = (field: Field): number =>
    amountIn(compileLog, currency, `${path}.cost.${field}`, cost[field]);
  /** The declared price, or else that of the catalog; null where no exchange converts it. */
  const price = (field: Field, known?: Sourced): number | null =>
    cost[field] !== undefined || !known
      ? own(field)
      : catalogPrice(compileLog, `${path}.cost.${field}`, known, currency);
  const once = own('once');
  const yearly = own('yearly');
  // What a store of disks costs once is all of it; a library is bought around its drives.
  const isAll = kind !== 'tape' && cost.once !== undefined;
  const drive = isAll ? own('drive') : price('drive', drivePrice);
  const cartridge = price('cartridge', cartridgePrice);
  const more = cost.expand ?? 0;
  const one = more === 0 ? 0 : kind === 'tape' ? cartridge : price('drive', drivePrice);
  const power = powerOf(compileLog, path, declared, parts);
  const enclosure = enclosureOf(compileLog, path, cost['rack-units'], parts);
  noteLeftOutPrices(compileLog, path, declared, parts, currency.code);
  reportExpansion(compileLog, path, declared, bytesPerDrive);
  return {
    drives,
    drive: drive ?? 0,
    once,
    yearly,
    cartridge: cartridge ?? 0,
    courier: own('courier'),
    life: cost.life ?? FIVE_YEARS,
    power: power ?? 0,
    enclosure,
    step: more * bytesPerDrive,
    stepNumber: more,
    stepPrice: one === null ? null : more * one,
    // Power that is declared is that of all, however much that becomes.
    stepPower: cost.power === undefined ? more * (parts.drivePower?.value ?? 0) : 0,
    lead: cost.lead ?? 0,
    unpriced: unpricedParts(declared, parts, { drive, one, cartridge, power }),
  };
}

/** A price of the catalog in the report currency, recorded as a default; null without a rate. */
function catalogPrice(
  compileLog: CompileLog,
  path: string,
  known: Sourced,
  { worth, code }: Currency,
): number | null {
  const rate = worth.get(known.unit);
  if (rate === undefined) {
    const why = `no exchange says what the ${known.value} ${known.unit} of the catalog are worth`;
    const hint = `write exchange: { ${known.unit}: 0.9 ${code} }`;
    noteDefault(compileLog, path, 'not priced', `${why}; ${hint}`);
    return null;
  }
  noteDefault(compileLog, path, `${known.value} ${known.unit}`, cite(known));
  return known.value * rate;
}

/** Power of all drives, as declared or else of the profile; null where nobody knows it. */
function powerOf(
  compileLog: CompileLog,
  path: string,
  { cost = {} }: Store,
  { drives, drivePower }: Parts,
): number | null {
  if (cost.power !== undefined) return cost.power;
  if (!drivePower) return null;
  const power = drives * drivePower.value;
  const each = `${drives} x ${drivePower.value} W; ${cite(drivePower)}`;
  noteDefault(compileLog, `${path}.cost.power`, format(POWER, power), each);
  return power;
}

/** What a store is built into, as declared for all of it or else of the profile. */
function enclosureOf(
  compileLog: CompileLog,
  path: string,
  declared: number | undefined,
  { places, enclosure }: Parts,
): EnclosurePlan | null {
  const filled = Math.max(1, places);
  if (declared !== undefined) return { places: filled, rackUnits: declared, filled };
  if (!enclosure) return null;
  const { value } = enclosure.rackUnits;
  const rackUnits = Math.ceil(filled / enclosure.places) * value;
  const why = `${value} U for each ${enclosure.places}; ${cite(enclosure.rackUnits)}`;
  noteDefault(compileLog, `${path}.cost.rack-units`, String(rackUnits), why);
  return { places: enclosure.places, rackUnits: value, filled };
}

/** Prices as found; null where there is none that counts. */
interface Found {
  readonly drive: number | null;
  /** Of one more drive, or one more slot with a cartridge. */
  readonly one: number | null;
  readonly cartridge: number | null;
  readonly power: number | null;
}

/** What costs something and has no price. What an object store charges is in its bill. */
function unpricedParts(
  { cost = {}, vault }: Store,
  { kind, drives, drivePrice, cartridgePrice }: Parts,
  found: Found,
): readonly UnpricedPart[] {
  const isBought = cost.once !== undefined || (cost.drive !== undefined && drives > 0);
  const none = { currency: null };
  const foreign = (known: Sourced | undefined) => ({ currency: known?.unit ?? null });
  return [
    ...(found.drive === null ? [{ part: 'devices' as const, ...foreign(drivePrice) }] : []),
    ...(kind === 'other' && !isBought && cost.yearly === undefined
      ? [{ part: 'devices' as const, ...none }]
      : []),
    ...(kind === 'tape' && !isBought ? [{ part: 'library' as const, ...none }] : []),
    ...(kind !== 'tape' && found.one === null
      ? [{ part: 'purchases' as const, ...foreign(drivePrice) }]
      : []),
    ...(found.cartridge === null
      ? [{ part: 'cartridges' as const, ...foreign(cartridgePrice) }]
      : []),
    ...(vault && cost.courier === undefined ? [{ part: 'courier' as const, ...none }] : []),
    ...(kind !== 'cloud' && found.power === null ? [{ part: 'energy' as const, ...none }] : []),
  ];
}

function reportExpansion(
  compileLog: CompileLog,
  path: string,
  { cost, capacity, raw }: Store,
  bytesPerDrive: number,
): void {
  if (cost?.expand === undefined || bytesPerDrive > 0) return;
  const isFixed = (capacity ?? raw) !== undefined;
  compileLog.problems.push({
    path: `${path}.cost.expand`,
    message: isFixed ? 'has no drives to add' : 'has no capacity that could grow',
    hint: 'give a profile, or drives',
  });
}

const NOT_PRICED = 'not priced';

/** Records what stands in the place of prices that neither the scenario nor the catalog gives. */
function noteLeftOutPrices(
  compileLog: CompileLog,
  path: string,
  { cost, vault }: Store,
  { kind, drives }: Parts,
  currency: string,
): void {
  if (!cost && kind === 'cloud') {
    noteDefault(compileLog, `${path}.cost`, 'nothing beside its bill', 'where nothing is given');
    return;
  }
  if (!cost && kind === 'other') {
    noteDefault(compileLog, `${path}.cost`, NOT_PRICED, 'where nothing is given');
    return;
  }
  const free = `0 ${currency}`;
  noteLeftOut(compileLog, `${path}.cost`, cost ?? {}, {
    ...(drives > 0 && { drive: free }),
    once: kind === 'tape' && cost?.drive === undefined ? NOT_PRICED : free,
    yearly: `${free}/year`,
    ...(vault && { courier: NOT_PRICED }),
    life: '5 years',
    power: kind === 'cloud' ? '0 W' : 'not known',
    'rack-units': 'not known',
    expand: 'never',
    lead: '0 s',
  });
}
