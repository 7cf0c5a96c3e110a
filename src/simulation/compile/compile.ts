import { billMonths } from '../../model/bill-months.ts';
import type { Checked, Problem } from '../../problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { storesNamed } from '../../scenario/stores-named.ts';
import { addSpan, calendarOf, parseInstant } from '../../units/calendar.ts';
import type { Plan, StorePlan } from '../plan/plan.ts';
import type { WorkloadPlan } from '../plan/workload.ts';
import {
  type CompileLog,
  type Data,
  emptyCompileLog,
  noteDefault,
  noteLeftOut,
  sorted,
  withOwnPaths,
  withoutNotes,
} from './compile-log.ts';
import { costOf, currencyOf } from './cost.ts';
import { resolveDisasters } from './disasters.ts';
import { resolveLink } from './network.ts';
import { resolveObjectives } from './objectives.ts';
import { operationsOf } from './operations.ts';
import { localSite, resourcesOf, siteNames, sitesOf } from './resources.ts';
import { type Context, placesOf } from './shared.ts';
import { billingAccounts } from './stores/billing-accounts.ts';
import { type Place, resolveStore } from './stores/store.ts';
import { resolveStrategy } from './strategy.ts';
import { throttleOf } from './throttle.ts';
import { resolveTraining } from './training.ts';
import type { Timeline } from './triggers.ts';
import { resolveWorkload } from './workload.ts';

/**
 * Compiles a scenario into a plan.
 *
 *   scenario ─▶ 1 calendar ─▶ 2 places ─▶ 3 workloads ─▶ 4 resources ─▶ 5 strategies ─▶ plan
 *
 * Names are sorted, so that the result does not depend on the order of declarations.
 *
 * @returns the plan, or every problem that only shows when the parts are combined, such as a
 *   missing route from a workload to its store.
 */
export function compile(scenario: Scenario, data: Data, fileName = 'scenario'): Checked<Plan> {
  const compileLog = emptyCompileLog(data);
  const timeline = timelineOf(scenario, compileLog);
  const names = siteNames(scenario);
  const currency = currencyOf(compileLog, scenario);
  const stores = storesOf(scenario, compileLog, { siteNames: names, currency, timeline });
  const links = sorted(scenario.links ?? {}).map(([name, link]) =>
    resolveLink(compileLog, name, link),
  );
  const workloads = workloadsOf(scenario, compileLog, { siteNames: names, timeline });
  const sites = sitesOf(scenario, names);
  noteServers(compileLog, scenario);
  const resources = resourcesOf(sites, links, stores);
  const context: Context = {
    scenario,
    compileLog,
    timeline,
    workloads,
    stores,
    links,
    siteNames: names,
    storeAt: placesOf(stores),
    workloadAt: placesOf(workloads),
  };
  const strategies = sorted(scenario.strategies).map(([name]) => resolveStrategy(context, name));
  const disasters = resolveDisasters(compileLog, scenario, sites, stores);
  const cost = costOf(compileLog, scenario, currency);
  const objectives = resolveObjectives(compileLog, scenario, currency, timeline);
  const training = resolveTraining(context, currency);
  if (compileLog.problems.length > 0) return { ok: false, problems: distinct(compileLog.problems) };
  const plan: Plan = {
    name: scenario.name ?? fileName,
    ...timeline,
    months: billMonths(timeline.calendar.zone, timeline.start, timeline.end).boundaries,
    horizon: scenario.horizon ?? { amount: 1, unit: 'years' },
    parameters: compileLog.parameters,
    workloads,
    sites,
    links,
    stores,
    accounts: billingAccounts(stores, sites),
    resources,
    throttle: throttleOf(scenario, links, resources, timeline),
    strategies,
    order: Object.keys(scenario.strategies),
    training,
    objectives,
    operations: operationsOf(scenario.operations),
    disasters,
    cost,
    commonCause: scenario['common-cause'] ?? 0.1,
    defaults: compileLog.defaults,
  };
  return { ok: true, value: plan };
}

/** The stores that something uses. The others are looked at for their problems alone. */
function storesOf(
  scenario: Scenario,
  compileLog: CompileLog,
  place: Omit<Place, 'site'>,
): readonly StorePlan[] {
  const named = storesNamed(scenario);
  return sorted(scenario.stores).flatMap(([name, store]) => {
    const log = named.has(name) ? compileLog : withoutNotes(compileLog);
    const site = siteFinder(log, place.siteNames)(`stores.${name}`, store.site);
    const resolved = resolveStore(log, name, store, { ...place, site });
    compileLog.dates = log.dates;
    return named.has(name) ? [resolved] : [];
  });
}

function workloadsOf(
  scenario: Scenario,
  compileLog: CompileLog,
  { siteNames: names, timeline }: Pick<Place, 'siteNames' | 'timeline'>,
): readonly WorkloadPlan[] {
  const log = withOwnPaths(compileLog);
  const siteOf = siteFinder(log, names);
  const defaultSite = localSite(scenario);
  const workloads = sorted(scenario.workloads).map(([name, workload]) => {
    const site = siteOf(`workloads.${name}`, workload.site, defaultSite);
    return resolveWorkload(log, name, workload, site, timeline);
  });
  compileLog.dates = log.dates;
  return workloads;
}

/** Resolves a site to its index: by name, or by default if there is only one candidate. */
function siteFinder(compileLog: CompileLog, names: readonly string[]) {
  return (path: string, declared: string | undefined, fallback?: string): number => {
    const only = names.length === 1 ? names[0] : fallback;
    const index = names.indexOf(declared ?? only ?? '-');
    if (declared === undefined && only !== undefined && only !== '') {
      noteDefault(compileLog, `${path}.site`, only, 'the only site that comes into question');
    }
    if (index < 0 && declared === undefined) {
      const hint = `name one of ${names.join(', ')}`;
      compileLog.problems.push({ path: `${path}.site`, message: 'is missing', hint });
    }
    return Math.max(0, index);
  };
}

function noteServers(compileLog: CompileLog, { sites = {} }: Scenario): void {
  for (const [name, { server = {} }] of sorted(sites)) {
    noteLeftOut(compileLog, `sites.${name}.server`, server, {
      cores: 'not limiting',
      jobs: 'any number',
    });
  }
}

/** Problems without repeats: policies that differ elsewhere may share a fault. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [`${problem.path}\0${problem.message}`, problem])).values(),
];

/** Latest supported end: the cron library handles no later years. */
const LAST = Date.UTC(3000) / 1000;
const TOO_FAR = { message: 'ends after the year 2999', hint: 'write an earlier start' };

function timelineOf(scenario: Scenario, compileLog: CompileLog): Timeline {
  const zone = scenario.timezone ?? 'UTC';
  const span = scenario.horizon ?? { amount: 1, unit: 'years' as const };
  if (!scenario.timezone) noteDefault(compileLog, 'timezone', 'UTC', 'none is given');
  if (!scenario.horizon) noteDefault(compileLog, 'horizon', '1 year', 'none is given');
  const start = parseInstant(scenario.start, zone) ?? 0;
  const end = addSpan(start, span, zone);
  if (end > LAST) compileLog.problems.push({ path: 'horizon', ...TOO_FAR });
  return { calendar: calendarOf(zone, start, end), start, end };
}
