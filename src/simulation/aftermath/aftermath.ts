import type { CartridgePool } from '../../model/cartridge-pool.ts';
import type { Accounts } from '../engine/accounts.ts';
import { ownOf } from '../engine/durations.ts';
import type { Protection } from '../engine/protection.ts';
import { newestTime } from '../engine/protection.ts';
import type { Samples } from '../engine/samples.ts';
import { scheduleOf } from '../engine/schedule-record.ts';
import { snapshot } from '../engine/snapshot.ts';
import type { State } from '../engine/state.ts';
import { talliesOf } from '../engine/tally.ts';
import { costsOf, logLiving } from './costs.ts';
import { type Following, followingOf, followRecords } from './following.ts';
import { gapOf, longestLoss } from './gap.ts';
import { impactsOf } from './impacts.ts';
import { exposureOf, recordRechecks } from './recheck.ts';
import { recoveriesOf } from './recovery.ts';
import type { CartridgeCount, Run } from './run.ts';

/** Collects the results of a run after its last event. */
export function resultOf(state: State, values: Float64Array, samples: Samples): Run {
  const { protections, accounts, plan } = state;
  logLiving(state);
  const rechecks = recordRechecks(state, values, samples);
  state.verification.exposure = exposureOf(plan, protections);
  const backups = protections.filter(({ from }) => from === null);
  const following = followRecords(state, values);
  const follows = (one: Protection): Following => followingOf(state, one, following);
  const impact = plan.disasters.length > 0 ? impactsOf(plan, backups, follows, values) : [];
  const costs = costsOf(state, impact);
  const byProtection = protections.map((one) => summaryOf(state, one, follows, values));
  // Seconds from the newest point to the end of the horizon; Infinity without a point.
  const last = (time: number): number => (Number.isNaN(time) ? Infinity : plan.end - time);
  return {
    strategy: state.strategy,
    flows: protections.map(({ flows }) => flows),
    tallies: protections.map(talliesOf),
    durations: protections.map((protection) => ownOf(state.durations, protection)),
    durationLevels: protections.map((protection) => ownOf(state.durationLevels, protection)),
    windowOutcomes: windowOutcomesOf(state),
    skipped: state.skipped,
    failed: state.failed,
    unstarted: state.unstarted,
    stored: storedOf(accounts),
    byStore: {
      end: Float64Array.from(accounts.stores, ({ stored }) => stored),
      peak: Float64Array.from(accounts.stores, ({ peak }) => peak),
      fullOn: Float64Array.from(accounts.stores, ({ fullOn }) => fullOn),
    },
    traffic: state.traffic,
    verification: state.verification,
    // A chain without new points leaves a gap up to the end of the horizon.
    gap: backups.reduce((most, protection) => Math.max(most, gapOf(plan, protection)), 0),
    worstAge: backups.reduce(
      (most, protection) => Math.max(most, oldestOf(protection), last(newestTime(protection))),
      0,
    ),
    points: backups.reduce(
      (sum, { chain }) => sum + chain.rows.count + chain.archiveFulls.count,
      0,
    ),
    files: accounts.files,
    recovery: recoveriesOf(state, values),
    sizes: protections.map(({ sizes, size }) => ({
      start: sizes.source(size, plan.start),
      end: sizes.source(size, plan.end),
    })),
    series: samples.bytes,
    chains: state.sumsOnly ? [] : snapshot(state.protections),
    atPeak: state.atPeak,
    written: protections.reduce((sum, { chain }) => sum + chain.written, 0),
    deleted: protections.reduce((sum, { chain }) => sum + chain.deleted, 0),
    logsAndReplicas: state.logsAndReplicas.booked.reduce((sum, bytes) => sum + bytes, 0),
    unused: protections.reduce((sum, { unused }) => sum + unused, 0),
    rpo: byProtection.reduce((most, { rpo }) => Math.max(most, rpo?.seconds ?? 0), 0),
    byProtection,
    following,
    rechecks,
    impact,
    costs: costs.perYear,
    bills: costs.bills,
    bought: accounts.stores.map(({ bought }) => bought),
    cartridges: state.pools.map(counted),
  };
}

/** The oldest that its newest point was: before the first, what has no point is as old as the horizon. */
const oldestOf = ({ worstAge, policy }: Protection): number => Math.max(worstAge, policy.lateBy);

/** What became of one protection. */
function summaryOf(
  { plan }: State,
  protection: Protection,
  follows: (protection: Protection) => Following,
  values: Float64Array,
): Run['byProtection'][number] {
  const newest = newestTime(protection);
  const age = Number.isNaN(newest) ? Infinity : plan.end - newest;
  return {
    gap: gapOf(plan, protection),
    worstAge: Math.max(oldestOf(protection), age),
    failed: protection.failed,
    early: protection.early,
    schedule: scheduleOf(protection, plan.end),
    rpo: protection.from ? null : longestLoss(plan, protection, follows(protection), values),
    points: protection.chain.rows.count + protection.chain.archiveFulls.count,
  };
}

const storedOf = (accounts: Accounts): Run['stored'] => ({
  end: accounts.total,
  peak: accounts.highest,
  peakAt: accounts.highestAt,
  peakAfterPrune: accounts.afterPrune.stored,
  peakAfterPruneAt: accounts.afterPrune.at,
  peakSerial: accounts.afterPrune.serial,
  files: accounts.afterPrune.files,
  fulls: accounts.afterPrune.fulls,
  workspace: accounts.afterPrune.workspace,
});

const counted = (pool: CartridgePool | null): CartridgeCount | null =>
  pool && {
    everUsed: pool.everUsed,
    mostInUse: pool.mostInUse,
    firstUsed: pool.firstUsed.slice(0, pool.everUsed),
    passes: pool.written.reduce((most, bytes) => Math.max(most, bytes / pool.capacity), 0),
  };

function windowOutcomesOf({ windowOutcomes, strategy }: State): Run['windowOutcomes'] {
  const result = { seen: 0, missed: 0, firstMiss: Number.NaN };
  for (const [index, { seen, missed }] of windowOutcomes.entries()) {
    const opens = strategy.windows[index]?.opens ?? new Float64Array();
    for (let occurrence = 0; occurrence < seen.length; occurrence++) {
      result.seen += seen[occurrence] as number;
      if (missed[occurrence] === 0) continue;
      result.missed++;
      const opened = opens[occurrence] as number;
      if (!(result.firstMiss <= opened)) result.firstMiss = opened;
    }
  }
  return result;
}
