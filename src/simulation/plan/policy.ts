import type { Granularity, Style } from '../../scenario/tool.ts';
import type { Bytes, Fraction, Seconds } from '../../units/quantity.ts';
import type { Rules } from '../chain/retention.ts';
import type { Parameter } from './parameter.ts';

/** What a tool does and costs; `scan` is files a second, null takes no time. */
export interface ToolPlan {
  readonly name: string;
  readonly style: Style;
  readonly granularity: Granularity;
  readonly compresses: boolean;
  readonly merges: boolean;
  readonly overhead: Fraction;
  /** Core seconds a source byte costs in hashing and compressing, and on the way back. */
  readonly work: number;
  readonly workBack: number;
  /** Core seconds that encrypting or decrypting costs a byte as it is stored. */
  readonly seal: number;
  readonly cores: number;
  readonly streams: number;
  readonly window: Bytes;
  readonly scan: Parameter | null;
  readonly perFile: Seconds;
  readonly prepare: Seconds;
  readonly finish: Seconds;
  readonly staged: boolean;
}

/** How backups are checked; `rate` is bytes a second that one core checks. */
export interface VerifyPlan {
  readonly method: string;
  readonly fullsOnly: boolean;
  readonly inline: boolean;
  readonly at: 'source' | 'target';
  readonly coverage: Fraction;
  readonly rate: Parameter;
  readonly cores: number;
  /** Seconds between two checks of everything that is kept; Infinity: only what is new is checked. */
  readonly recheck: Seconds;
}

/** Whether bytes that are read leave the site of their store, and then its provider as well. */
export interface Egress {
  readonly leaves: boolean;
  /** Whether they stay with the provider, and are paid as moved to another of its stores. */
  readonly within: boolean;
}

/** What makes a job of a copy due, and what it writes. */
export interface CopyPlan {
  /** The store it is made from. */
  readonly from: number;
  /** Each new point, each new full, or dates of its own. */
  readonly after: 'backup' | 'full' | 'dates';
  /** Whether each copy is whole by itself. */
  readonly whole: boolean;
  readonly delay: Seconds;
  readonly egress: Egress;
}

/** What is written between backups, shipped every so many seconds; `volume` is bytes a byte changed. */
export interface LogPlan {
  readonly store: number;
  readonly links: readonly number[];
  readonly every: Seconds;
  readonly volume: number;
  /** Seconds for which it is kept, and longer where the newest point of a copy still needs it. */
  readonly keep: Seconds;
  /** Bytes of log that a restore applies in a second. */
  readonly apply: number;
}

/** A replica, and how far it is behind; `takeover` is the time until work goes on with it. */
export interface ReplicaPlan {
  readonly store: number;
  readonly links: readonly number[];
  readonly sync: boolean;
  readonly lag: Seconds;
  readonly takeover: Seconds;
}

/** When a job is made a full though it is not due: limits, 0 being none. */
export interface RebasePlan {
  /** Share of a full that a differential may take; `auto` goes by the bytes written a day. */
  readonly differential: number;
  readonly auto: boolean;
  readonly chain: number;
}

/** How data at one site are protected; workloads under the same terms share one. */
export interface PolicyPlan {
  readonly store: number;
  readonly links: readonly number[];
  readonly group: number;
  /** Scheduled levels that the style does not make: they run as increments. */
  readonly asIncrements: readonly string[];
  readonly tool: ToolPlan;
  readonly rules: Rules;
  /** Fulls that are set aside, in the order of GFS_RULES; 0 is no rule. */
  readonly gfs: readonly number[];
  readonly merges: boolean;
  /** Index of the prune times, or -1: after every job. */
  readonly prunes: number;
  readonly verify: VerifyPlan | null;
  readonly cut: boolean;
  readonly queue: boolean;
  readonly failure: Parameter | null;
  readonly retries: number;
  readonly retryAfter: Seconds;
  /** For a copy: what it is made from and when; null for backups. */
  readonly copy: CopyPlan | null;
  /** Seconds for which a point can be neither changed nor removed. */
  readonly lock: Seconds;
  readonly rebase: RebasePlan | null;
  /** Whether a job that would find nothing changed is left out. */
  readonly skipsUnchanged: boolean;
  readonly log: LogPlan | null;
  readonly replica: ReplicaPlan | null;
  /** Seconds of people before a restore begins, and the site it is for (null: the workload's). */
  readonly handOver: Seconds;
  readonly restoreAt: number | null;
  /** By how much each kept point of a deduplicated repository slows the reading of it down. */
  readonly fragmentation: Fraction;
  /** How what was restored is checked; null where it is not. */
  readonly restoreCheck: VerifyPlan | null;
  /** The links on the way back from the store to where data are restored. */
  readonly back: readonly number[];
}
