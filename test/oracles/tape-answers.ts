import { z } from 'zod';
import { cartridgesFor } from '../../src/model/cartridge-count.ts';
import { tapePace } from '../../src/model/tape.ts';
import { amount, type FormulaKind, kindOf, percent, share, some } from './formula-kind.ts';
import { cycleBytes, rateForWindow } from './formulas/capacity.ts';
import {
  cartridgeMargin,
  cartridgesKept,
  missingSlots,
  usableCapacity,
} from './formulas/cartridge-sets.ts';
import { fullCartridgeSeconds } from './formulas/full-cartridge.ts';

const GB = 1e9;
const TB = 1e12;
const MB = 1e6;
const HOUR = 3600;

const keptSets = kindOf(
  {
    tapeRawGB: some,
    overheadShare: share.default(0),
    fullGB: some,
    increments: amount.default(0),
    incrementShare: share.default(0),
    oldSetsKept: amount.default(0),
    slots: amount.optional(),
    cleaningSlots: amount.default(0),
  },
  ({ slots, cleaningSlots, ...given }) => {
    const usable = usableCapacity(given.tapeRawGB, given.overheadShare) * GB;
    const full = given.fullGB * GB;
    const increments = given.increments * given.incrementShare * full;
    const [fullTapes, incrementTapes] = [full, increments].map((bytes) =>
      cartridgesFor(bytes, usable),
    ) as [number, number];
    const tapesPerSet = fullTapes + incrementTapes;
    const totalTapes = cartridgesKept(tapesPerSet, given.oldSetsKept);
    return {
      tapeUsableGB: usable / GB,
      fullTapes,
      fullMarginPercent: percent(cartridgeMargin(fullTapes, usable, full)),
      incrementTapes,
      incrementMarginPercent: percent(cartridgeMargin(incrementTapes, usable, increments)),
      tapesPerSet,
      totalTapes,
      ...(slots !== undefined && {
        usableSlots: slots - cleaningSlots,
        missingSlots: missingSlots(totalTapes, slots, cleaningSlots),
      }),
    };
  },
);

const archive = kindOf(
  {
    clients: z.array(
      z.strictObject({
        archiveGB: amount,
        compressionSaving: share.default(0),
        count: amount.default(1),
      }),
    ),
    archivesPerYear: amount,
    yearsKept: amount.default(1),
    cartridgeGB: some,
  },
  ({ clients, archivesPerYear, yearsKept, cartridgeGB }) => {
    const transferredGB = clients.map(({ archiveGB, compressionSaving, count }) =>
      cycleBytes({ count, bytes: archiveGB, saving: compressionSaving }),
    );
    const once = transferredGB.reduce((sum, each) => sum + each, 0);
    const totalGB = once * archivesPerYear * yearsKept;
    return { transferredGB, totalGB, cartridges: cartridgesFor(totalGB, cartridgeGB) };
  },
);

const shipments = kindOf(
  {
    fullTB: amount,
    incrementTB: amount,
    shipments: z.array(
      z.strictObject({
        day: z.string().optional(),
        fulls: amount.default(0),
        increments: amount.default(0),
        windowHours: some,
      }),
    ),
  },
  ({ fullTB, incrementTB, shipments: all }) => {
    const bytes = all.map((each) => (each.fulls * fullTB + each.increments * incrementTB) * TB);
    return {
      dataTB: bytes.map((each) => each / TB),
      gbPerHour: all.map(
        ({ windowHours }, at) => (rateForWindow(bytes[at] ?? 0, windowHours * HOUR) * HOUR) / GB,
      ),
    };
  },
);

const fullCartridge = kindOf(
  {
    cartridges: z.array(
      z.strictObject({ type: z.string().optional(), capacityGB: amount, nativeMBps: some }),
    ),
  },
  ({ cartridges }) => ({
    hours: cartridges.map(
      ({ capacityGB, nativeMBps }) => fullCartridgeSeconds(capacityGB * GB, nativeMBps * MB) / HOUR,
    ),
  }),
);

const speedMatching = kindOf(
  {
    stepsMBps: z.record(z.string(), z.array(some).min(1)),
    feeds: z.array(z.strictObject({ type: z.string(), feedMBps: amount })),
  },
  ({ stepsMBps, feeds }) => {
    const paces = feeds.map(({ type, feedMBps }) => {
      const steps = stepsMBps[type];
      if (!steps) throw new Error(`no steps of ${type}`);
      return tapePace(
        feedMBps * MB,
        steps.map((step) => step * MB),
      );
    });
    return {
      tapeStepMBps: paces.map(({ step }) => (step === undefined ? null : step / MB)),
      stopsAndStarts: paces.map(({ stopsAndStarts }) => stopsAndStarts),
    };
  },
);

/** Cartridges, slots and the speed of tapes. */
export const TAPE_KINDS: readonly FormulaKind[] = [
  keptSets,
  archive,
  shipments,
  fullCartridge,
  speedMatching,
];
