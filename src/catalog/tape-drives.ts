import {
  ASSUMED,
  assumed,
  type Origin,
  type Sourced,
  type SourcedSeries,
  sourced,
} from './sourced.ts';
import type { RewindAtUnload, TapeDrive } from './tape-drive.ts';

const MEDIA: Origin = {
  source: 'IBM, Capacity of supported LTO tape cartridges; Supported tape drives (TS4500)',
  date: '2026',
  grade: 'excerpt',
};
const SPEEDS: Origin = {
  source:
    'IBM, Performance specifications for LTO tape drives (TS4500; ibm.com/docs/en/dtl/2.12.3)',
  date: '2026',
  grade: 'excerpt',
};
const HALF_HEIGHT: Origin = { source: 'IBM TS2290 manual', date: '2021', grade: 'excerpt' };
const FIRST_LOAD: Origin = {
  source: 'ibm.com/docs/en/ts4500-tape-library, media optimization; IBM TS4300 manual',
  date: '2026',
  grade: 'excerpt',
};
const MATCHING: Origin = { source: 'IBM, Speed matching (STAKKZ)', date: '2026', grade: 'excerpt' };
const LIFE: Origin = {
  source: 'IBM TS2900 manual, nominal cartridge life',
  date: '2018',
  grade: 'excerpt',
};
const RELIABILITY: Origin = {
  source: 'LTO Program on the reliability of LTO-9, reposted at blog.tapestorage.ir',
  date: '2021',
  grade: 'reported',
};
const CATALOGUES: Origin = {
  source: 'activearchive.com; enterprisestorageforum.com, table of error rates',
  date: '2013',
  grade: 'reported',
};
const SHOP: Origin = { source: 'gosymply.com', date: '2026-02', grade: 'reported' };

const HH_NOTE = 'of the half-height drive; none is published for the full-height one';

const seconds = (value: number, origin: Origin = SPEEDS, note?: string): Sourced =>
  sourced(value, 's', origin, note);
const rate = (megabytes: number, origin: Origin = SPEEDS, note?: string): Sourced =>
  sourced(megabytes * 1e6, 'B/s', origin, note);
const capacity = (terabytes: number, origin: Origin = MEDIA, note?: string): Sourced =>
  sourced(terabytes * 1e12, 'B', origin, note);
const steps = (...megabytes: readonly number[]): SourcedSeries => ({
  values: megabytes.map((each) => each * 1e6),
  unit: 'B/s',
  ...MATCHING,
});

/** Assumed speed steps: twelve even steps down to a third, the same spacing as LTO-7. */
const evenSteps = (fastest: number): SourcedSeries => {
  const { value: _, ...origin } = assumed(1, 'B/s', 'none at hand; 12 even steps to a third');
  const values = Array.from({ length: 12 }, (__, index) => fastest * (1 - (index * 2) / 33) * 1e6);
  return { values, ...origin };
};

const rewinds = (
  [little, some, much]: readonly [number, number, number],
  origin: Origin = SPEEDS,
  note?: string,
): RewindAtUnload => ({
  little: seconds(little, origin, note),
  some: seconds(some, origin, note),
  much: seconds(much, origin, note),
});

/** No initialisation: the first load of a new cartridge takes no extra time. */
const noInitialisation = (origin: Origin, note?: string): TapeDrive['initialisation'] => ({
  least: sourced(0, 's', origin, note),
  mean: sourced(0, 's', origin, note),
  most: sourced(0, 's', origin, note),
});
const BEFORE_LTO_9 = noInitialisation(ASSUMED, 'initialising new cartridges came with LTO-9');

/** Rated end-to-end passes of a cartridge; writing it whole takes one pass per wrap. */
const END_TO_END: Origin = {
  source: 'recalled: 20,000 passes from end to end',
  date: ASSUMED.date,
  grade: 'unverified',
};
const fullPasses = (wraps: number, note = `${wraps} passes write a cartridge whole`): Sourced =>
  sourced(Math.floor(20_000 / wraps), 'times', END_TO_END, note);

/** Backhitch loss of any drive: share of a feed below the slowest step. */
export const BACKHITCH: Sourced = assumed(
  0.1,
  'share',
  'nothing is published; a buffer hides a part of the stops',
);

/** Figures that are the same for all drives. */
const ALIKE = {
  loads: sourced(20_000, 'times', LIFE, 'printed for LTO-3 to LTO-8, taken for the later ones'),
  backhitch: BACKHITCH,
} as const;

const price = (dollars: number): Sourced =>
  assumed(dollars, 'USD', 'nothing is published; override it with what you are offered');

const LTO_7_SPEEDS = [
  306, 287.52, 268.56, 250.66, 231.86, 213.06, 194.26, 175.46, 157.67, 138.52, 120.11, 101.46,
] as const;

