import { defaultDialect } from './keep-dialect.ts';
import { MEASURED, PRUNING } from './measured-tools.ts';
import { assumed, type Origin, ranging, type Sourced, sourced } from './sourced.ts';
import type { Tool } from './tool.ts';

const MIB = 2 ** 20;

const BORG_FAQ: Origin = { source: 'borg docs, FAQ', date: '2020-10-03', grade: 'published' };
const BORG: Origin = {
  source: 'borg 1.4 docs (borgbackup/borg fc74d5f)',
  date: '2026-08-22',
  grade: 'published',
};
const RESTIC: Origin = {
  source: 'restic design document (restic/restic a80be147)',
  date: '2026-08-01',
  grade: 'published',
};
const SSH_WINDOW: Origin = {
  source:
    'OpenSSH 10.5p1, CHAN_SES_WINDOW_DEFAULT in channels.h (openssh/openssh-portable 0ef0f5a8)',
  date: '2026-08-21',
  grade: 'published',
};

const WALK = 1e6 / 240;
const BORG_WALK = 'a million unchanged files in 4 minutes; 4 cores, 7200 rpm disks, ZFS';
/** A walk with its ends: on busy disks, and from memory, where a file takes a core its time alone. */
const walked = (walk: Sourced): Sourced =>
  ranging(
    walk,
    680,
    20_000,
    { source: 'borg issue 893 (borgbackup/borg)', date: '2016-04-27', grade: 'reported' },
    '2.5 million files of a home directory in 3,688 s; from memory restic takes 46 µs a file, as measured',
  );
const BORROWED_WALK = walked(
  sourced(WALK, '/s', { ...BORG_FAQ, grade: 'assumption' }, `taken from borg: ${BORG_WALK}`),
);
const WINDOW = sourced(
  2 * MIB,
  'B',
  SSH_WINDOW,
  'the window of one ssh channel: 64 packets of 32 KiB',
);
/** Streams that fill 10 Gbit/s to an object store, per the S3 user guide: one for each 85 to 90 MB/s. */
export const OBJECT_STREAMS = 15;

const NO_TIME = assumed(0, 's', 'ideal tool');

