import type { Calendar, Span } from '../../units/calendar.ts';
import type { Bytes, Fraction, Seconds } from '../../units/quantity.ts';
import type { CloudPlan } from './cloud.ts';
import type { CostPlan, StoreCost } from './cost.ts';
import type { DisasterPlan } from './disaster.ts';
import type { Objectives } from './objectives.ts';
import type { Operations } from './operations.ts';
import type { Parameter, ParameterSpec } from './parameter.ts';
import type { PolicyPlan } from './policy.ts';
import type { TapePlan } from './tape.ts';
import type { TrainingPlan } from './training.ts';
import type { VaultPlan } from './vault.ts';
import type { WindowOccurrences } from './window-occurrences.ts';
import type { WorkloadPlan } from './workload.ts';

/** A default that was used: path of the field, the value in words, and its source. */
export interface DefaultUsed {
  readonly path: string;
  readonly value: string;
  readonly source: string;
  /** What else it may be, where it hangs on what the data or the disks are like. */
  readonly assumed?: AssumedNumber;
}

/** A number that a content class or a tool of the catalog stands for, the same for all that leave it to that. */
export interface AssumedNumber {
  /** What it is of which class or tool, in words: `compressibility of documents`, `walk of restic`. */
  readonly what: string;
  readonly parameter: Parameter;
  /** The ends between which it lies elsewhere; null: no source gives them. */
  readonly range: AssumedRange | null;
}

/** Two ends of a number, in base units and in words, and who says so. */
export interface AssumedRange {
  readonly low: { readonly value: number; readonly shown: string };
  readonly high: { readonly value: number; readonly shown: string };
  readonly source: string;
}

/** A link between two sites; rate in bytes/s, `propagation` one-way, `rtt` round trip. */
export interface LinkPlan {
  readonly name: string;
  readonly rate: Parameter;
  /** Working paths ÷ all paths. */
  readonly live: number;
  readonly propagation: Seconds;
  readonly rtt: Seconds;
  readonly mss: Bytes;
  readonly loss: Parameter | null;
  /** Largest number of bytes in flight on one stream; Infinity: no limit. */
  readonly window: Bytes;
}

/** A store; `capacity` in usable bytes (Infinity: unknown), rates in bytes/s (null: no limit). */
export interface StorePlan {
  readonly name: string;
  readonly site: number;
  readonly capacity: Bytes;
  readonly ceiling: Fraction;
  readonly read: Parameter | null;
  readonly write: Parameter | null;
  readonly jobs: number;
  readonly clones: boolean;
  readonly kind: StoreKind;
  /** Whether the store cannot be reached over a network. */
  readonly offline: boolean;
  /** Vault to which its media are taken; null: they stay. */
  readonly vault: VaultPlan | null;
  /** Share of the stored bytes that silently goes bad per second; null: none. */
  readonly latent: Parameter | null;
  readonly cost: StoreCost;
  /** Drives and cartridges of a tape library; null for other stores. */
  readonly tape: TapePlan | null;
  /** Classes and objects of an object store; null for other stores. */
  readonly cloud: CloudPlan | null;
}

/** Kind of medium of a store, for rules that count kinds of media. */
export type StoreKind = 'disk' | 'tape' | 'cloud' | 'other';

/** A site with its backup server: cores and concurrent jobs; Infinity: no limit. */
export interface SitePlan {
  readonly name: string;
  readonly cores: number;
  readonly jobs: number;
  readonly region: string;
}

/**
 * Whether bytes leave a site on their way to another one; where no sites are named, an object store
 * is taken to be elsewhere.
 */
export const isElsewhere = ({ sites }: Plan, from: number, to: number): boolean =>
  from !== to || sites[from]?.name === '';

/** A resource that jobs share: the cores of a site, a link, or the time of a store. */
export interface ResourcePlan {
  readonly name: string;
  readonly kind: 'cores' | 'link' | 'store';
  readonly of: number;
}

/** Throttle hours of links, as changes of capacity in chronological order. */
export interface ThrottlePlan {
  readonly times: Float64Array;
  readonly resources: Int32Array;
  /** Capacity from then on: a share of the full capacity (`asShare` is 1), or bytes/s. */
  readonly values: Float64Array;
  readonly asShare: Uint8Array;
}

/** Trigger times of all protections with the same schedules and the same window. */
export interface TriggerGroup {
  /** Instants at which jobs are ready to start, ascending. */
  readonly times: Float64Array;
  /** Level of each trigger; see LEVELS. */
  readonly levels: Uint8Array;
  /** Index of the window occurrence that contains each trigger, or -1. */
  readonly occurrences: Int32Array;
  /** Index of the window in the strategy, or -1 if jobs may run at any time. */
  readonly window: number;
}

/** A protection: one workload under one strategy, or a copy of its points. */
export interface ProtectionPlan {
  readonly workload: number;
  readonly policy: PolicyPlan;
  /** For a copy: index of the protection whose points it copies; -1 for backups. */
  readonly from: number;
}

/** One strategy. Protections with equal terms share a policy; policies share trigger groups. */
export interface StrategyPlan {
  readonly name: string;
  readonly protections: readonly ProtectionPlan[];
  readonly policies: readonly PolicyPlan[];
  readonly groups: readonly TriggerGroup[];
  readonly windows: readonly WindowOccurrences[];
  readonly prunes: readonly Float64Array[];
}

/** A compiled scenario: all dates are computed, all names are resolved to indices. */
export interface Plan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly horizon: Span;
  readonly calendar: Calendar;
  /** Boundaries of the billing months: the start of each, then the end of the last. */
  readonly months: Float64Array;
  readonly parameters: readonly ParameterSpec[];
  readonly workloads: readonly WorkloadPlan[];
  readonly sites: readonly SitePlan[];
  readonly links: readonly LinkPlan[];
  readonly stores: readonly StorePlan[];
  /** Object stores that are billed together, by index. */
  readonly accounts: readonly (readonly number[])[];
  readonly resources: readonly ResourcePlan[];
  readonly throttle: ThrottlePlan;
  /** Sorted by name; `order` lists the names in the order of the file. */
  readonly strategies: readonly StrategyPlan[];
  readonly order: readonly string[];
  readonly training: readonly TrainingPlan[];
  readonly objectives: Objectives;
  readonly operations: Operations;
  readonly disasters: readonly DisasterPlan[];
  readonly cost: CostPlan;
  /** Common-cause share: the share of faults of copies that hit all copies at once. */
  readonly commonCause: number;
  readonly defaults: readonly DefaultUsed[];
}
