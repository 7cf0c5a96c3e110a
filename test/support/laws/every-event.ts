import { BYTES, cell, RUN } from '../../../src/simulation/chain/rows.ts';
import { startOf } from '../../../src/simulation/engine/new-protection.ts';
import type { State } from '../../../src/simulation/engine/state.ts';
import type { Plan } from '../../../src/simulation/plan/plan.ts';

/** Turns that are taken at a site, one a job, or at a store, where a job on tape takes its drives. */
const running = ({ plan, protections }: State, place: 'site' | 'store', index: number): number =>
  protections.reduce((sum, { job, workload, policy, drives }) => {
    const data = plan.workloads[workload];
    if (!job.started || !data) return sum;
    if (place === 'store') return sum + (policy.store === index ? drives : 0);
    return sum + (startOf(plan, policy, data) === index ? 1 : 0);
  }, 0);

/** Cartridges hold what the chains say lies on them, and there are never more than slots. */
function shelved({ plan, pools, protections, accounts, unbounded }: State): string | null {
  for (const [store, pool] of pools.entries()) {
    if (!pool) continue;
    const own = protections.filter(({ policy }) => policy.store === store);
    const shelves = own.flatMap(({ chain }) => (chain.shelf ? [{ chain, ...chain.shelf }] : []));
    const lies = shelves.reduce((sum, { bytes }) => sum + bytes.reduce((a, b) => a + b, 0), 0);
    const through = pool.kept + pool.freed;
    if (Math.abs(pool.kept - lies) > 1e-9 * Math.max(1, through))
      return `library ${store}: ${pool.kept} on cartridges, ${lies} on shelves`;
    for (const { chain, bytes } of shelves) {
      for (let i = 0; i < chain.rows.count; i++) {
        const on = bytes[cell(chain.rows, i, RUN)] ?? 0;
        if (on !== cell(chain.rows, i, BYTES))
          return `library ${store}: ${on} lie there of a point`;
      }
    }
    const { tape, cost, ceiling } = plan.stores[store] as Plan['stores'][number];
    const { limit = 0 } = accounts.stores[store] ?? {};
    const slots = cost.step > 0 ? limit / ceiling / pool.capacity : (tape?.slots ?? 0);
    if (pool.inUse < 0 || pool.mostInUse > pool.slots)
      return `library ${store}: no such cartridges`;
    if (!unbounded && pool.inUse > slots * (1 + 1e-9))
      return `library ${store}: ${pool.inUse} of ${slots} in use`;
  }
  return null;
}

/** Of jobs, turns, flows and cartridges, the first thing that is not as it must be after any event. */
export function unaccounted(state: State): string | null {
  const { plan, protections, accounts, sharing } = state;
  const wrong = shelved(state);
  if (wrong) return wrong;
  const busy = protections.filter(({ job }) => job.busy).length;
  if (busy !== state.busy) return `${busy} jobs are under way, ${state.busy} are counted`;
  const flows = protections.filter(({ job }) => job.class >= 0).length;
  const members = sharing.active.reduce((sum, group) => sum + group.members, 0);
  if (flows !== members) return `${flows} jobs move data, ${members} share`;
  for (const { job, windowOutcomes } of protections) {
    if (!job.started || !windowOutcomes || job.occurrence < 0) continue;
    const [opens = 0, closes = 0] = [
      windowOutcomes.opens[job.occurrence],
      windowOutcomes.closes[job.occurrence],
    ];
    if (job.start < opens || job.start >= closes) return `a job began while its window was shut`;
  }
  for (const place of ['site', 'store'] as const) {
    const slots = place === 'site' ? state.siteSlots : state.storeSlots;
    for (const [index, { jobs }] of plan[`${place}s`].entries()) {
      const now = running(state, place, index);
      if (now > jobs) return `${now} turns are taken at ${place} ${index}`;
      if (jobs - now !== slots[index]?.free && jobs !== Infinity)
        return `${place} ${index}: turns are lost`;
    }
  }
  for (const [store, { limit, stored, fullOn }] of accounts.stores.entries()) {
    if (stored > limit * (1 + 1e-9) && Number.isNaN(fullOn))
      return `store ${store} is full unnoticed`;
  }
  return null;
}