/** Values of `tool`, in display order. */
export const TOOLS: readonly Tool[] = [
  {
    name: 'generic',
    title: 'Ideal tool of capacity calculators',
    version: '1',
    style: 'forward',
    granularity: { kind: 'stated' },
    compresses: true,
    codec: 'none',
    cipher: 'none',
    hash: 'none',
    objects: 'packs',
    streams: 1,
    objectStreams: OBJECT_STREAMS,
    cores: 1,
    prepare: NO_TIME,
    finish: NO_TIME,
    overhead: assumed(0, 'share', 'ideal tool'),
    mergesDuplicates: false,
    keepDialect: defaultDialect('generic'),
    notes: [
      'Copies exactly the change that is stated, shrunk by the stated compressibility.',
      'Scanning, compressing and starting cost nothing, so real tools are slower.',
      'To an object store it has 15 streams, which fill 10 Gbit/s; elsewhere one.',
    ],
  },
  {
    name: 'tar',
    title: 'GNU tar --listed-incremental',
    version: '1.35',
    style: 'forward',
    granularity: { kind: 'file' },
    compresses: false,
    codec: 'none',
    cipher: 'none',
    hash: 'none',
    scanRate: BORROWED_WALK,
    objects: 'packs',
    streams: 1,
    cores: 1,
    ...MEASURED.tar,
    overhead: assumed(0.005, 'share', 'header and padding of about 768 B for a file of 153 kB'),
    mergesDuplicates: false,
    keepDialect: defaultDialect('tar'),
    notes: [
      'Copies changed files whole; a restore replays every level in order.',
      'A differential starts from a copy of the level-0 snapshot file.',
      'One stream without an index.',
    ],
  },
  {
    name: 'rsync',
    title: 'rsync with --link-dest',
    version: '3.5',
    style: 'forward',
    granularity: { kind: 'file' },
    compresses: false,
    codec: 'none',
    cipher: 'none',
    hash: 'xxhash',
    scanRate: BORROWED_WALK,
    objects: 'files',
    streams: 1,
    streamWindow: WINDOW,
    cores: 1,
    ...MEASURED.rsync,
    overhead: assumed(0, 'share', 'links and directories are not counted'),
    mergesDuplicates: false,
    keepDialect: defaultDialect('rsync'),
    notes: [
      'Stores changed files whole; block deltas save traffic over a network, not space.',
      'Compares size and time, so damage that keeps both goes unseen; --checksum reads both sides.',
      'Stored bytes are plain; over ssh, set cipher to chacha20-poly1305 to count its cost.',
    ],
  },
  {
    name: 'restic',
    title: 'restic',
    version: '0.19',
    style: 'dedup',
    granularity: {
      kind: 'chunk',
      mean: sourced(
        1.5 * MIB,
        'B',
        { ...RESTIC, grade: 'derived' },
        'Rabin, 1 MiB on average above the least, up to 8 MiB; a smaller file is one chunk',
      ),
      least: sourced(MIB / 2, 'B', RESTIC),
    },
    compresses: true,
    codec: 'zstd-3',
    cipher: 'aes-256-gcm',
    hash: 'sha-256',
    scanRate: BORROWED_WALK,
    objects: 'packs',
    streams: 5,
    cores: 2,
    ...MEASURED.restic,
    overhead: sourced(56 / MIB, 'share', { ...RESTIC, grade: 'derived' }, 'index of 56 B a MiB'),
    prune: PRUNING.restic,
    mergesDuplicates: true,
    keepDialect: defaultDialect('restic', '0.19'),
    notes: [
      'Five connections to a remote store, two to a local one.',
      'Reads files whose time, size or inode changed, and renamed folders, as a whole.',
      'Two busy cores are an assumption; with more or fewer, set cores.',
    ],
  },
  {
    name: 'borg',
    title: 'Borg',
    version: '1.4',
    style: 'dedup',
    granularity: {
      kind: 'chunk',
      mean: sourced(
        2.5 * MIB,
        'B',
        { ...BORG, grade: 'derived' },
        'buzhash, 2 MiB on average above the least, up to 8 MiB; a smaller file is one chunk',
      ),
      least: sourced(MIB / 2, 'B', BORG),
    },
    compresses: true,
    codec: 'lz4',
    cipher: 'aes-256-gcm',
    hash: 'sha-256',
    scanRate: walked(sourced(WALK, '/s', BORG_FAQ, BORG_WALK)),
    objects: 'packs',
    streams: 1,
    streamWindow: WINDOW,
    cores: 1,
    ...MEASURED.borg,
    overhead: assumed(1e-4, 'share', 'about 200 B a chunk of 2.5 MiB for headers and lists'),
    prune: PRUNING.borg,
    mergesDuplicates: true,
    keepDialect: defaultDialect('borg'),
    notes: ['Works on one core, over one ssh connection.'],
  },
  {
    name: 'rclone',
    title: 'rclone copy',
    version: '1.60',
    style: 'forward',
    granularity: { kind: 'file' },
    compresses: false,
    codec: 'none',
    cipher: 'none',
    hash: 'none',
    scanRate: BORROWED_WALK,
    objects: 'files',
    streams: 4,
    cores: 1,
    ...MEASURED.rclone,
    overhead: assumed(0, 'share', 'directories are not counted'),
    mergesDuplicates: false,
    keepDialect: defaultDialect('rclone'),
    notes: ['Copies changed files whole, four at once; links and modes are not kept.'],
  },
  {
    name: 'built-in',
    title: 'Engine that backcast has for benchmarks',
    version: '0.1',
    style: 'forward',
    granularity: { kind: 'file' },
    compresses: false,
    codec: 'none',
    cipher: 'none',
    hash: 'sha-256',
    scanRate: BORROWED_WALK,
    objects: 'packs',
    streams: 1,
    cores: 1,
    ...MEASURED['built-in'],
    overhead: assumed(0, 'share', 'a list of 284 B a file in each point is not counted'),
    mergesDuplicates: false,
    keepDialect: defaultDialect('built-in'),
    notes: ['Copies changed files whole and knows each by its SHA-256; for benchmarks alone.'],
  },
];

/** The tool of that name, if there is one. */
export const tool = (name: string): Tool | undefined => TOOLS.find((each) => each.name === name);
