import type { Scenario } from '../../scenario/scenario.ts';
import type { Style } from '../../scenario/tool.ts';
import type { Window } from '../../scenario/window.ts';
import { seconds } from '../../units/quantity.ts';
import { INCREMENTAL, LEVELS } from '../plan/levels.ts';
import type { StrategyPlan } from '../plan/plan.ts';
import type { PolicyPlan } from '../plan/policy.ts';
import { type CompileLog, noteDefault, noteLeftOut, parameter } from './compile-log.ts';
import { continuousOf, rebaseOf } from './continuous.ts';
import { withCopies } from './copies.ts';
import { definedOnly } from './defined-only.ts';
import { monthsOf, type Placed, resolvePolicy, type Terms } from './policy.ts';
import { linksOf } from './route.ts';
import { type Context, once, policyPlan, type Shared } from './shared.ts';
import { isDue, latenessOf, later } from './stagger.ts';
import { reportTape } from './tape.ts';
import { instantsOf, joinTriggers, occurrencesOf, type Stretch } from './triggers.ts';

/** Works out one strategy: the policy of each workload that it protects. */
export function resolveStrategy(context: Context, name: string): StrategyPlan {
  const { scenario, workloads } = context;
  const strategy = scenario.strategies[name] as Scenario['strategies'][string];
  const shared: Shared = { policies: [], groups: [], windows: [], prunes: [], byKey: new Map() };
  const chosen = new Set(strategy.workloads ?? workloads.map((workload) => workload.name));
  const months = monthsOf(context.stretch);
  const { workloads: _, overrides, ...base } = strategy;
  const protections = workloads.flatMap((workload, index) => {
    if (!chosen.has(workload.name)) return [];
    const own = definedOnly(overrides?.[workload.name] ?? {});
    const placed = termsOf(name, workload.name, base, own);
    const late = latenessOf(shared, context.compileLog, placed, index, context.stretch);
    const policy = once(shared, shared.policies, ['policy', workload.site, own, late], () =>
      policyOf(context, index, placed, { ...shared, months, late }),
    );
    return [{ workload: index, policy: shared.policies[policy] as PolicyPlan, from: -1 }];
  });
  const all = withCopies(context, shared, months, protections, (workload) =>
    termsOf(name, workload, base, definedOnly(overrides?.[workload] ?? {})),
  );
  const { policies, groups, windows, prunes } = shared;
  return { name, protections: all, policies, groups, windows, prunes };
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
  shared: Shared & { readonly months: ReturnType<typeof monthsOf>; readonly late: number },
): PolicyPlan {
  const { compileLog, scenario, stores, stretch } = context;
  const store = Math.max(
    0,
    stores.findIndex(({ name }) => name === terms.to),
  );
  noteTerms(compileLog, { terms, at }, stores[store]?.name ?? '');
  const resolved = resolvePolicy(compileLog, { terms, at }, scenario.tools ?? {}, shared.months);
  const { tool, rules, gfs, verify } = resolved;
  const onTape = Boolean(stores[store]?.tape);
  if (onTape) reportTape(compileLog, { terms, at }, tool.style);
  return policyPlan({
    tool,
    rules,
    gfs,
    merges: resolved.merges && !onTape,
    verify,
    store,
    links: linksOf(context, at('to'), context.workloads[workload], store),
    group: groupOf({ terms, at }, tool.style, shared, stretch, compileLog, shared.late),
    asIncrements: MADE_BY_FORWARD.filter(
      (level) => isDue(terms[level]) && !makes(tool.style, level),
    ),
    prunes: terms.prune
      ? once(shared, shared.prunes, ['prune', terms.prune], () =>
          Float64Array.from(instantsOf(compileLog, at('prune'), terms.prune, stretch)),
        )
      : -1,
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
    ...continuousOf(context, { terms, at }, workload, store),
  });
}

/** Notes what stands for the terms that nobody gave. */
function noteTerms(compileLog: CompileLog, { terms, at }: Placed, store: string): void {
  const note = (field: keyof Terms, value: string, source = 'where nothing is given'): void => {
    if (terms[field] === undefined) noteDefault(compileLog, at(field), value, source);
  };
  note('to', store, 'the only store there is');
  note('window', 'at any time');
  note('overrun', 'finish; skip what is due meanwhile');
  note('prune', 'after each job');
  note('lock', 'not locked');
  note('rebase', 'never');
  note('stagger', 'no');
  note('unchanged', 'run');
  note('restore', 'automated, where the workload lives');
  if (terms.overrun) {
    noteLeftOut(compileLog, at('overrun'), terms.overrun, { window: 'finish', next: 'skip' });
  }
  note('failure', 'never');
  if (terms.failure === undefined) return;
  note('retries', '0');
  note('retry-after', '0 s');
}

/** Levels other than increments, the highest first. */
const MADE_BY_FORWARD = ['full', 'synthetic', 'differential'] as const;

/** Whether runs of a level differ from increments: one full is all that a copy or a replica makes. */
const makes = (style: Style, level: (typeof MADE_BY_FORWARD)[number]): boolean =>
  style === 'forward' || (level === 'full' && (style === 'reverse' || style === 'dedup'));

function groupOf(
  { terms, at }: Placed,
  style: Style,
  shared: Shared,
  stretch: Stretch,
  compileLog: CompileLog,
  late: number,
): number {
  const { full, synthetic, differential, incremental, window } = terms;
  const key = { full, synthetic, differential, incremental, window, style, late };
  return once(shared, shared.groups, key, () => {
    const dates = [...MADE_BY_FORWARD, 'incremental' as const].map((level) => ({
      level: level === 'incremental' || !makes(style, level) ? INCREMENTAL : LEVELS.indexOf(level),
      instants: later(
        instantsOf(compileLog, at(level), terms[level], stretch),
        level === 'full' ? late : 0,
        stretch,
      ),
    }));
    return joinTriggers(dates, window ? windowOf(window, shared, stretch) : null, stretch.end);
  });
}

function windowOf(window: Window, shared: Shared, stretch: Stretch) {
  const list = shared.windows as StrategyPlan['windows'][number][];
  const index = once(shared, list, ['window', window], () => occurrencesOf(window, stretch));
  return { index, window: list[index] as StrategyPlan['windows'][number] };
}
