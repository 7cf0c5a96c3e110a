import type { Host, WorkDirectory } from '../../host/host.ts';
import type { Journal } from '../journal.ts';
import type { BenchPlan } from '../plan.ts';
import type { Series } from '../series.ts';
import type { Target } from '../targets/target.ts';
import type { Place } from '../tools/tool.ts';
import type { Layout } from './layout.ts';

/** Everything that the steps of a run work with. */
export interface Bench {
  readonly host: Host;
  readonly work: WorkDirectory;
  readonly layout: Layout;
  readonly plan: BenchPlan;
  readonly journal: Journal;
  /** How backcast itself is called: program and first arguments. */
  readonly self: readonly string[];
  /** What the series of this run lock their repositories with. */
  readonly password: string;
  /** The opened targets, by name. */
  readonly targets: ReadonlyMap<string, Target>;
}

/** The tool of a series. @throws Error where the plan has none of that name. */
export function adapterOf({ plan }: Pick<Bench, 'plan'>, series: Series) {
  return found(plan.tools, series.tool).adapter;
}

/** The target of a series. @throws Error where it is not open. */
export function targetOf({ targets }: Pick<Bench, 'targets'>, { target }: Series): Target {
  const open = targets.get(target);
  if (!open) throw new Error(`target ${target} is not open`);
  return open;
}

/** Where a tool works in a series. */
export function placeOf(bench: Bench, series: Series): Place {
  const { plan, layout, self } = bench;
  return {
    source: sourceOf(bench, series.dataset),
    repository: targetOf(bench, series).repositoryFor(layout.nameOf(series)),
    home: layout.seriesHome(series),
    self,
    limit: found(plan.targets, series.target).limit,
  };
}

/** The tree of a dataset: in the work directory where it is made, else where the user has it. */
export function sourceOf(
  { plan, layout }: Pick<Bench, 'plan' | 'layout'>,
  dataset: string,
): string {
  const one = found(plan.datasets, dataset);
  return one.kind === 'made' ? layout.source(dataset) : one.path;
}

/** The part of a plan with that name. @throws Error where there is none: steps are made of the plan. */
export function found<T extends { readonly name: string }>(parts: readonly T[], name: string): T {
  const part = parts.find((one) => one.name === name);
  if (!part) throw new Error(`the plan has no ${name}`);
  return part;
}
