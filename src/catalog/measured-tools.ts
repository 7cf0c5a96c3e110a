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
  readonly read: number;
  readonly restore: { readonly fixed: number; readonly perFile: number; readonly rate: number };
}

const MACHINE = '2 cores of an Intel Xeon at 2.1 GHz, ext4, from memory';

function measured({ tool, fixed, perFile, read, restore }: Figures): Measured {
  const by: Origin = {
    source: `scenarios/profiles/training.yaml with ${tool}`,
    date: '2026-11-30',
    grade: 'measured',
  };
  const work: WorkTerms = {
    perFile: sourced(perFile, 's', by, MACHINE),
    perChangedFile: sourced(0, 's', by, 'not told from what each file takes'),
    read: sourced(read, 'B/s', by, MACHINE),
  };
  const back: RestoreTerms = {
    fixed: sourced(restore.fixed, 's', by, MACHINE),
    perFile: sourced(restore.perFile, 's', by, MACHINE),
    rate: sourced(restore.rate, 'B/s', by, MACHINE),
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
  rclone: measured({
    ...{ tool: 'rclone 1.60.1', fixed: 0.159, perFile: 166e-6, read: 184e6 },
    restore: { fixed: 0.146, perFile: 133e-6, rate: 181e6 },
  }),
};
