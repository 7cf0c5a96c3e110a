import type { Scenario } from '../scenario/scenario.ts';
import type { Schedule } from '../scenario/schedule.ts';
import type { Style } from '../scenario/tool.ts';
import type { Window } from '../scenario/window.ts';
import { seconds } from '../units/quantity.ts';
import { type Ledger, noteDefault, parameter } from './ledger.ts';
import { INCREMENTAL, LEVELS } from './levels.ts';
import type { Plan, PolicyPlan, StrategyPlan, TriggerGroup } from './plan.ts';
import { noWay, route } from './resolve-network.ts';
import { monthsOf, type Placed, resolvePolicy, type Terms } from './resolve-policy.ts';
import { instantsOf, joinTriggers, openingsOf, type Stretch } from './triggers.ts';

/** The parts of a plan that strategies refer to, and where problems go. */
export interface Context {
  readonly scenario: Scenario;
  readonly ledger: Ledger;
  readonly stretch: Stretch;
  readonly siteNames: readonly string[];
  readonly workloads: Plan['workloads'];
  readonly stores: Plan['stores'];
  readonly links: Plan['links'];
}

/** Entries in the order of code points, the same on every machine. */
export const sorted = <T>(map: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));

/** The entries that have a value: one set to undefined would hide what is spread before it. */
export const definedOnly = <T extends object>(map: T) =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** Works out one strategy: the policy of each workload that it protects. */
export function resolveStrategy(context: Context, name: string): StrategyPlan {
  const { scenario, workloads } = context;
  const strategy = scenario.strategies[name] as Scenario['strategies'][string];
  const shared: Shared = { policies: [], groups: [], openings: [], prunes: [], byKey: new Map() };
  const chosen = new Set(strategy.workloads ?? workloads.map((workload) => workload.name));
  const months = monthsOf(context.stretch);
  const { workloads: _, overrides, ...base } = strategy;
  const protections = workloads.flatMap((workload, index) => {
    if (!chosen.has(workload.name)) return [];
    const own = definedOnly(overrides?.[workload.name] ?? {});
    const policy = once(shared, shared.policies, ['policy', workload.site, own], () =>
      policyOf(context, index, termsOf(name, workload.name, base, own), shared, months),
    );
    return [{ workload: index, policy: shared.policies[policy] as PolicyPlan }];
  });
  const { policies, groups, openings, prunes } = shared;
  return { name, protections, policies, groups, openings, prunes };
}

/** What several workloads share is worked out once. */
interface Shared {
  readonly policies: PolicyPlan[];
  readonly groups: TriggerGroup[];
  readonly openings: StrategyPlan['openings'][number][];
  readonly prunes: Float64Array[];
  readonly byKey: Map<string, number>;
}

/** The terms of a strategy for one workload, and where each of them stands. */
function termsOf(strategy: string, workload: string, base: Terms, own: Partial<Terms>): Placed {
  const path = `strategies.${strategy}`;
  return {
    terms: { ...base, ...own },
    at: (field) => `${path}${Object.hasOwn(own, field) ? `.overrides.${workload}` : ''}.${field}`,
  };
}

function policyOf(
  context: Context,
  workload: number,
  { terms, at }: Placed,
  shared: Shared,
  months: ReturnType<typeof monthsOf>,
): PolicyPlan {
  const { ledger, scenario, stores, stretch } = context;
  const store = Math.max(
    0,
    stores.findIndex(({ name }) => name === terms.to),
  );
  noteTerms(ledger, { terms, at }, stores[store]?.name ?? '');
  const resolved = resolvePolicy(ledger, { terms, at }, scenario.tools ?? {}, months);
  const { tool, rules, gfs, merges, verify } = resolved;
  // Written out field by field: a spread gives an object that the inner loop reads slowly.
  return {
    tool,
    rules,
    gfs,
    merges,
    verify,
    store,
    links: linksOf(context, at('to'), workload, store),
    group: groupOf({ terms, at }, tool.style, shared, stretch, ledger),
    asIncrements: MADE_BY_FORWARD.filter(
      (level) => isDue(terms[level]) && !makes(tool.style, level),
    ),
    prunes: terms.prune
      ? once(shared, shared.prunes, ['prune', terms.prune], () =>
          Float64Array.from(instantsOf(ledger, at('prune'), terms.prune, stretch)),
        )
      : -1,
    cut: terms.overrun?.window === 'cut',
    queue: terms.overrun?.next === 'queue',
    failure: terms.failure ? parameter(ledger, 'failure', terms.failure) : null,
    retries: terms.retries ?? 0,
    retryAfter: terms['retry-after'] ?? seconds(0),
  };
}

