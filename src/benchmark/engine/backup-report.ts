import { Findings, type FindingsSummary } from './findings.ts';
import type { PointHeader } from './point-manifest.ts';

/** The report of a backup; sizes are bytes. */
export interface BackupReport extends PointHeader, TallySummary {
  readonly format: 'backcast/engine-backup/1';
}

/** The figures of a backup. */
interface TallySummary {
  /**
   * Regular files that are new, changed or unchanged since the base, and those only in the base.
   */
  readonly files: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly removed: number;
  };
  readonly directories: number;
  readonly links: number;
  /** FIFOs, sockets and devices; they are not backed up. */
  readonly special: number;
  readonly bytes: {
    /** Bytes of all files in the tree. */
    readonly processed: number;
    /** Bytes of the files that were read. */
    readonly read: number;
    /** Bytes of the pack and the manifest that the backup added to the repository. */
    readonly stored: number;
  };
  /** Entries that changed while they were read, or could not be read. */
  readonly doubts: FindingsSummary;
}

/** Counters of a backup in progress. */
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
