import type { StoredBaseline } from './store.ts';

/** Runs that can be set beside each other: of one branch, class of machine and plan, oldest first. */
export interface BaselineHistory {
  readonly branch: string;
  readonly class: string;
  /** Its name, and the beginning of its hash. */
  readonly plan: string;
  readonly runs: readonly StoredBaseline[];
}

/** Sorts runs into histories, in the order of their names; each keeps the order of its runs. */
export function historiesOf(runs: readonly StoredBaseline[]): readonly BaselineHistory[] {
  const histories = new Map<string, BaselineHistory & { runs: StoredBaseline[] }>();
  for (const run of runs) {
    const { branch, class: machine, plan, scale } = run.head;
    const key = JSON.stringify([branch, machine, plan.name, plan.hash, Object.entries(scale)]);
    const named = `${plan.name} ${plan.hash.slice(0, 12)}`;
    const history = histories.get(key) ?? { branch, class: machine, plan: named, runs: [] };
    history.runs.push(run);
    histories.set(key, history);
  }
  return [...histories].sort(([a], [b]) => (a < b ? -1 : +(a > b))).map(([, history]) => history);
}
