import { Findings, type FindingsSummary } from './findings.ts';
import type { PointHeader } from './point-manifest.ts';

/** What a backup did. Sizes are bytes. */
export interface BackupReport extends PointHeader, TallySummary {
  readonly format: 'backcast/engine-backup/1';
}

/** The figures of a backup. */
interface TallySummary {
  /** Regular files: not in the base; with other content than there; with the same; only there. */
  readonly files: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly removed: number;
  };
  readonly directories: number;
  readonly links: number;
  /** FIFOs, sockets and devices, which are left out. */
  readonly special: number;
  readonly bytes: {
    /** Of all files of the tree. */
    readonly processed: number;
    /** Of those that were read. */
    readonly read: number;
    /** Of the two files that the point added to the repository. */
    readonly stored: number;
  };
  /** What changed while it was read, or could not be read. */
  readonly doubts: FindingsSummary;
}

/** Counts during a backup. */
export class BackupTally {
  added = 0;
  changed = 0;
  unchanged = 0;
  removed = 0;
  directories = 0;
  links = 0;
  special = 0;
  processed = 0;
  read = 0;
  stored = 0;
  readonly doubts = new Findings();

  get summary(): TallySummary {
    const { added, changed, unchanged, removed, directories, links, special } = this;
    return {
      files: { added, changed, unchanged, removed },
      directories,
      links,
      special,
      bytes: { processed: this.processed, read: this.read, stored: this.stored },
      doubts: this.doubts.summary,
    };
  }
}
