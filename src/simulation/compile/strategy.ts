import type { Scenario } from '../../scenario/scenario.ts';
import type { Style } from '../../scenario/tool.ts';
import type { Window } from '../../scenario/window.ts';
import { seconds } from '../../units/quantity.ts';
import { FULL, INCREMENTAL, LEVELS } from '../plan/levels.ts';
import type { StrategyPlan, TriggerGroup } from '../plan/plan.ts';
import type { PolicyPlan } from '../plan/policy.ts';
import { type CompileLog, noteDefault, noteLeftOut, parameter } from './compile-log.ts';
import { continuousOf, rebaseOf } from './continuous.ts';
import { withCopies } from './copies.ts';
import { definedOnly } from './defined-only.ts';
import { joinTriggers } from './join-triggers.ts';
import { lateBy } from './late-by.ts';
import { type LocatedTerms, monthsOf, resolvePolicy, type Terms } from './policy.ts';
import { linksOf } from './route.ts';
import { type Context, indexOfShared, policyPlan, type Shared } from './shared.ts';
import { isDue, shiftedByDays, staggerDelay } from './stagger.ts';
import { reportTape } from './tape.ts';
import { countDates, instantsOf, occurrencesOf, type Timeline } from './triggers.ts';

const DAY = 86400;

/** Compiles one strategy: a protection for each of its workloads, and for each copy. */
export function resolveStrategy(context: Context, name: string): StrategyPlan {
  const { scenario, workloads } = context;
  const strategy = scenario.strategies[name] as Scenario['strategies'][string];
  const shared: Shared = { policies: [], groups: [], windows: [], prunes: [], byKey: new Map() };
  const months = monthsOf(context.timeline);
  const { workloads: _, overrides, ...base } = strategy;
  const protections = chosenOf(context, strategy.workloads).flatMap((index) => {
    const workload = workloads[index];
    if (!workload) return [];
    const own = definedOnly(overrides?.[workload.name] ?? {});
    const located = termsOf(name, workload.name, base, own);
    const delayDays = staggerDelay(shared, context.compileLog, located, index, context.timeline);
    const policy = indexOfShared(
      shared,
      shared.policies,
      ['policy', workload.site, own, delayDays],
      () => policyOf(context, index, located, { ...shared, months, delayDays }),
    );
    return [{ workload: index, policy: shared.policies[policy] as PolicyPlan, from: -1 }];
  });
  const all = withCopies(context, shared, months, protections, (workload) =>
    termsOf(name, workload, base, definedOnly(overrides?.[workload] ?? {})),
  );
  const { policies, groups, windows, prunes } = shared;
  return { name, protections: all, policies, groups, windows, prunes };
}

/** Places of the workloads that a strategy names, in their order; without names all of them. */
function chosenOf(
  { workloads, workloadAt }: Context,
  names: readonly string[] | undefined,
): readonly number[] {
  if (names === undefined) return [...workloads.keys()];
  const places = new Set(names.flatMap((name) => workloadAt.get(name) ?? []));
  return [...places].sort((a, b) => a - b);
}

/** The terms of a strategy for one workload (overrides included), with the path of each. */
function termsOf(
  strategy: string,
  workload: string,
  base: Terms,
  own: Partial<Terms>,
): LocatedTerms {
  const path = `strategies.${strategy}`;
  return {
    terms: { ...base, ...own },
    pathOf: (field) =>
      `${path}${Object.hasOwn(own, field) ? `.overrides.${workload}` : ''}.${field}`,
  };
}

