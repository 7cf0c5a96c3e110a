import { type Enclosure, LARGE_DRIVES, SMALL_DRIVES } from './enclosures.ts';
import { FRAMES } from './link-profiles.ts';
import { assumed, type Origin, type Sourced, sourced } from './sourced.ts';

/**
 * A store built of drives. Rate and capacity follow from the number of drives; see `arrayOf`.
 *
 * @property name as written in a scenario, e.g. `disk/nearline-raid6`.
 * @property driveCapacity in bytes.
 * @property driveRead, driveWrite sequential rate of one drive in bytes/s.
 * @property drives default number of drives.
 * @property parityDrives capacity that a group spends on redundancy, in drives.
 * @property groupSize drives per RAID group; absent: all drives form one group.
 * @property readEfficiency, writeEfficiency rate of the array ÷ (drives × rate of one).
 * @property networkCeiling payload rate of the network port of the head, in bytes/s.
 * @property drivePrice, drivePower price and power of one drive, in an array with its share of the
 *   enclosure.
 * @property enclosure rack units of one, and the drives that it holds; absent: nobody knows where it is.
 * @property blockClone whether files can share blocks without copying (reflinks); absent: depends
 *   on the file system.
 */
export interface StoreProfile {
  readonly name: string;
  readonly title: string;
  readonly kind: 'disk' | 'nvme' | 'array' | 'nas';
  readonly driveCapacity: Sourced;
  readonly driveRead: Sourced;
  readonly driveWrite: Sourced;
  readonly drives: number;
  readonly parityDrives: number;
  readonly groupSize?: number;
  readonly readEfficiency: Sourced;
  readonly writeEfficiency: Sourced;
  readonly networkCeiling?: Sourced;
  readonly drivePrice: Sourced;
  readonly drivePower: Sourced;
  readonly enclosure?: Enclosure;
  readonly blockClone?: boolean;
}

const EXOS_X24: Origin = {
  source: 'blocksandfiles.com on Seagate Exos X24 (product manual 200562600 Rev A)',
  date: '2023-10-18',
  grade: 'reported',
};

const MICRON_9550: Origin = {
  source: 'storagereview.com, Micron 9550 MAX review, table of specifications',
  date: '2024-07',
  grade: 'reported',
};

const DISK_SHOP: Origin = {
  source:
    'servethehome.com/?p=88365 on the Seagate Expansion 28TB: 570 USD for an internal disk of 28 TB',
  date: '2025',
  grade: 'derived',
};

const DISK_POWER: Origin = {
  source: 'Seagate Exos X24, data sheet, as others quote it: 6.3 W idle, 8.9 W at most',
  date: '2023-11',
  grade: 'secondary',
};

const FLASH_SHOP: Origin = {
  source:
    'servernews.ru/1135611 on the Flash Volatility Index of VDURA: 10,950 USD for a drive of 30 TB (TLC)',
  date: '2026-01',
  grade: 'derived',
};

const NEARLINE = {
  driveCapacity: sourced(24e12, 'B', EXOS_X24, 'conventional recording, 7200 rpm'),
  driveRead: sourced(285e6, 'B/s', EXOS_X24, 'largest sustained rate; inner tracks are slower'),
  driveWrite: sourced(285e6, 'B/s', EXOS_X24, 'largest sustained rate; inner tracks are slower'),
} as const;

const NVME = {
  driveCapacity: sourced(12.8e12, 'B', MICRON_9550, 'PCIe 5.0 x4; the date is that of the launch'),
  driveRead: sourced(14_000e6, 'B/s', MICRON_9550),
  driveWrite: sourced(10_000e6, 'B/s', MICRON_9550),
} as const;

const DISK_ALONE = {
  drivePrice: sourced(
    489,
    'USD',
    DISK_SHOP,
    'x 24/28; by VDURA 395 in the second quarter of 2025 and 534 in the first of 2026 (a drive of ' +
      'flash at 102 and 365 a TB, 6.2 and 16.4 times as much); the largest data centres paid 10 to 12 a ' +
      'TB (themoneytimes.media, 2025-05-29)',
  ),
  drivePower: sourced(6.3, 'W', DISK_POWER, 'idle, as a store for backups mostly is'),
} as const;

const DISK_IN_ENCLOSURE = {
  drivePrice: assumed(
    739,
    'USD',
    'a disk for 489, and 250 for its place in an enclosure with controller or head, for which no ' +
      'dated list price is at hand; a bare server for 60 disks was sold at 99 a place in 2016 (45 Drives)',
  ),
  drivePower: sourced(
    9.8,
    'W',
    { ...DISK_POWER, grade: 'derived' },
    'idle, and 3.5 W as its share of a NAS for 12 disks: 41.8 W while they sleep (Synology DS2413+)',
  ),
} as const;

