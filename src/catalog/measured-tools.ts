import { type Origin, ranging, sourced } from './sourced.ts';
import type { PruneTerms, RestoreTerms, Tool, WorkTerms } from './tool.ts';

/**
 * What tools take, as measured: processor seconds of one core for backups, seconds of the clock for the
 * start of a tool and for restores. They are those of the profiles in `scenarios/profiles/`, which a test
 * holds, and those say how well they foretell. All was read from memory: what a disk takes to find a million
 * files comes on top (`scanRate`).
 */
type Measured = Required<Pick<Tool, 'prepare' | 'finish' | 'work' | 'restore'>>;

/** What is measured of a tool: seconds, and bytes a second of one core. */
interface Figures {
  readonly tool: string;
  readonly fixed: number;
  readonly perFile: number;
  readonly perChangedFile?: number;
  readonly read: number;
  /** How `read` was told from the other terms, where the fit could not. */
  readonly readBy?: string;
  readonly compress?: number;
  readonly store?: number;
  readonly restore: {
    readonly fixed: number;
    readonly perFile: number;
    readonly rate: number;
    /** The run that `rate` is of, where the trees of the fit were too small for it. */
    readonly rateBy?: { readonly from: Origin; readonly note: string };
  };
}

const MACHINE = '2 cores of an Intel Xeon at 2.1 GHz, ext4, from memory';

function measured({ tool, fixed, restore, ...figures }: Figures): Measured {
  const by: Origin = {
    source: `scenarios/profiles/training.yaml with ${tool}`,
    date: '2026-11-30',
    grade: 'measured',
  };
  const { perFile, perChangedFile, read, readBy, compress, store } = figures;
  const work: WorkTerms = {
    perFile: sourced(perFile, 's', by, MACHINE),
    perChangedFile: sourced(
      perChangedFile ?? 0,
      's',
      by,
      perChangedFile === undefined ? 'not told from what each file takes' : MACHINE,
    ),
    read: sourced(read, 'B/s', by, readBy ?? MACHINE),
    ...(compress && { compress: sourced(compress, 'B/s', by, MACHINE) }),
    ...(store && { store: sourced(store, 'B/s', by, MACHINE) }),
  };
  const back: RestoreTerms = {
    fixed: sourced(restore.fixed, 's', by, MACHINE),
    perFile: sourced(restore.perFile, 's', by, MACHINE),
    rate: sourced(restore.rate, 'B/s', restore.rateBy?.from ?? by, restore.rateBy?.note ?? MACHINE),
  };
  return {
    prepare: sourced(fixed, 's', by, MACHINE),
    finish: sourced(0, 's', by, 'in what is fixed'),
    work,
    restore: back,
  };
}

const measuredWith = (source: string): Origin => ({
  source,
  date: '2026-12-01',
  grade: 'measured',
});

/** By name of the tool. */
export const MEASURED = {
  'built-in': measured({
    ...{ tool: 'backcast 0.1.0', fixed: 0.171, perFile: 150e-6, read: 482e6 },
    restore: { fixed: 0.317, perFile: 232e-6, rate: 2.23e9 },
  }),
  tar: measured({
    ...{ tool: 'GNU tar 1.34', fixed: 0.0246, perFile: 3.62e-6, perChangedFile: 6.92e-6 },
    read: 1.38e9,
    restore: { fixed: 0.0806, perFile: 93.8e-6, rate: 575e6 },
  }),
  rsync: measured({
    ...{ tool: 'rsync 3.5.0', fixed: 0.0791, perFile: 69.4e-6, perChangedFile: 14e-6 },
    read: 1.085e9,
    restore: { fixed: 0.0798, perFile: 211e-6, rate: 803e6 },
  }),
  restic: measured({
    ...{ tool: 'restic 0.14.0', fixed: 0.456, perFile: 46.2e-6, perChangedFile: 46.1e-6 },
    ...{ read: 392e6, compress: 92.3e6, store: 119e6 },
    readBy: '537 MB read anew with --force, none of it new: 1.37 s; on an AMD EPYC 1.9 s',
    restore: {
      ...{ fixed: 0.478, perFile: 319e-6, rate: 168e6 },
      rateBy: {
        from: measuredWith('restic 0.14.0, 3.22 GB in 6 files'),
        note: '2 cores of an AMD EPYC, from memory: the middle of 9.1 to 10.8 s with nothing beside; the least of 12 was 7.87 s',
      },
    },
  }),
  borg: measured({
    ...{ tool: 'borg 1.2.4', fixed: 0.494, perFile: 79.9e-6, perChangedFile: 51.9e-6 },
    ...{ read: 411e6, compress: 659e6, store: 195e6 },
    restore: { fixed: 0.482, perFile: 289e-6, rate: 198e6 },
  }),
  rclone: measured({
    ...{ tool: 'rclone 1.60.1', fixed: 0.159, perFile: 166e-6, read: 184e6 },
    restore: { fixed: 0.146, perFile: 133e-6, rate: 181e6 },
  }),
};

const MIB = 2 ** 20;
/** Measurements of pruning: repositories with 3 % of the files replaced, one point forgotten. */
const BUSY = '2 cores of an AMD EPYC, ext4, busy with other work; processor seconds';

const RESTIC = measuredWith(
  'restic 0.14.0 on a local disk, 1000 to 100,000 files of 8 KiB to 1 MiB',
);
const BORG = measuredWith('borg 1.2.4 on a local disk, 1000 to 100,000 files of 8 KiB to 1 MiB');
const RESTIC_DOCS: Origin = {
  source: 'restic 0.14.0, restic-prune(1)',
  date: '2022-08-25',
  grade: 'published',
};
const BORG_DOCS: Origin = {
  source: 'borg 1.4 docs, borg-compact(1)',
  date: '2026-08-22',
  grade: 'published',
};

const BORG_CODE: Origin = {
  source: 'borg 1.2.4, constants.py',
  date: '2023-03',
  grade: 'published',
};

/** What it takes to free chunks that no point needs any more, by name of the tool. */
export const PRUNING = {
  restic: {
    fixed: sourced(1, 's', RESTIC, `forget and prune, each of which derives a key; ${BUSY}`),
    perChunk: sourced(27e-6, 's', RESTIC, `prune alone, with nothing to rewrite; ${BUSY}`),
    rate: ranging(
      sourced(70e6, 'B/s', RESTIC, `chunks of 1 MiB; ${BUSY}`),
      46e6,
      77e6,
      RESTIC,
      'chunks of 8 KiB; of 16 KiB',
    ),
    pack: sourced(16 * MIB, 'B', RESTIC, '10 packs held 157 MiB; before 0.14 they were smaller'),
    unused: sourced(0.05, 'share', RESTIC_DOCS, '--max-unused; before 0.12 none was left unused'),
    of: 'repository',
    at: 'source',
  },
  borg: {
    fixed: sourced(0.5, 's', BORG, `prune and compact; ${BUSY}`),
    perChunk: sourced(15e-6, 's', BORG, `prune alone; compact takes as long for many; ${BUSY}`),
    rate: ranging(
      sourced(590e6, 'B/s', BORG, `chunks of 1 MiB; ${BUSY}`),
      160e6,
      590e6,
      BORG,
      'chunks of 8 KiB; of 1 MiB',
    ),
    pack: sourced(500 * MIB, 'B', BORG_CODE, 'a segment: DEFAULT_MAX_SEGMENT_SIZE'),
    unused: sourced(0.1, 'share', BORG_DOCS, '--threshold of compact'),
    of: 'pack',
    at: 'target',
  },
} as const satisfies Record<string, PruneTerms>;
