import { GFS_RULES, RULES } from '../../scenario/keep.ts';
import type { Run } from '../../simulation/aftermath/run.ts';
import type { ChainState } from '../../simulation/chain/chain-state.ts';
import { BY_GENERATION } from '../../simulation/chain/generations.ts';
import { KINDS, REPLICA_DISK } from '../../simulation/chain/kinds.ts';
import { BY_LOCK, BY_POINTS, BY_WITHIN, OLDEST } from '../../simulation/chain/retention.ts';
import { BASE, BYTES, cell, kindAt, MARKS, type Rows, TIME } from '../../simulation/chain/rows.ts';
import type { Plan, StrategyPlan } from '../../simulation/plan/plan.ts';
import type { PolicyPlan } from '../../simulation/plan/policy.ts';
import type { Estimate } from '../../stats/estimate.ts';
import type { Figures } from '../../study/figures.ts';
import { formatInstant } from '../../units/calendar.ts';
import type { PointResult, StrategyResult } from '../result/result.ts';
import { retentionReach } from './retention-reach.ts';

/** The restore points at the end, and at the peak, with the reasons for which each stays. */
export function pointsOf(
  plan: Plan,
  strategy: StrategyPlan,
  detail: Run | null,
  over: (pick: (figures: Figures) => number) => Estimate,
): StrategyResult['points'] {
  const list = (chains: readonly ChainState[] | null | undefined): PointResult[] | null =>
    chains && detail
      ? chains.flatMap((chain, index) => {
          const protection = detail.strategy.protections[index];
          const workload = plan.workloads[protection?.workload ?? 0]?.name ?? '';
          const store = plan.stores[protection?.policy.store ?? 0]?.name ?? '';
          return filesOf({ workload, store }, chain, protection?.policy.gfs ?? []);
        })
      : null;
  const steady = plan.start + retentionReach(plan, strategy);
  return {
    dialects: [...new Set(strategy.policies.map(dialectOf))],
    steadyFrom: steady <= plan.end ? formatInstant(steady) : null,
    kept: over(({ points }) => points),
    list: list(detail?.chains),
    atPeak: list(detail?.atPeak),
  };
}

const dialectOf = ({ rules: { dialect, oldest } }: PolicyPlan): string =>
  `${dialect}${oldest ? '+oldest' : ''}`;

type Place = Pick<PointResult, 'workload' | 'store'>;

function filesOf(
  place: Place,
  { rows, archiveFulls, why, need }: ChainState,
  slots: PolicyPlan['gfs'],
): PointResult[] {
  const ranks: Record<string, number> = {};
  const set: PointResult[] = [];
  for (let i = archiveFulls.count - 1; i >= 0; i--) {
    const gfs = gfsOf(archiveFulls, i, ranks, slots);
    const reasons = Object.keys(gfs).map((rule) => `gfs ${rule}`);
    set.unshift({ ...fileOf(place, archiveFulls, i), reasons, gfs });
  }
  const chain = Array.from({ length: rows.count }, (_, i): PointResult => {
    const needed = (need[i] as number) - 1;
    const kept = why[i] !== 0;
    const isNeeded = !kept && needed >= 0;
    return {
      ...fileOf(place, rows, i),
      position: rows.count - i,
      keptFor: isNeeded ? rows.count - needed : null,
      reasons: isNeeded ? ['needed'] : reasonsOf(why[i] as number),
    };
  });
  return [...set, ...chain, ...protective(place, rows)];
}

/** A replica always has one empty protective snapshot open. */
function protective(place: Place, rows: Rows): PointResult[] {
  if (rows.count === 0 || kindAt(rows, 0) !== REPLICA_DISK) return [];
  const newest = fileOf(place, rows, rows.count - 1);
  return [{ ...newest, kind: 'replica-snapshot', bytes: 0, reasons: ['protective'] }];
}

function fileOf(place: Place, rows: Rows, index: number): PointResult {
  const cloned = cell(rows, index, BASE) >= 0 ? '-cloned' : '';
  return {
    ...place,
    time: formatInstant(cell(rows, index, TIME)),
    kind: `${KINDS[kindAt(rows, index)]}${cloned}`,
    bytes: cell(rows, index, BYTES),
    position: null,
    keptFor: null,
    reasons: [],
    gfs: {},
  };
}

/** The rank of a full among those of each rule; a mark beyond the rule's count keeps nothing. */
function gfsOf(
  archiveFulls: Rows,
  index: number,
  ranks: Record<string, number>,
  slots: PolicyPlan['gfs'],
): Record<string, number> {
  const marks = cell(archiveFulls, index, MARKS);
  const gfs: Record<string, number> = {};
  for (const [bit, rule] of GFS_RULES.entries()) {
    if ((marks & (1 << bit)) === 0) continue;
    const rank = (ranks[rule] ?? 0) + 1;
    ranks[rule] = rank;
    if (rank <= (slots[bit] ?? 0)) gfs[rule] = rank;
  }
  return gfs;
}

function reasonsOf(bits: number): string[] {
  const rules = RULES.flatMap((rule, bit) => [
    ...((bits & (1 << bit)) !== 0 ? [rule as string] : []),
    ...((bits & (1 << (bit + OLDEST))) !== 0 ? [`${rule} (oldest)`] : []),
  ]);
  return [
    ...rules,
    ...((bits & BY_POINTS) !== 0 ? ['points'] : []),
    ...((bits & BY_WITHIN) !== 0 ? ['within'] : []),
    ...((bits & BY_LOCK) !== 0 ? ['locked'] : []),
    ...((bits & BY_GENERATION) !== 0 ? ['generation'] : []),
  ];
}