function policyOf(
  context: Context,
  workload: number,
  { terms, pathOf }: LocatedTerms,
  shared: Shared & { readonly months: ReturnType<typeof monthsOf>; readonly delayDays: number },
): PolicyPlan {
  const { compileLog, scenario, stores, timeline } = context;
  const store = context.storeAt.get(terms.to ?? '') ?? 0;
  noteTerms(compileLog, { terms, pathOf }, stores[store]?.name ?? '');
  const resolved = resolvePolicy(
    compileLog,
    { terms, pathOf },
    scenario.tools ?? {},
    shared.months,
    Boolean(stores[store]?.cloud),
  );
  const { rules, gfs, verify } = resolved;
  const whole = stores[store]?.cloud?.class.whole ?? false;
  if (whole) noteDefault(compileLog, pathOf('style'), 'every backup is whole', 'so the service is');
  const tool = whole ? { ...resolved.tool, style: 'forward' as const } : resolved.tool;
  const onTape = Boolean(stores[store]?.tape);
  if (onTape) reportTape(compileLog, { terms, pathOf }, tool.style);
  const group = groupOf({ terms, pathOf }, whole ? 'whole' : tool.style, shared, context);
  return policyPlan({
    tool,
    rules,
    gfs,
    merges: resolved.merges && !onTape && !whole,
    verify,
    store,
    links: linksOf(context, pathOf('to'), context.workloads[workload], store),
    group,
    lateBy: lateBy((shared.groups[group] as TriggerGroup).times, timeline, seconds(0)),
    asIncrements: HIGHER_LEVELS.filter((level) => isDue(terms[level]) && !makes(tool.style, level)),
    prunes: terms.prune
      ? indexOfShared(shared, shared.prunes, ['prune', terms.prune.on], () =>
          Float64Array.from(instantsOf(compileLog, pathOf('prune'), terms.prune?.on, timeline)),
        )
      : -1,
    pruning: onTape || whole ? null : resolved.pruning,
    cut: terms.overrun?.window === 'cut',
    queue: terms.overrun?.next === 'queue',
    failure: terms.failure ? parameter(compileLog, 'failure', terms.failure) : null,
    retries: terms.retries ?? 0,
    retryAfter: terms['retry-after'] ?? seconds(0),
    restoreCheck: verify,
    copy: null,
    lock: terms.lock ?? seconds(0),
    rebase: rebaseOf(terms.rebase),
    skipsUnchanged: terms.unchanged === 'skip',
    ...continuousOf(context, { terms, pathOf }, workload, store),
  });
}

/** Records the defaults of omitted terms. */
function noteTerms(compileLog: CompileLog, { terms, pathOf }: LocatedTerms, store: string): void {
  const note = (field: keyof Terms, value: string, source = 'where nothing is given'): void => {
    if (terms[field] === undefined) noteDefault(compileLog, pathOf(field), value, source);
  };
  note('to', store, 'the only store there is');
  note('window', 'at any time');
  note('overrun', 'finish; skip what is due meanwhile');
  note('prune', 'after each job');
  note('lock', 'not immutable');
  note('rebase', 'never');
  note('stagger', 'no');
  note('unchanged', 'run');
  note('restore', 'automated, where the workload lives');
  if (terms.overrun) {
    noteLeftOut(compileLog, pathOf('overrun'), terms.overrun, { window: 'finish', next: 'skip' });
  }
  note('failure', 'never');
  if (terms.failure === undefined) return;
  note('retries', '0');
  note('retry-after', '0 s');
}

/** Levels above increments, highest first. */
const HIGHER_LEVELS = ['full', 'synthetic', 'differential'] as const;

/** Whether a style produces a level; styles `copy` and `replica` make no full after the first. */
const makes = (style: Style, level: (typeof HIGHER_LEVELS)[number]): boolean =>
  style === 'forward' || (level === 'full' && (style === 'reverse' || style === 'dedup'));

function groupOf(
  { terms, pathOf }: LocatedTerms,
  style: Style | 'whole',
  shared: Shared & { readonly delayDays: number },
  { timeline, compileLog }: Context,
): number {
  const { delayDays } = shared;
  const { full, synthetic, differential, incremental, window } = terms;
  const key = { full, synthetic, differential, incremental, window, style, delayDays };
  return indexOfShared(shared, shared.groups, key, () => {
    const dates = [...HIGHER_LEVELS, 'incremental' as const].map((level) => ({
      level: levelOf(style, level),
      instants: shiftedByDays(
        instantsOf(compileLog, pathOf(level), terms[level], timeline),
        level === 'full' ? delayDays : 0,
        timeline,
      ),
    }));
    const days = (timeline.end - timeline.start) / DAY;
    // A window has a date a day.
    const isFree = !window || countDates(compileLog, pathOf('window'), days);
    const open = window && isFree ? windowOf(window, shared, timeline) : null;
    return joinTriggers(dates, open, timeline.end);
  });
}

function levelOf(
  style: Style | 'whole',
  level: (typeof HIGHER_LEVELS)[number] | 'incremental',
): number {
  if (style === 'whole') return FULL;
  return level !== 'incremental' && makes(style, level) ? LEVELS.indexOf(level) : INCREMENTAL;
}

function windowOf(window: Window, shared: Shared, timeline: Timeline) {
  const list = shared.windows as StrategyPlan['windows'][number][];
  const index = indexOfShared(shared, list, ['window', window], () =>
    occurrencesOf(window, timeline),
  );
  return { index, window: list[index] as StrategyPlan['windows'][number] };
}
