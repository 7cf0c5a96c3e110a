import type { Trust } from '../../catalog/profiled-tool.ts';
import type { Granularity, Objects, Style } from '../../scenario/tool.ts';
import type { Bytes, Fraction, Seconds } from '../../units/quantity.ts';
import type { Rules } from '../chain/retention.ts';
import { SYNTHETIC } from './levels.ts';
import type { Parameter } from './parameter.ts';
import type { ThawStep } from './thaw.ts';

/** What a restore by a tool takes beside the way there; `unpack` and `open` are core seconds. */
export interface RestorePlan {
  readonly prepare: Seconds;
  readonly finish: Seconds;
  /** Seconds for each file that comes back. */
  readonly perFile: Seconds;
  /** For each restored byte, and for each stored byte that is decrypted. */
  readonly unpack: number;
  readonly open: number;
}

/** Core seconds of a backup that hide behind the way: of a file, of a byte. */
export interface WorkPlan {
  readonly perFile: number;
  readonly perChangedFile: number;
  readonly read: number;
  /** Of bytes that shrink to half or less; in proportion of those that shrink less. */
  readonly compress: number;
  readonly store: number;
}

/** Bytes that a backup adds: headers, and new bytes shrunk to `share × compressibility^-exponent`. */
export interface StoredPlan {
  readonly perPoint: Bytes;
  readonly perFile: Bytes;
  readonly perChangedFile: Bytes;
  readonly share: Fraction;
  readonly exponent: number;
}

/** What a prune of a repository takes, and how much of it may stay unused. */
export interface PrunePlan {
  readonly fixed: Seconds;
  /** Seconds for each chunk that the repository holds. */
  readonly perChunk: Seconds;
  /** Core seconds for a byte that is read, and written anew if a point needs it. */
  readonly rewriting: number;
  readonly pack: Bytes;
  readonly unused: Fraction;
  /** Whether that is a share of each pack; else it is one of the repository. */
  readonly ofPack: boolean;
  /** Whether it runs beside the store; else where the data are. */
  readonly beside: boolean;
}

/** The terms of a tool that measurements leave in doubt, all of one row of a profile. */
export type DrawnTerms = Pick<
  ToolPlan,
  'cores' | 'prepare' | 'finish' | 'perFile' | 'terms' | 'combine' | 'restore' | 'stored'
>;

/** The profile that a tool rests on. */
export interface ProfilePlan {
  /** The file, and the day and machine of its measurements, in words. */
  readonly file: string;
  readonly measured: { readonly on: string; readonly machine: string };
  readonly trust: readonly Trust[];
  /** Terms that could have been, from the fastest to the slowest, and which of them a future draws. */
  readonly rows: readonly DrawnTerms[];
  readonly row: Parameter;
  /** Measured ÷ foretold seconds of backups: each night of a future draws one. */
  readonly nights: Float64Array;
}

/** How a tool works and what it costs; `scan` is files/s, null: scanning takes no time. */
export interface ToolPlan {
  readonly name: string;
  readonly style: Style;
  readonly granularity: Granularity;
  readonly compresses: boolean;
  readonly merges: boolean;
  readonly overhead: Fraction;
  /** Core seconds per source byte: hashing and compressing. */
  readonly work: number;
  /** Core seconds per stored byte to encrypt. */
  readonly seal: number;
  readonly cores: number;
  readonly streams: number;
  readonly window: Bytes;
  readonly scan: Parameter | null;
  readonly perFile: Seconds;
  readonly prepare: Seconds;
  readonly finish: Seconds;
  /** Measured terms; 0 where other fields of the tool stand in their place. */
  readonly terms: WorkPlan;
  /** Exponent with which work and way add up; Infinity: the longer one alone. */
  readonly combine: number;
  readonly restore: RestorePlan;
  readonly stored: StoredPlan;
  /** Null where nothing was measured for it. */
  readonly profile: ProfilePlan | null;
  readonly objects: Objects;
  readonly staged: boolean;
}

/** How backups are verified; `rate` is bytes/s per core. */
export interface VerifyPlan {
  readonly method: string;
  readonly fullsOnly: boolean;
  readonly inline: boolean;
  readonly at: 'source' | 'target';
  /** Whether a recheck of an object store runs beside it, and not from where the data are. */
  readonly beside: boolean;
  readonly coverage: Fraction;
  readonly rate: Parameter;
  readonly cores: number;
  /** Seconds between two checks of all kept points; Infinity: only new points are checked. */
  readonly recheck: Seconds;
}