const FLASH_POWER = sourced(18, 'W', MICRON_9550, 'at most, of the drive alone');

const FLASH_ALONE = {
  drivePrice: sourced(
    4672,
    'USD',
    FLASH_SHOP,
    'x 12.8/30, first quarter of 2026; it was 3062 three quarters before. Drives for 3 writes a ' +
      'day cost more',
  ),
  drivePower: FLASH_POWER,
} as const;

const FLASH_IN_ENCLOSURE = {
  drivePrice: assumed(
    5172,
    'USD',
    'a drive for 4672, and 500 for its place in a server, for which no price is at hand',
  ),
  drivePower: FLASH_POWER,
} as const;

const SINGLE = {
  drives: 1,
  parityDrives: 0,
  readEfficiency: assumed(1, 'share', 'one large sequential stream gets the published rate'),
  writeEfficiency: assumed(1, 'share', 'one large sequential stream gets the published rate'),
} as const;

const RAID6 = {
  parityDrives: 2,
  groupSize: 12,
  readEfficiency: assumed(0.75, 'share', '10 of 12 drives hold data, at 90 % of their rate'),
  writeEfficiency: assumed(0.6, 'share', '10 of 12 drives hold data, at 72 %; full stripes'),
} as const;

const RAID10 = {
  parityDrives: 1,
  groupSize: 2,
  readEfficiency: assumed(0.8, 'share', 'both halves of a mirror serve reads, at 80 %'),
  writeEfficiency: assumed(0.4, 'share', 'every byte is written twice, at 80 % of the rate'),
} as const;

/** Payload rate of a network port at MTU 1500: 1460 B of payload per 1538 B on the wire. */
const port = (bitsPerSecond: number): Sourced =>
  sourced(
    (bitsPerSecond / 8) * (1460 / 1538),
    'B/s',
    FRAMES,
    'nominal rate x 1460/1538, at MTU 1500; the protocol of the share (NFS, SMB) costs more',
  );

/** Disk and NVMe stores: values of `profile` of a store, in display order. */
export const STORE_PROFILES: readonly StoreProfile[] = [
  {
    name: 'disk/nearline',
    title: 'One nearline disk',
    kind: 'disk',
    ...NEARLINE,
    ...SINGLE,
    ...DISK_ALONE,
  },
  {
    name: 'disk/nearline-raid6',
    title: 'Nearline disks in RAID 6 groups of 12',
    kind: 'array',
    ...NEARLINE,
    ...RAID6,
    ...DISK_IN_ENCLOSURE,
    enclosure: LARGE_DRIVES,
    drives: 12,
  },
  {
    name: 'disk/nearline-raid10',
    title: 'Nearline disks in mirrored pairs',
    kind: 'array',
    ...NEARLINE,
    ...RAID10,
    ...DISK_IN_ENCLOSURE,
    enclosure: LARGE_DRIVES,
    drives: 12,
  },
  {
    name: 'nvme/single',
    title: 'One NVMe drive',
    kind: 'nvme',
    ...NVME,
    ...SINGLE,
    ...FLASH_ALONE,
  },
  {
    name: 'nvme/raid10',
    title: 'NVMe drives in mirrored pairs',
    kind: 'array',
    ...NVME,
    ...RAID10,
    ...FLASH_IN_ENCLOSURE,
    enclosure: SMALL_DRIVES,
    drives: 4,
  },
  {
    name: 'nas/10g',
    title: 'NAS on one 10 GbE port, 12 nearline disks in RAID 6',
    kind: 'nas',
    ...NEARLINE,
    ...RAID6,
    ...DISK_IN_ENCLOSURE,
    enclosure: LARGE_DRIVES,
    drives: 12,
    networkCeiling: port(10e9),
  },
  {
    name: 'nas/25g',
    title: 'NAS on one 25 GbE port, 24 nearline disks in RAID 6',
    kind: 'nas',
    ...NEARLINE,
    ...RAID6,
    ...DISK_IN_ENCLOSURE,
    enclosure: LARGE_DRIVES,
    drives: 24,
    networkCeiling: port(25e9),
  },
];

/** The store profile of that name, if there is one. */
export const storeProfile = (name: string): StoreProfile | undefined =>
  STORE_PROFILES.find((profile) => profile.name === name);