const LTO_5: TapeDrive = {
  name: 'lto-5',
  title: 'LTO-5, full height',
  generation: 5,
  capacity: capacity(1.5),
  rate: rate(140),
  onOlderMedia: { 'lto-4': rate(120), 'lto-3': rate(80) },
  steps: evenSteps(140),
  compressedRate: rate(280, SPEEDS, '2:1'),
  load: seconds(12),
  unload: seconds(17),
  locate: seconds(60, HALF_HEIGHT, HH_NOTE),
  rewind: assumed(60, 's', 'as long as the locate; none is published'),
  initialisation: BEFORE_LTO_9,
  bitErrors: sourced(1e-17, '/bit', CATALOGUES),
  fullPasses: fullPasses(80),
  cartridgePrice: price(25),
  drivePrice: price(1000),
  ...ALIKE,
};

const LTO_6: TapeDrive = {
  ...LTO_5,
  name: 'lto-6',
  title: 'LTO-6, full height',
  generation: 6,
  capacity: capacity(2.5),
  rate: rate(160),
  onOlderMedia: { 'lto-5': rate(140), 'lto-4': rate(120) },
  steps: evenSteps(160),
  compressedRate: rate(400, SPEEDS, '2.5:1'),
  locate: seconds(62, HALF_HEIGHT, HH_NOTE),
  rewind: assumed(62, 's', 'as long as the locate; none is published'),
  fullPasses: fullPasses(136),
  cartridgePrice: price(30),
  drivePrice: price(1500),
};

const LTO_7: TapeDrive = {
  ...LTO_6,
  name: 'lto-7',
  title: 'LTO-7, full height',
  generation: 7,
  capacity: capacity(6, MEDIA, '9 TB when an LTO-8 drive formats it as M8'),
  rate: rate(300),
  onOlderMedia: { 'lto-6': rate(160), 'lto-5': rate(140) },
  steps: steps(...LTO_7_SPEEDS),
  compressedRate: rate(750, SPEEDS, 'Fibre Channel, 2.5:1'),
  load: seconds(15),
  unload: seconds(20),
  locate: seconds(56, HALF_HEIGHT, HH_NOTE),
  rewind: seconds(60, HALF_HEIGHT, HH_NOTE),
  rewindAtUnload: rewinds([60, 60, 60], HALF_HEIGHT, HH_NOTE),
  bitErrors: assumed(1e-19, '/bit', 'as LTO-8'),
  fullPasses: fullPasses(112),
  cartridgePrice: price(50),
  drivePrice: price(3500),
};

const LTO_8: TapeDrive = {
  ...LTO_7,
  name: 'lto-8',
  title: 'LTO-8, full height',
  generation: 8,
  capacity: capacity(12),
  rate: rate(360),
  onOlderMedia: { 'lto-7': rate(300), 'lto-7-m8': rate(300) },
  steps: steps(365, 341, 318, 306.4, 273, 249.5, 226, 203, 180, 157.5, 135, 112),
  unload: seconds(24),
  locate: seconds(59, HALF_HEIGHT, HH_NOTE),
  rewind: seconds(59, HALF_HEIGHT, HH_NOTE),
  rewindAtUnload: rewinds([59, 59, 59], HALF_HEIGHT, HH_NOTE),
  initialisation: noInitialisation(SPEEDS),
  bitErrors: sourced(1e-19, '/bit', RELIABILITY, 'LTO-9 is said to be ten times better'),
  fullPasses: fullPasses(208),
  cartridgePrice: price(60),
  drivePrice: price(4500),
};

const FIRST_LOAD_DOUBT =
  'IBM differs with itself: 40 min on the mean (TS4500, TS4300), 40 to 120 in its table of drives and ' +
  '20 on the mean in its text (ibm.com/docs/en/dtl/2.12.3), typically 60 and 20 to 120 ' +
  '(ibm.com/support/pages/node/6487463)';

const LTO_9: TapeDrive = {
  ...LTO_8,
  name: 'lto-9',
  title: 'LTO-9, full height',
  generation: 9,
  capacity: capacity(18),
  rate: rate(400),
  onOlderMedia: { 'lto-8': rate(360) },
  steps: steps(408, 385, 366, 347, 325, 305, 284, 263, 244, 223, 203, 177),
  compressedRate: rate(750, SPEEDS, 'Fibre Channel; 1000 MB/s over SAS'),
  load: seconds(17),
  unload: seconds(30),
  locate: seconds(45),
  rewind: seconds(55),
  rewindAtUnload: rewinds([55, 110, 165]),
  initialisation: {
    least: seconds(1200, FIRST_LOAD, FIRST_LOAD_DOUBT),
    mean: seconds(2400, FIRST_LOAD, FIRST_LOAD_DOUBT),
    most: seconds(7200, FIRST_LOAD, 'most within an hour, some up to two'),
  },
  bitErrors: sourced(1e-20, '/bit', RELIABILITY, 'at most'),
  fullPasses: fullPasses(280),
  cartridgePrice: sourced(94, 'USD', SHOP, 'about 90 elsewhere'),
  drivePrice: price(6000),
};

