import type { Host, WorkDirectory } from '../../host/host.ts';
import type { Journal } from '../journal.ts';
import type { BenchPlan } from '../plan.ts';
import type { Series } from '../series.ts';
import type { Target } from '../targets/target.ts';
import type { Place } from '../tools/tool.ts';
import type { Layout } from './layout.ts';

/** The state shared by all steps of a run. */
export interface Bench {
  readonly host: Host;
  readonly work: WorkDirectory;
  readonly layout: Layout;
  readonly plan: BenchPlan;
  readonly journal: Journal;
  /** The command line that starts backcast: program and first arguments. */
  readonly self: readonly string[];
  /** Password of the repositories in this run. */
  readonly password: string;
  /** The open targets, by name. */
  readonly targets: ReadonlyMap<string, Target>;
}

/** The tool of a series. @throws Error if the plan has no tool of this name. */
export function adapterOf({ plan }: Pick<Bench, 'plan'>, series: Series) {
  return found(plan.tools, series.tool).adapter;
}

/** The target of a series. @throws Error if it is not open. */
export function targetOf({ targets }: Pick<Bench, 'targets'>, { target }: Series): Target {
  const open = targets.get(target);
  if (!open) throw new Error(`target ${target} is not open`);
  return open;
}

/** The source, repository and home that a tool uses in a series. */
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

/** The path of a repository; null if it is on another machine. */
export const localPath = ({ repository }: Pick<Place, 'repository'>): string | null =>
  repository.kind === 'local' ? repository.path : null;

/** The tree of a dataset: the user's directory, or a tree in the work directory. */
export function sourceOf(
  { plan, layout }: Pick<Bench, 'plan' | 'layout'>,
  dataset: string,
): string {
  const declared = found(plan.datasets, dataset);
  return declared.kind === 'directory' ? declared.path : layout.source(dataset);
}

/**
 * The part of a plan with a name. @throws Error if there is none, as steps are derived from the
 * plan.
 */
export function found<T extends { readonly name: string }>(parts: readonly T[], name: string): T {
  const part = parts.find((candidate) => candidate.name === name);
  if (!part) throw new Error(`the plan has no ${name}`);
  return part;
}
