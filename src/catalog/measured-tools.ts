import { type Origin, sourced } from './sourced.ts';
import type { RestoreTerms, Tool, WorkTerms } from './tool.ts';

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
    /** How `rate` was measured, where the trees of the fit were too small for it. */
    readonly rateBy?: string;
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
    rate: sourced(restore.rate, 'B/s', by, restore.rateBy ?? MACHINE),
  };
  return {
    prepare: sourced(fixed, 's', by, MACHINE),
    finish: sourced(0, 's', by, 'in what is fixed'),
    work,
    restore: back,
  };
}

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
    readBy: '537 MB read anew with --force, none of it new, on the same machine: 1.37 s',
    restore: {
      ...{ fixed: 0.478, perFile: 319e-6, rate: 205e6 },
      rateBy: '3.22 GB in 6 files on both cores of the same machine, the least of 8: 7.87 s',
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
