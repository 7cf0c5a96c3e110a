import type { AssumedRange, Plan } from '../simulation/plan/plan.ts';

/** A number that nobody gave and that the catalog stands for, for all workloads or tools that use it. */
export interface Assumption {
  /** What it is of which class or tool, in words. */
  readonly what: string;
  /** The value used, in words, and the fields that it stands in. */
  readonly value: string;
  readonly fields: readonly string[];
  readonly parameters: ReadonlySet<number>;
  /** Null where no source gives its ends. */
  readonly range: AssumedRange | null;
}

/** An assumption to which fields are still added. */
type Growing = Assumption & { readonly fields: string[]; readonly parameters: Set<number> };

/** The assumptions of a plan, in the order of its defaults. */
export function assumptionsOf({ defaults }: Plan): readonly Assumption[] {
  const byWhat = new Map<string, Growing>();
  for (const { path, value, assumed } of defaults) {
    if (!assumed) continue;
    const { what, parameter, range } = assumed;
    const so = byWhat.get(what) ?? { what, value, fields: [], parameters: new Set(), range };
    // Added to, and not copied: as many workloads as there are may share one.
    so.fields.push(path);
    so.parameters.add(parameter);
    byWhat.set(what, Object.assign(so, { value, range }));
  }
  return [...byWhat.values()];
}

/**
 * The plan with an assumption at another value.
 *
 * @example planWith(plan, assumption, 1.2) // everything else as it was
 */
export const planWith = (plan: Plan, { parameters }: Assumption, value: number): Plan => ({
  ...plan,
  parameters: plan.parameters.map((one, index) =>
    parameters.has(index) ? { ...one, distribution: { kind: 'fixed', value } } : one,
  ),
});
