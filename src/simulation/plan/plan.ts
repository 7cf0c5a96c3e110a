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
import type { WindowOccurrences } from './window-occurrences.ts';
import type { WorkloadPlan } from './workload.ts';

/** A value nobody gave: where it stands, what was taken, and from where. */
export interface DefaultUsed {
  readonly path: string;
  readonly value: string;
  readonly source: string;
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
  readonly kind: StoreKind;
  /** Whether nobody can reach it over a network. */
  readonly offline: boolean;
  /** Where its media lie once they have been taken away, and the seconds until they have. */
  readonly vault: { readonly site: number; readonly after: Seconds } | null;
  /** Share of what lies in it that goes bad in a year, silently. */
  readonly latent: Parameter | null;
  readonly cost: StoreCost;
  /** Drives and cartridges, where it is a tape library. */
  readonly tape: TapePlan | null;
  /** Classes and objects, where it is an object store. */
  readonly cloud: CloudPlan | null;
}

/** What a store is, as rules about kinds of media see it. */
export type StoreKind = 'disk' | 'tape' | 'cloud' | 'other';

/** A site with its server; Infinity does not limit. */
export interface SitePlan {
  readonly name: string;
  readonly cores: number;
  readonly jobs: number;
  readonly region: string;
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

/** Trigger times of everything that shares one schedule and one window. */
export interface TriggerGroup {
  /** Instants at which jobs are ready to start, in order. */
  readonly times: Float64Array;
  /** Level of each: see LEVELS. */
  readonly levels: Uint8Array;
  /** Window occurrence each lies in, or -1. */
  readonly occurrences: Int32Array;
  /** Index in the strategy's windows, or -1 for any time. */
  readonly window: number;
}

/** One workload under one strategy, or a copy of its points. */
export interface ProtectionPlan {
  readonly workload: number;
  readonly policy: PolicyPlan;
  /** For a copy: the protection whose points it is made from; -1 for backups. */
  readonly from: number;
}

/** One strategy; its policies stand for several protections, its times for several policies. */
export interface StrategyPlan {
  readonly name: string;
  readonly protections: readonly ProtectionPlan[];
  readonly policies: readonly PolicyPlan[];
  readonly groups: readonly TriggerGroup[];
  readonly windows: readonly WindowOccurrences[];
  readonly prunes: readonly Float64Array[];
}

/** A scenario made ready to run: all dates worked out, all names turned into indices. */
export interface Plan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly horizon: Span;
  readonly calendar: Calendar;
  /** Instants at which the months begin that bills are written for, and the end of the last. */
  readonly months: Float64Array;
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
  readonly training: readonly TrainingPlan[];
  readonly objectives: Objectives;
  readonly operations: Operations;
  readonly disasters: readonly DisasterPlan[];
  readonly cost: CostPlan;
  /** Share of the faults of copies that hits all of them at once. */
  readonly commonCause: number;
  readonly defaults: readonly DefaultUsed[];
}
