import { type CartridgePool, newPool } from '../../model/cartridges.ts';
import { take, takeBytes } from '../arena.ts';
import { newPieceLog } from '../chain/pieces.ts';
import type { TapePlan } from '../plan/tape.ts';
import type { WorkloadPlan } from '../plan/workload.ts';
import { capacitiesOf } from '../sharing/flow-spec.ts';
import { newSharing } from '../sharing/sharing.ts';
import { newBooks } from './accounts.ts';
import { reserveContinuous } from './continuous.ts';
import { newAgenda } from './event-list.ts';
import { newBeside } from './logs-and-replicas.ts';
import { drivesOf, mostJobs, newGuards, startOf } from './new-protection.ts';
import { packed, unpacked } from './packed/pack.ts';
import { type Line, newLine, newTurns, type Turns } from './slots.ts';
import type { State, StateOptions } from './state.ts';
import { newNights } from './window-outcomes.ts';

/** The state at the start of the horizon: no job has come due, all stores are empty. */
export function newState(options: StateOptions): State {
  const { plan, strategy, values, room } = options;
  const siteTurns = Array.from(plan.sites, newTurns);
  const storeTurns = Array.from(plan.stores, newTurns);
  const books = newBooks(plan);
  const nights = Array.from(strategy.openings, newNights);
  const lines = linesOf(options, siteTurns, storeTurns);
  const pools = Array.from(plan.stores, ({ tape, cost }) =>
    tape ? poolOf(tape, options.unbounded || cost.step > 0) : null,
  );
  const logs = Array.from(plan.stores, ({ cloud }) => (cloud ? newPieceLog(room) : null));
  const made = newGuards(options, { lines, siteTurns, storeTurns, books, nights, pools, logs });
  const { guards, visitors } = options.packs ? packed(made, room) : unpacked(made);
  const jobs = mostJobs(strategy).reduce((sum, most) => sum + most, 0);
  const capacity = capacitiesOf(plan, values);
  const traffic = new Float64Array(plan.links.length);
  reserveContinuous(plan, guards, capacity, traffic);
  return {
    plan,
    strategy,
    guards,
    visitors,
    siteTurns,
    storeTurns,
    lines,
    books,
    beside: newBeside(plan, guards, books),
    nights,
    pools,
    logs,
    reads: new Float64Array(plan.stores.length),
    leaves: new Float64Array(plan.stores.length),
    moves: new Float64Array(plan.stores.length),
    shipments: new Float64Array(plan.stores.length),
    shippedOn: new Float64Array(plan.stores.length).fill(Number.NaN),
    sharing: newSharing(capacity),
    agenda: newAgenda(2 * guards.length + 16, room),
    baseCapacity: capacity,
    waiting: 0,
    arrivals: 0,
    ended: [],
    endings: 0,
    unstarted: 0,
    now: 0,
    base: plan.start,
    busy: 0,
    freeUntil: -Infinity,
    serial: 0,
    snapshotAt: -1,
    atPeak: null,
    sumsOnly: false,
    skipped: 0,
    failed: 0,
    unbounded: options.unbounded,
    durations: take(room, jobs),
    durationLevels: takeBytes(room, jobs),
    traffic,
    verification: { count: 0, seconds: 0, bytes: 0, coreSeconds: 0, exposure: 0 },
  };
}

/** More cartridges than anybody buys, to see how many are needed. */
const BOUNDLESS = 65_536;

const poolOf = ({ cartridge, slots, newEachSet }: TapePlan, unbounded: boolean): CartridgePool =>
  newPool({
    capacity: cartridge,
    slots: unbounded ? Math.max(slots, BOUNDLESS) : slots,
    newCartridgeEachSet: newEachSet,
  });

function linesOf(
  { plan, strategy }: StateOptions,
  sites: readonly Turns[],
  stores: readonly Turns[],
): readonly Line[] {
  const lines: Line[] = [];
  for (const { workload, policy } of strategy.protections) {
    const site = sites[startOf(plan, policy, plan.workloads[workload] as WorkloadPlan)] as Turns;
    const store = stores[policy.store] as Turns;
    const drives = drivesOf(plan, policy);
    const isSame = (line: Line): boolean =>
      line.site === site && line.store === store && line.drives === drives;
    if (!lines.some(isSame)) lines.push(newLine(site, store, drives));
  }
  return lines;
}
