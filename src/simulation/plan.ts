import type { Distribution } from '../random/distribution.ts';
import type { GfsRule } from '../scenario/keep.ts';
import type { Granularity, Style } from '../scenario/tool.ts';
import type { Calendar, Span } from '../units/calendar.ts';
import type { Bytes, Fraction, Seconds } from '../units/quantity.ts';
import type { Rules } from './chain/retention.ts';
import type { Objectives } from './objectives.ts';
import type { Operations } from './operations.ts';

/** The index of a quantity in a run's vector of drawn values. */
export type Parameter = number;

/** A quantity of the plan; certain ones are fixed distributions. */
export interface ParameterSpec {
  /** The field's path without the strategy: the name of its stream of chance. */
  readonly name: string;
  readonly distribution: Distribution;
}

/** A value nobody gave: where it stands, what was taken, and from where. */
export interface DefaultUsed {
  readonly path: string;
  readonly value: string;
  readonly source: string;
}

/** How writes are spread, with the parts that do not depend on chance. */
export type SkewPlan =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'hot'; readonly hot: number; readonly takes: number }
  | { readonly kind: 'zipf'; readonly exponent: number; readonly units: number };

/** A measured history: states in order of time. */
export interface Series {
  readonly times: readonly number[];
  readonly sizes: readonly number[];
  /** Bytes added or changed since the state before; 0 for the first. */
  readonly changed: readonly number[];
}

/** How much differs: a day or a run, by the seconds that have passed, or as it was measured. */
export type ChangePlan =
  | {
      readonly kind: 'rate';
      readonly every: 'day' | 'run';
      readonly amount: Parameter;
      readonly inBytes: boolean;
      readonly skew: SkewPlan;
      /** Bytes of the pieces that change independently; 0: the change is what the tool sees. */
      readonly unit: number;
    }
  | {
      readonly kind: 'power law';
      readonly points: readonly {
        readonly after: number;
        readonly amount: Parameter;
        readonly inBytes: boolean;
      }[];
    }
  | { readonly kind: 'series'; readonly series: Series };

/** Growth: compound by a share a second over periods of seconds, or of bytes a second. */
export type GrowthPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'share'; readonly rate: Parameter; readonly period: number }
  | { readonly kind: 'append'; readonly rate: Parameter };

/** Data to protect; null for `files` takes them from `size` and `fileSize`. */
export interface WorkloadPlan {
  readonly name: string;
  readonly site: number;
  readonly size: Parameter;
  readonly files: Parameter | null;
  /** Mean bytes of a file where `files` is not given. */
  readonly fileSize: Bytes;
  readonly growth: GrowthPlan;
  readonly change: ChangePlan;
  /** Instants of scheduled rewrites, in order, and the share each rewrites. */
  readonly events: { readonly times: readonly number[]; readonly shares: readonly number[] };
  readonly compressibility: Parameter;
  readonly duplicates: Parameter;
  /** Bytes a second of the source; null does not limit. */
  readonly read: Parameter | null;
  readonly write: Parameter | null;
}

/** A way between two sites, of bytes a second; `propagation` is one way, `rtt` there and back. */
export interface LinkPlan {
  readonly name: string;
  readonly rate: Parameter;
  /** Live paths ÷ all paths. */
  readonly live: number;
  readonly propagation: Seconds;
  readonly rtt: Seconds;
  readonly mss: Bytes;
  readonly loss: Parameter | null;
  /** What one stream may have under way; Infinity does not limit. */
  readonly window: Bytes;
}

/** A store: usable bytes (Infinity: unknown) and bytes a second (null does not limit). */
export interface StorePlan {
  readonly name: string;
  readonly site: number;
  readonly capacity: Bytes;
  readonly ceiling: Fraction;
  readonly read: Parameter | null;
  readonly write: Parameter | null;
  readonly jobs: number;
  readonly clones: boolean;
}

/** A site with its server; Infinity does not limit. */
export interface SitePlan {
  readonly name: string;
  readonly cores: number;
  readonly jobs: number;
}

/** What jobs share: cores of a site, a link, the time of a store. */
export interface ResourcePlan {
  readonly name: string;
  readonly kind: 'cores' | 'link' | 'store';
  readonly of: number;
}

/** Hours in which a resource gives less, as changes in the order of time. */
export interface ThrottlePlan {
  readonly times: Float64Array;
  readonly resources: Int32Array;
  /** Share of the capacity, or bytes a second, that is left from then on. */
  readonly values: Float64Array;
  readonly asShare: Uint8Array;
}

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
}

/** Trigger times of everything that shares one schedule and one window. */
export interface TriggerGroup {
  /** Instants at which jobs are ready to start, in order. */
  readonly times: Float64Array;
  /** Level of each: see LEVELS. */
  readonly levels: Uint8Array;
  /** Window occurrence each lies in, or -1. */
  readonly nights: Int32Array;
  /** Index in the strategy's openings, or -1 for any time. */
  readonly openings: number;
}

/** Occurrences of one window: when it opens and closes. */
export interface Openings {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
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
  readonly gfs: Readonly<Partial<Record<GfsRule, number>>>;
  readonly merges: boolean;
  /** Index of the prune times, or -1: after every job. */
  readonly prunes: number;
  readonly verify: VerifyPlan | null;
  readonly cut: boolean;
  readonly queue: boolean;
  readonly failure: Parameter | null;
  readonly retries: number;
  readonly retryAfter: Seconds;
}

/** One workload under one strategy. */
export interface ProtectionPlan {
  readonly workload: number;
  readonly policy: PolicyPlan;
}

/** One strategy; its policies stand for several protections, its times for several policies. */
export interface StrategyPlan {
  readonly name: string;
  readonly protections: readonly ProtectionPlan[];
  readonly policies: readonly PolicyPlan[];
  readonly groups: readonly TriggerGroup[];
  readonly openings: readonly Openings[];
  readonly prunes: readonly Float64Array[];
}

/** A scenario made ready to run: all dates worked out, all names turned into indices. */
export interface Plan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly horizon: Span;
  readonly calendar: Calendar;
  readonly parameters: readonly ParameterSpec[];
  readonly workloads: readonly WorkloadPlan[];
  readonly sites: readonly SitePlan[];
  readonly links: readonly LinkPlan[];
  readonly stores: readonly StorePlan[];
  readonly resources: readonly ResourcePlan[];
  readonly throttle: ThrottlePlan;
  /** In the order of names; `order` has their names in the order of the file. */
  readonly strategies: readonly StrategyPlan[];
  readonly order: readonly string[];
  readonly objectives: Objectives;
  readonly operations: Operations;
  readonly defaults: readonly DefaultUsed[];
}