/** Whether a job of a level is checked: where only fulls are, a synthetic full counts as one. */
export const isChecked = (verify: VerifyPlan | null, level: number): verify is VerifyPlan =>
  verify !== null && (!verify.fullsOnly || level <= SYNTHETIC);

/** Where the bytes go that a copy reads from its source store; decides how they are billed. */
export interface Egress {
  /** Whether they cross a link, that is, leave the site of the source. */
  readonly leaves: boolean;
  /** Whether they go to another store of the same provider: billed as a transfer, not as egress. */
  readonly within: boolean;
}

/** What triggers the jobs of a copy, and what they write. */
export interface CopyPlan {
  /** Index of the source store. */
  readonly from: number;
  /** Trigger: each new point, each new full, or a schedule of its own. */
  readonly after: 'backup' | 'full' | 'dates';
  /** Whether each copy is a self-contained full. */
  readonly whole: boolean;
  readonly delay: Seconds;
  readonly egress: Egress;
  /** How long what it reads has to be thawed, by the age of the point; empty: nothing has to be. */
  readonly thaws: readonly ThawStep[];
}

/** Log shipping, every `every` seconds; `volume` is bytes of log per byte of changed data. */
export interface LogPlan {
  readonly store: number;
  readonly links: readonly number[];
  readonly every: Seconds;
  readonly volume: number;
  /** Retention in seconds; longer if the newest point of a copy still needs the log. */
  readonly keep: Seconds;
  /** Bytes of log that a restore applies per second. */
  readonly apply: number;
}

/** A replica; `lag` is how far it is behind, `takeover` the time to fail over to it. */
export interface ReplicaPlan {
  readonly store: number;
  readonly links: readonly number[];
  readonly sync: boolean;
  readonly lag: Seconds;
  readonly takeover: Seconds;
}

/** Limits that force an unscheduled full; 0: no limit. */
export interface RebasePlan {
  /** Largest differential, as a share of a full; `auto`: minimise the bytes written per day. */
  readonly differential: number;
  readonly auto: boolean;
  /** Increments after which the next job is a full. */
  readonly chain: number;
}

/** How data at one site are protected; workloads with the same terms share one policy. */
export interface PolicyPlan {
  readonly store: number;
  readonly links: readonly number[];
  readonly group: number;
  /** Scheduled levels that the style does not produce; they run as increments. */
  readonly asIncrements: readonly string[];
  readonly tool: ToolPlan;
  readonly rules: Rules;
  /** Seconds from the start for which nothing is due, where later it never waits as long; else 0. */
  readonly lateBy: Seconds;
  /** Numbers of archive fulls by GFS rule, in the order of GFS_RULES; 0: no such rule. */
  readonly gfs: readonly number[];
  readonly merges: boolean;
  /** Index of the prune times in the strategy; -1: prune after every job. */
  readonly prunes: number;
  /** Null: what goes is gone in no time. */
  readonly pruning: PrunePlan | null;
  readonly verify: VerifyPlan | null;
  readonly cut: boolean;
  readonly queue: boolean;
  readonly failure: Parameter | null;
  readonly retries: number;
  readonly retryAfter: Seconds;
  /** For a copy: its source and trigger; null for backups. */
  readonly copy: CopyPlan | null;
  /** Lock: seconds for which a point can be neither changed nor deleted. */
  readonly lock: Seconds;
  readonly rebase: RebasePlan | null;
  /** Whether a job is skipped when nothing has changed. */
  readonly skipsUnchanged: boolean;
  readonly log: LogPlan | null;
  readonly replica: ReplicaPlan | null;
  /** Seconds of manual work before a restore starts; site to restore at (null: the workload's). */
  readonly handOver: Seconds;
  readonly restoreAt: number | null;
  /** Slowdown of reads from a deduplicated repository per kept point, as a share. */
  readonly fragmentation: Fraction;
  /** How restored data are verified; null: not verified. */
  readonly restoreCheck: VerifyPlan | null;
  /** Links of the restore route, from the store to the site where data are restored. */
  readonly back: readonly number[];
}
