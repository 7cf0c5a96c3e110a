import type { Checked } from '../problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Window } from '../scenario/window.ts';
import { addSpan, calendarOf, parseInstant } from '../units/calendar.ts';
import { seconds } from '../units/quantity.ts';
import { type Data, emptyLedger, type Ledger, noteDefault, parameter } from './ledger.ts';
import {
  DIFFERENTIAL,
  FULL,
  INCREMENTAL,
  type Plan,
  type ProtectionPlan,
  type StrategyPlan,
  SYNTHETIC,
  type TriggerGroup,
} from './plan.ts';
import { resolveLink, resolveStore, route, wrongWay } from './resolve-network.ts';
import { monthsOf, resolveProtection, type Terms, unnamed } from './resolve-protection.ts';
import { resolveWorkload } from './resolve-workload.ts';
import { localSite, resourcesOf, siteNames, sitesOf } from './resources.ts';
import { throttleOf } from './throttle.ts';
import { instantsOf, joinTriggers, MOST_TRIGGERS, openingsOf, type Stretch } from './triggers.ts';

/**
 * Makes a scenario ready to run.
 *
 *   scenario ─▶ 1 calendar ─▶ 2 places ─▶ 3 workloads ─▶ 4 resources ─▶ 5 strategies ─▶ plan
 *
 * Names are sorted, so that the order of declarations changes nothing. Problems that only show when
 * parts are put together (no way from a workload to its store) are returned, all at once.
 */
export function compile(scenario: Scenario, data: Data, fileName = 'scenario'): Checked<Plan> {
  const ledger = emptyLedger(data);
  const stretch = stretchOf(scenario, ledger);
  const names = siteNames(scenario);
  const near = localSite(scenario);
  const siteOf = (path: string, declared: string | undefined, fallback?: string): number => {
    const only = names.length === 1 ? names[0] : fallback;
    const index = names.indexOf(declared ?? only ?? '-');
    if (declared === undefined && only !== undefined && only !== '') {
      noteDefault(ledger, `${path}.site`, only, 'the only site that comes into question');
    }
    if (index < 0 && declared === undefined) {
      const hint = `name one of ${names.join(', ')}`;
      ledger.problems.push({ path: `${path}.site`, message: 'is missing', hint });
    }
    return Math.max(0, index);
  };
  const stores = sorted(scenario.stores).map(([name, store]) =>
    resolveStore(ledger, name, store, siteOf(`stores.${name}`, store.site)),
  );
  const links = sorted(scenario.links ?? {}).map(([name, link]) => resolveLink(ledger, name, link));
  const workloads = sorted(scenario.workloads).map(([name, workload]) =>
    resolveWorkload(
      ledger,
      name,
      workload,
      siteOf(`workloads.${name}`, workload.site, near),
      stretch,
    ),
  );
  const sites = sitesOf(scenario, names);
  const resources = resourcesOf(sites, links, stores);
  const context: Context = {
    scenario,
    ledger,
    stretch,
    workloads,
    stores,
    links,
    siteNames: names,
  };
  const strategies = sorted(scenario.strategies).map(([name]) => strategyOf(context, name));
  if (ledger.problems.length > 0) return { ok: false, problems: ledger.problems };
  const plan: Plan = {
    name: scenario.name ?? fileName,
    start: stretch.start,
    end: stretch.end,
    horizon: scenario.horizon ?? { amount: 1, unit: 'years' },
    calendar: stretch.calendar,
    parameters: ledger.parameters,
    workloads,
    sites,
    links,
    stores,
    resources,
    throttle: throttleOf(scenario, links, resources, stretch),
    strategies,
    order: Object.keys(scenario.strategies),
    objectives: definedOnly(scenario.objectives ?? {}),
    defaults: ledger.defaults,
  };
  return { ok: true, value: plan };
}

interface Context {
  readonly scenario: Scenario;
  readonly ledger: Ledger;
  readonly stretch: Stretch;
  readonly siteNames: readonly string[];
  readonly workloads: Plan['workloads'];
  readonly stores: Plan['stores'];
  readonly links: Plan['links'];
}

/** Entries in the order of code points, the same on every machine. */
const sorted = <T>(map: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));

const definedOnly = <T extends object>(map: T) =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

function stretchOf(scenario: Scenario, ledger: Ledger): Stretch {
  const zone = scenario.timezone ?? 'UTC';
  const span = scenario.horizon ?? { amount: 1, unit: 'years' as const };
  if (!scenario.timezone) noteDefault(ledger, 'timezone', 'UTC', 'none is given');
  if (!scenario.horizon) noteDefault(ledger, 'horizon', '1 year', 'none is given');
  const start = parseInstant(scenario.start, zone) ?? 0;
  const end = addSpan(start, span, zone);
  const years = (end - start) / (365 * 86400);
  if (years > 200) {
    const hint = 'write at most 200 years';
    ledger.problems.push({ path: 'horizon', message: 'is longer than can be simulated', hint });
  }
  return {
    calendar: calendarOf(zone, start, Math.min(end, start + 7e9)),
    start,
    end: Math.min(end, start + 7e9),
  };
}

