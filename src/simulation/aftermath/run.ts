import type { ChainState } from '../chain/chain-state.ts';
import type { Verification } from '../engine/accounts.ts';
import type { ScheduleRecord } from '../engine/schedule-record.ts';
import type { Tally } from '../engine/tally.ts';
import type { StrategyPlan } from '../plan/plan.ts';
import type { Flows } from '../sharing/flow-spec.ts';
import type { FollowRecord } from './following.ts';
import type { Gap } from './gap.ts';
import type { Impact } from './impact.ts';
import type { RecheckRecord } from './recheck.ts';
import type { Recoveries } from './recovery.ts';

/** The result of one strategy in one future; dates are instants, NaN: never. */
export interface Run {
  readonly strategy: StrategyPlan;
  /** The flows of each protection, with the names of the stages that can be bottlenecks. */
  readonly flows: readonly Flows[];
  /** By protection, then by level (see LEVELS). */
  readonly tallies: readonly (readonly Tally[])[];
  /**
   * Duration and level of every successful job, by protection, in the order in which they ended.
   */
  readonly durations: readonly Float64Array[];
  readonly durationLevels: readonly Uint8Array[];
  readonly windowOutcomes: { seen: number; missed: number; firstMiss: number };
  readonly skipped: number;
  readonly failed: number;
  /** Jobs that came due but never started. */
  readonly unstarted: number;
  readonly stored: {
    end: number;
    peak: number;
    peakAt: number;
    peakAfterPrune: number;
    peakAfterPruneAt: number;
    /** Number of the measurement with the peak after pruning: see `State.serial`. */
    peakSerial: number;
    files: number;
    fulls: number;
    workspace: number;
  };
  readonly byStore: {
    readonly end: Float64Array;
    readonly peak: Float64Array;
    /** First instant at which each store was full. */
    readonly fullOn: Float64Array;
  };
  readonly traffic: Float64Array;
  readonly verification: Verification;
  readonly gap: number;
  readonly worstAge: number;
  /** The longest gap in seconds, where logs and replicas shorten it. */
  readonly rpo: number;
  readonly points: number;
  readonly files: number;
  readonly recovery: Recoveries;
  /** Source bytes of each protection at the start and at the end. */
  readonly sizes: readonly { readonly start: number; readonly end: number }[];
  /** Stored bytes at each sample instant, store by store. */
  readonly series: Float64Array;
  /** The files at the end; empty if only sums were requested. */
  readonly chains: readonly ChainState[];
  /** The chains at the peak after pruning; null if not requested. */
  readonly atPeak: readonly ChainState[] | null;
  readonly written: number;
  readonly deleted: number;
  /** Bytes of logs and replicas at the end. */
  readonly logsAndReplicas: number;
  /** Bytes that prunes have left unused at the end. */
  readonly unused: number;
  /** Figures of each protection, copies included; times in seconds. */
  readonly byProtection: readonly {
    readonly gap: number;
    readonly worstAge: number;
    readonly failed: number;
    /** Copies that began while the job still ran whose point they were to take. */
    readonly early: number;
    readonly schedule: ScheduleRecord;
    /** The gap where logs and replicas shorten it; null for copies. */
    readonly rpo: Gap | null;
    readonly points: number;
  }[];
  /** How far each log and each replica follows. */
  readonly following: readonly FollowRecord[];
  /** How long the checks of everything that is kept take, by store. */
  readonly rechecks: readonly RecheckRecord[];
  /** Impact of each disaster on each workload that it affects. */
  readonly impact: readonly Impact[];
  /** Cost per year by line: see `costLines`. */
  readonly costs: Float64Array;
  /** Bills of the object stores, by store: see `Costs`. */
  readonly bills: readonly (Float64Array | null)[];
  /** Instants of capacity purchases, by store. */
  readonly bought: readonly (readonly number[])[];
  /** Cartridges of each tape library; null for other stores. */
  readonly cartridges: readonly (CartridgeCount | null)[];
}

/** Cartridges ever written and when, the most with data at once, and full passes of the most worn one. */
export interface CartridgeCount {
  readonly everUsed: number;
  readonly mostInUse: number;
  /** By cartridge: the start of the job that was the first to write it. */
  readonly firstUsed: Float64Array;
  readonly passes: number;
}
