import type { Scenario } from '../../scenario/scenario.ts';
import type { LinkPlan, ResourcePlan, SitePlan, StorePlan } from '../plan/plan.ts';

/** Names of the sites, sorted; a scenario without sites has one with an empty name. */
export const siteNames = (scenario: Scenario): readonly string[] => {
  const names = Object.keys(scenario.sites ?? {}).sort();
  return names.length > 0 ? names : [''];
};

/** The site of all stores without `via`, if they share one. */
export function localSite(scenario: Scenario): string | undefined {
  const local = new Set(
    Object.values(scenario.stores)
      .filter(({ via }) => via === undefined)
      .map(({ site }) => site),
  );
  return local.size === 1 ? [...local][0] : undefined;
}

/** The named sites with the limits of their servers; Infinity: no limit. */
export const sitesOf = (scenario: Scenario, names: readonly string[]): SitePlan[] =>
  names.map((name) => {
    const { server, region = name } = scenario.sites?.[name] ?? {};
    return { name, cores: server?.cores ?? Infinity, jobs: server?.jobs ?? Infinity, region };
  });

/** Everything that jobs share and that can become a bottleneck. */
export function resourcesOf(
  sites: readonly SitePlan[],
  links: readonly LinkPlan[],
  stores: readonly StorePlan[],
): ResourcePlan[] {
  return [
    ...sites.flatMap(({ name, cores }, of): ResourcePlan[] =>
      Number.isFinite(cores) ? [{ name: `cores ${name}`.trim(), kind: 'cores', of }] : [],
    ),
    ...links.map(({ name }, of): ResourcePlan => ({ name: `link ${name}`, kind: 'link', of })),
    ...stores.flatMap(({ name, read, write }, of): ResourcePlan[] =>
      read === null && write === null ? [] : [{ name: `store ${name}`, kind: 'store', of }],
    ),
  ];
}