function strategyOf(context: Context, name: string): StrategyPlan {
  const { scenario, workloads } = context;
  const strategy = scenario.strategies[name] as Scenario['strategies'][string];
  const shared: Shared = { groups: [], openings: [], prunes: [], byKey: new Map() };
  const chosen = new Set(strategy.workloads ?? workloads.map((workload) => workload.name));
  const months = monthsOf(context.stretch);
  const protections = workloads.flatMap((workload, index) => {
    if (!chosen.has(workload.name)) return [];
    const { workloads: _, overrides, ...base } = strategy;
    const terms: Terms = { ...base, ...definedOnly(overrides?.[workload.name] ?? {}) };
    return [protectionOf(context, name, index, terms, shared, months)];
  });
  return { name, protections, ...shared };
}

/** Dates that several workloads share are worked out once. */
interface Shared {
  readonly groups: TriggerGroup[];
  readonly openings: StrategyPlan['openings'][number][];
  readonly prunes: Float64Array[];
  readonly byKey: Map<string, number>;
}

function protectionOf(
  context: Context,
  strategy: string,
  workload: number,
  terms: Terms,
  shared: Shared,
  months: ReturnType<typeof monthsOf>,
): ProtectionPlan {
  const { ledger, scenario, stores, stretch } = context;
  const path = `strategies.${strategy}`;
  const store = Math.max(
    0,
    stores.findIndex(({ name }) => name === terms.to),
  );
  const resolved = resolveProtection(ledger, path, terms, scenario.tools ?? {}, months);
  const { tool, rules, gfs, merges, verify } = resolved;
  // Written out field by field: a spread gives an object that the inner loop reads slowly.
  return {
    tool,
    rules,
    gfs,
    merges,
    verify,
    workload,
    store,
    links: linksOf(context, path, workload, store),
    group: groupOf(terms, shared, stretch, ledger, path),
    prunes: terms.prune
      ? once(shared, shared.prunes, ['prune', terms.prune], () =>
          Float64Array.from(instantsOf(terms.prune ?? { kind: 'never' }, stretch)),
        )
      : -1,
    cut: terms.overrun?.window === 'cut',
    queue: terms.overrun?.next === 'queue',
    failure: terms.failure ? parameter(ledger, unnamed(path, 'failure'), terms.failure) : null,
    retries: terms.retries ?? 0,
    retryAfter: terms['retry-after'] ?? seconds(0),
  };
}

function once<T>(shared: Shared, list: T[], key: unknown, make: () => T): number {
  const text = JSON.stringify(key);
  const known = shared.byKey.get(text);
  if (known !== undefined) return known;
  list.push(make());
  shared.byKey.set(text, list.length - 1);
  return list.length - 1;
}

function groupOf(
  terms: Terms,
  shared: Shared,
  stretch: Stretch,
  ledger: Ledger,
  path: string,
): number {
  const { full, synthetic, differential, incremental, window } = terms;
  return once(shared, shared.groups, { full, synthetic, differential, incremental, window }, () => {
    const dates = [
      { level: FULL, instants: instantsOf(full ?? { kind: 'never' }, stretch) },
      { level: SYNTHETIC, instants: instantsOf(synthetic ?? { kind: 'never' }, stretch) },
      { level: DIFFERENTIAL, instants: instantsOf(differential ?? { kind: 'never' }, stretch) },
      { level: INCREMENTAL, instants: instantsOf(incremental ?? { kind: 'never' }, stretch) },
    ];
    if (dates.some(({ instants }) => instants.length > MOST_TRIGGERS)) {
      const message = `has a schedule with more than ${MOST_TRIGGERS} dates`;
      ledger.problems.push({ path, message, hint: 'write a rarer schedule or a shorter horizon' });
      return joinTriggers([], null, stretch.end);
    }
    return joinTriggers(dates, window ? windowOf(window, shared, stretch) : null, stretch.end);
  });
}

function windowOf(window: Window, shared: Shared, stretch: Stretch) {
  const list = shared.openings as StrategyPlan['openings'][number][];
  const index = once(shared, list, ['window', window], () => openingsOf(window, stretch));
  return { index, openings: list[index] as StrategyPlan['openings'][number] };
}

function linksOf(context: Context, path: string, workload: number, store: number): number[] {
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
  const wrong = wrongWay(way, ends, via !== undefined);
  if (wrong) ledger.problems.push({ path: `${path}.to`, ...wrong });
  return (way ?? []).map((name) => links.findIndex((link) => link.name === name));
}
