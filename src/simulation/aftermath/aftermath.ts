import type { CartridgePool } from '../../model/cartridges.ts';
import type { Books } from '../engine/accounts.ts';
import { shippingSeconds } from '../engine/continuous.ts';
import { ownOf } from '../engine/durations.ts';
import type { Guard } from '../engine/protection.ts';
import { newestTime } from '../engine/protection.ts';
import type { Samples } from '../engine/samples.ts';
import { snapshot } from '../engine/snapshot.ts';
import type { State } from '../engine/state.ts';
import { talliesOf } from '../engine/tally.ts';
import type { Plan } from '../plan/plan.ts';
import { costsOf } from './costs.ts';
import { gapOf, struckOf } from './impact.ts';
import { bookRechecks, exposureOf } from './recheck.ts';
import { recoveriesOf } from './recovery.ts';
import type { CartridgeCount, Run } from './run.ts';

/** Gathers what a strategy did once its horizon is over. */
export function resultOf(state: State, values: Float64Array, samples: Samples): Run {
  const { guards, books, plan } = state;
  bookRechecks(state, values, samples);
  state.verification.exposure = exposureOf(plan, guards);
  const backups = guards.filter(({ from }) => from === null);
  const struck =
    plan.disasters.length > 0 ? backups.flatMap((guard) => struckOf(plan, guard, values)) : [];
  const last = (time: number): number => (Number.isNaN(time) ? Infinity : plan.end - time);
  return {
    strategy: state.strategy,
    flows: guards.map(({ flows }) => flows),
    tallies: guards.map(talliesOf),
    durations: guards.map((guard) => ownOf(state.durations, guard)),
    durationLevels: guards.map((guard) => ownOf(state.durationLevels, guard)),
    nights: nightsOf(state),
    skipped: state.skipped,
    failed: state.failed,
    unstarted: state.unstarted,
    stored: storedOf(books),
    byStore: {
      end: Float64Array.from(books.stores, ({ stored }) => stored),
      peak: Float64Array.from(books.stores, ({ peak }) => peak),
      fullOn: Float64Array.from(books.stores, ({ fullOn }) => fullOn),
    },
    traffic: state.traffic,
    verification: state.verification,
    // A chain that stopped growing leaves a gap up to the end.
    gap: backups.reduce((most, guard) => Math.max(most, gapOf(plan, guard)), 0),
    worstAge: backups.reduce(
      (most, guard) => Math.max(most, guard.worstAge, last(newestTime(guard))),
      0,
    ),
    points: backups.reduce((sum, { chain }) => sum + chain.rows.count + chain.aside.count, 0),
    files: books.files,
    recovery: recoveriesOf(state, values),
    sizes: guards.map(({ sizes, size }) => ({
      start: sizes.source(size, plan.start),
      end: sizes.source(size, plan.end),
    })),
    series: samples.bytes,
    chains: state.sumsOnly ? [] : snapshot(state.guards),
    atPeak: state.atPeak,
    taken: guards.reduce((sum, { chain }) => sum + chain.taken, 0),
    freed: guards.reduce((sum, { chain }) => sum + chain.freed, 0),
    beside: state.beside.booked.reduce((sum, bytes) => sum + bytes, 0),
    rpo: backups.reduce((most, guard) => Math.max(most, rpoOf(plan, guard, values)), 0),
    guarded: guards.map((guard) => ({
      gap: Math.max(guard.gap, last(newestTime(guard))),
      worstAge: Math.max(guard.worstAge, last(newestTime(guard))),
      failed: guard.failed,
      points: guard.chain.rows.count + guard.chain.aside.count,
    })),
    struck,
    costs: costsOf(state, values, struck),
    bought: books.stores.map(({ bought }) => bought),
    cartridges: state.pools.map(counted),
  };
}

const storedOf = (books: Books): Run['stored'] => ({
  end: books.total,
  peak: books.highest,
  peakAt: books.highestAt,
  peakAfterPrune: books.afterPrune.stored,
  peakAfterPruneAt: books.afterPrune.at,
  peakSerial: books.afterPrune.serial,
  files: books.afterPrune.files,
  fulls: books.afterPrune.fulls,
  workspace: books.afterPrune.workspace,
});

/** The longest gap, with logs and replicas counted that follow in between. */
function rpoOf(plan: Plan, guard: Guard, values: Float64Array): number {
  const { log, replica } = guard.policy;
  const shipped = log ? log.every + shippingSeconds(plan, guard, values) : Infinity;
  return Math.min(gapOf(plan, guard), shipped, replica?.lag ?? Infinity);
}

const counted = (pool: CartridgePool | null): CartridgeCount | null =>
  pool && {
    everUsed: pool.everUsed,
    mostInUse: pool.mostInUse,
    passes: pool.written.reduce((most, bytes) => Math.max(most, bytes / pool.capacity), 0),
  };

function nightsOf({ nights, strategy }: State): Run['nights'] {
  const result = { seen: 0, missed: 0, firstMiss: Number.NaN };
  for (const [index, { seen, missed }] of nights.entries()) {
    const opens = strategy.openings[index]?.opens ?? new Float64Array();
    for (let night = 0; night < seen.length; night++) {
      result.seen += seen[night] as number;
      if (missed[night] === 0) continue;
      result.missed++;
      const opened = opens[night] as number;
      if (!(result.firstMiss <= opened)) result.firstMiss = opened;
    }
  }
  return result;
}