const LTO_10: TapeDrive = {
  name: 'lto-10',
  title: 'LTO-10, full height, cartridges of 30 TB',
  generation: 10,
  capacity: capacity(30, SHOP),
  rate: rate(400, SPEEDS, '300 to 340 seen in practice (cristie.de, 2025-10-07)'),
  onOlderMedia: {},
  steps: steps(407, 387, 368, 349, 330, 311, 291, 272, 253, 234, 214, 195, 176, 157),
  compressedRate: rate(
    1000,
    SPEEDS,
    '400 at the 2.5:1 of its capacity, as the LTO Program has it; 1200 by Fibre Channel in ' +
      'ibm.com/docs/en/STAKKZ/con_3U_drives_sleds.html; 600 to 750 seen in practice (cristie.de)',
  ),
  load: seconds(12),
  unload: seconds(27),
  locate: seconds(65),
  rewind: seconds(62),
  initialisation: noInitialisation(SPEEDS),
  bitErrors: assumed(1e-20, '/bit', 'as LTO-9'),
  fullPasses: fullPasses(280, 'as LTO-9, whose cartridges take 280 passes'),
  cartridgePrice: sourced(280, 'USD', SHOP, 'about 300 elsewhere'),
  drivePrice: price(8000),
  ...ALIKE,
};

const LTO_10_40TB: TapeDrive = {
  ...LTO_10,
  name: 'lto-10-40tb',
  title: 'LTO-10, full height, cartridges of 40 TB',
  capacity: capacity(40, SHOP, 'on aramid'),
  steps: steps(407, 387, 368, 349, 330, 311, 292, 274, 255, 236, 218, 199, 181, 162),
  locate: seconds(73),
  rewind: seconds(75),
  cartridgePrice: sourced(570, 'USD', SHOP),
};

/** A half-height drive: the full-height one with the figures of the half-height manual. */
function halfHeight(
  { compressedRate: _, ...full }: TapeDrive,
  own: Pick<TapeDrive, 'locate' | 'rewind' | 'rewindAtUnload' | 'drivePrice'> & Partial<TapeDrive>,
): TapeDrive {
  return {
    ...full,
    name: `${full.name}-hh`,
    title: `LTO-${full.generation}, half height`,
    rate: rate(300, HALF_HEIGHT),
    ...own,
  };
}

const LTO_7_HH = halfHeight(LTO_7, {
  locate: seconds(56, HALF_HEIGHT),
  rewind: seconds(60, HALF_HEIGHT),
  rewindAtUnload: rewinds([60, 60, 60], HALF_HEIGHT),
  drivePrice: price(2500),
});

const LTO_8_HH = halfHeight(LTO_8, {
  steps: steps(306.4, 273, 249.5, 226, 203, 180, 157.5, 135, 112),
  locate: seconds(59, HALF_HEIGHT),
  rewind: seconds(59, HALF_HEIGHT),
  rewindAtUnload: rewinds([59, 59, 59], HALF_HEIGHT),
  drivePrice: price(3500),
});

const FIRST_LOAD_HH: Origin = {
  source: 'IBM TS2290 manual, a copy at manuals.online/ibm/dc-drive/ts2290: 40 to 132 minutes',
  date: '2021',
  grade: 'reported',
};

const LTO_9_HH = halfHeight(LTO_9, {
  onOlderMedia: { 'lto-8': rate(300, HALF_HEIGHT) },
  steps: steps(284, 263, 244, 223, 203, 177),
  load: seconds(16, HALF_HEIGHT),
  unload: seconds(56, HALF_HEIGHT),
  locate: seconds(65, HALF_HEIGHT),
  rewind: seconds(62, HALF_HEIGHT),
  rewindAtUnload: rewinds([62, 124, 186], HALF_HEIGHT),
  initialisation: {
    least: seconds(2400, FIRST_LOAD_HH),
    mean: assumed(
      2400,
      's',
      'as the full-height drive; 40 to 132 min are printed, so it may be more',
    ),
    most: seconds(7920, FIRST_LOAD_HH),
  },
  drivePrice: price(4500),
});

/** Every tape drive, in display order. */
export const TAPE_DRIVES: readonly TapeDrive[] = [
  LTO_5,
  LTO_6,
  LTO_7,
  LTO_7_HH,
  LTO_8,
  LTO_8_HH,
  LTO_9,
  LTO_9_HH,
  LTO_10,
  LTO_10_40TB,
];

/** The tape drive of that name, if there is one. */
export const tapeDrive = (name: string): TapeDrive | undefined =>
  TAPE_DRIVES.find((each) => each.name === name);
