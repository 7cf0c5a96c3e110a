import type { ChainState } from '../chain/chain-state.ts';
import type { Verification } from '../engine/accounts.ts';
import type { Tally } from '../engine/tally.ts';
import type { StrategyPlan } from '../plan/plan.ts';
import type { Flows } from '../sharing/flow-spec.ts';
import type { Impact } from './impact.ts';
import type { Recoveries } from './recovery.ts';

/** Everything one strategy did in one future; dates are instants, NaN where there is none. */
export interface Run {
  readonly strategy: StrategyPlan;
  /** The flows of each protection, which name the stages that held its jobs up. */
  readonly flows: readonly Flows[];
  /** By protection, then by level (see LEVELS). */
  readonly tallies: readonly (readonly Tally[])[];
  /** Seconds and level of every job that ended well, by protection, in the order in which they ended. */
  readonly durations: readonly Float64Array[];
  readonly durationLevels: readonly Uint8Array[];
  readonly windowOutcomes: { seen: number; missed: number; firstMiss: number };
  readonly skipped: number;
  readonly failed: number;
  /** Jobs that were due and had not begun at the end. */
  readonly unstarted: number;
  readonly stored: {
    end: number;
    peak: number;
    peakAt: number;
    peakAfterPrune: number;
    peakAfterPruneAt: number;
    /** Number of the run after which the peak after pruning was measured. */
    peakSerial: number;
    files: number;
    fulls: number;
    workspace: number;
  };
  readonly byStore: {
    readonly end: Float64Array;
    readonly peak: Float64Array;
    /** First instant at which the store passed its limit. */
    readonly fullOn: Float64Array;
  };
  readonly traffic: Float64Array;
  readonly verification: Verification;
  readonly gap: number;
  readonly worstAge: number;
  /** The longest gap with logs and replicas counted. */
  readonly rpo: number;
  readonly points: number;
  readonly files: number;
  readonly recovery: Recoveries;
  /** Source bytes of each workload at the start and at the end. */
  readonly sizes: readonly { readonly start: number; readonly end: number }[];
  /** Stored bytes at each sample instant, store after store. */
  readonly series: Float64Array;
  /** The files at the end; none where sums were all that was asked for. */
  readonly chains: readonly ChainState[];
  /** The chains at the peak after pruning, where they were asked for. */
  readonly atPeak: readonly ChainState[] | null;
  readonly taken: number;
  readonly freed: number;
  /** Bytes of logs and replicas at the end. */
  readonly logsAndReplicas: number;
  /** What became of each protection, copies included; gaps in seconds. */
  readonly byProtection: readonly {
    readonly gap: number;
    readonly worstAge: number;
    readonly failed: number;
    readonly points: number;
  }[];
  /** What each disaster does to each workload that it reaches. */
  readonly impact: readonly Impact[];
  /** What it costs in a year by line: see `costLines`. */
  readonly costs: Float64Array;
  /** Instants at which more was needed in each store. */
  readonly bought: readonly (readonly number[])[];
  /** Cartridges of each tape library; null for other stores. */
  readonly cartridges: readonly (CartridgeCount | null)[];
}

/** Cartridges that were ever written, the most that held data at once, and full passes of the most worn. */
export interface CartridgeCount {
  readonly everUsed: number;
  readonly mostInUse: number;
  readonly passes: number;
}