/** Notes what stands for the terms that nobody gave. */
function noteTerms(ledger: Ledger, { terms, at }: Placed, store: string): void {
  const note = (field: keyof Terms, value: string, source = 'where nothing is given'): void => {
    if (terms[field] === undefined) noteDefault(ledger, at(field), value, source);
  };
  note('to', store, 'the only store there is');
  note('window', 'at any time');
  note('overrun', 'finish; skip what is due meanwhile');
  note('prune', 'after each job');
  note('failure', 'never');
  if (terms.failure === undefined) return;
  note('retries', '0');
  note('retry-after', '0 s');
}

function once<T>(shared: Shared, list: T[], key: unknown, make: () => T): number {
  const text = JSON.stringify(key);
  const known = shared.byKey.get(text);
  if (known !== undefined) return known;
  list.push(make());
  shared.byKey.set(text, list.length - 1);
  return list.length - 1;
}

/** Levels other than increments, the highest first. */
const MADE_BY_FORWARD = ['full', 'synthetic', 'differential'] as const;

const isDue = (schedule: Schedule | undefined): boolean =>
  schedule !== undefined && schedule.kind !== 'never';

/** Whether runs of a level differ from increments: one full is all that a copy or a replica makes. */
const makes = (style: Style, level: (typeof MADE_BY_FORWARD)[number]): boolean =>
  style === 'forward' || (level === 'full' && (style === 'reverse' || style === 'dedup'));

function groupOf(
  { terms, at }: Placed,
  style: Style,
  shared: Shared,
  stretch: Stretch,
  ledger: Ledger,
): number {
  const { full, synthetic, differential, incremental, window } = terms;
  const key = { full, synthetic, differential, incremental, window, style };
  return once(shared, shared.groups, key, () => {
    const dates = [...MADE_BY_FORWARD, 'incremental' as const].map((level) => ({
      level: level === 'incremental' || !makes(style, level) ? INCREMENTAL : LEVELS.indexOf(level),
      instants: instantsOf(ledger, at(level), terms[level], stretch),
    }));
    return joinTriggers(dates, window ? windowOf(window, shared, stretch) : null, stretch.end);
  });
}

function windowOf(window: Window, shared: Shared, stretch: Stretch) {
  const list = shared.openings as StrategyPlan['openings'][number][];
  const index = once(shared, list, ['window', window], () => openingsOf(window, stretch));
  return { index, openings: list[index] as StrategyPlan['openings'][number] };
}

/**
 * The links from a workload to a store, by index, nearest first; where no way leads there that is a
 * problem at `path`, and there are none.
 */
export function linksOf(context: Context, path: string, workload: number, store: number): number[] {
  const { scenario, ledger, links, siteNames: names } = context;
  const from = context.workloads[workload];
  const to = context.stores[store];
  if (!from || !to || from.site === to.site) return [];
  const declared = sorted(scenario.links ?? {}).map(([name, { between }]) => ({ name, between }));
  const [here = '', there = ''] = [names[from.site], names[to.site]];
  const via = scenario.stores[to.name]?.via;
  const usable = via ? declared.filter(({ name }) => via.includes(name)) : declared;
  const way = route(here, there, usable);
  const ends = `from ${from.name} at ${here} to ${to.name} at ${there}`;
  if (!way) ledger.problems.push({ path, ...noWay(ends, via !== undefined) });
  return (way ?? []).map((name) => links.findIndex((link) => link.name === name));
}
