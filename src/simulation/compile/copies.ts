import { OBJECT_STREAMS } from '../../catalog/tools.ts';
import type { Copy } from '../../scenario/copies.ts';
import { GFS_RULES } from '../../scenario/keep.ts';
import { seconds } from '../../units/quantity.ts';
import { INCREMENTAL } from '../plan/levels.ts';
import type { ProtectionPlan, StorePlan, TriggerGroup } from '../plan/plan.ts';
import type { Egress, PolicyPlan } from '../plan/policy.ts';
import { thawStepsOf } from '../plan/thaw.ts';
import { noteDefault, noteLeftOut } from './compile-log.ts';
import { restoreRoute } from './continuous.ts';
import { joinTriggers } from './join-triggers.ts';
import { lateBy } from './late-by.ts';
import { type LocatedTerms, type monthsOf, rulesOf, verifyOf } from './policy.ts';
import { linksOf } from './route.ts';
import { type Context, indexOfShared, policyPlan, type Shared } from './shared.ts';
import { isDue } from './stagger.ts';
import { resolveTool } from './tool/tool.ts';
import { instantsOf } from './triggers.ts';

type Months = ReturnType<typeof monthsOf>;

/** The protections of a strategy, followed by one protection for each copy of their points. */
export function withCopies(
  context: Context,
  shared: Shared,
  months: Months,
  protections: readonly ProtectionPlan[],
  locatedTermsOf: (workload: string) => LocatedTerms,
): readonly ProtectionPlan[] {
  const all = [...protections];
  for (const [index, { workload, policy }] of protections.entries()) {
    const located = locatedTermsOf(context.workloads[workload]?.name ?? '');
    // Index of the protection that holds this workload's points, by store.
    const byStore = new Map([[policy.store, index]]);
    for (const [number, copy] of (located.terms.copies ?? []).entries()) {
      const path = `${located.pathOf('copies')}[${number}]`;
      const endpoints = endpointsOf(
        context,
        path,
        { copy, workload, first: policy.store },
        byStore,
      );
      if (!endpoints) continue;
      const source = (all[endpoints.parent] as ProtectionPlan).policy;
      const key = ['copy', shared.policies.indexOf(source), copy];
      const policyIndex = indexOfShared(shared, shared.policies, key, () =>
        copyPolicy(
          context,
          { shared, months, located, path, copy, workload },
          source,
          endpoints.to,
        ),
      );
      byStore.set(endpoints.to, all.length);
      all.push({
        workload,
        policy: shared.policies[policyIndex] as PolicyPlan,
        from: endpoints.parent,
      });
    }
  }
  return all;
}

/** Source protection and target store of a copy; null if the copy is impossible: a problem. */
function endpointsOf(
  { stores, storeAt, workloads, compileLog }: Context,
  path: string,
  {
    copy,
    workload,
    first,
  }: { readonly copy: Copy; readonly workload: number; readonly first: number },
  byStore: ReadonlyMap<number, number>,
): { readonly parent: number; readonly to: number } | null {
  const to = storeAt.get(copy.to);
  const from = copy.from === undefined ? first : storeAt.get(copy.from);
  // Unknown names have been reported by the reader.
  if (to === undefined || from === undefined) return null;
  const parent = byStore.get(from);
  if (from === to || parent === undefined) {
    const message =
      from === to
        ? 'is copied to itself'
        : `is made from ${copy.from}, which holds nothing of ${workloads[workload]?.name} by then`;
    const hint = `copies may not go in a circle: write from: ${[...byStore.keys()].map((store) => stores[store]?.name).join(' or ')}`;
    compileLog.problems.push({ path: `${path}.from`, message, hint });
    return null;
  }
  if (byStore.has(to)) {
    const message = `${copy.to} holds these points already`;
    compileLog.problems.push({ path: `${path}.to`, message, hint: 'name another store' });
    return null;
  }
  return { parent, to };
}

/** What is needed to compile a copy. */
interface CopyContext {
  readonly shared: Shared;
  readonly months: Months;
  readonly located: LocatedTerms;
  readonly path: string;
  readonly copy: Copy;
  readonly workload: number;
}

/** Fields that apply to backups only, as they are set for copies. */
const BACKUP_ONLY = {
  asIncrements: [],
  prunes: -1,
  pruning: null,
  cut: false,
  queue: false,
  failure: null,
  retries: 0,
  rebase: null,
  skipsUnchanged: false,
  log: null,
  replica: null,
} as const satisfies Partial<PolicyPlan>;

/** Bytes are copied as they are stored. */
const NO_WORK = { perFile: 0, perChangedFile: 0, read: 0, compress: 0, store: 0 };

function copyPolicy(
  context: Context,
  { shared, months, located: { terms }, path, copy, workload }: CopyContext,
  source: PolicyPlan,
  to: number,
): PolicyPlan {
  const { compileLog, scenario, stores } = context;
  const from = stores[source.store];
  const name = terms.tool ?? 'generic';
  const tool = resolveTool(compileLog, name, scenario.tools?.[name]);
  const after = copy.on ? 'dates' : (copy.after ?? 'backup');
  const noFulls = !isDue(terms.full) && !isDue(terms.synthetic) && !terms.rebase;
  // Tape is append-only: points can neither be merged nor share blocks.
  const onTape = stores[to]?.tape !== null;
  const whole =
    stores[to]?.cloud?.class.whole === true ||
    (copy.as ?? (after === 'full' || (onTape && noFulls) ? 'full' : 'chain')) === 'full';
  const isPool = source.tool.style === 'dedup' && !whole && !onTape;
  const streams = copy.streams ?? (stores[to]?.cloud || from?.cloud ? OBJECT_STREAMS : 1);
  noteLeftOut(compileLog, path, copy, {
    from: from?.name ?? '',
    ...(!copy.on && { after: 'backup' }),
    lock: 'not immutable',
    streams: String(streams),
    delay: '0 s',
    as: whole ? 'full' : 'chain',
  });
  if (!copy.keep && terms.keep) {
    noteDefault(compileLog, `${path}.keep`, 'as the backups', 'where nothing is given');
  }
  const keep = copy.keep ?? terms.keep;
  if (Object.keys(copy.keep?.gfs ?? {}).length > 0) {
    const message = 'sets fulls aside, which copies do not do';
    const hint = 'write weekly, monthly and yearly without gfs';
    compileLog.problems.push({ path: `${path}.keep.gfs`, message, hint });
  }
  const verify = verifyOf(compileLog, `${path}.verify`, copy, Boolean(stores[to]?.cloud));
  const links = linksOf(context, `${path}.to`, from, to);
  return policyPlan({
    ...source,
    ...BACKUP_ONLY,
    tool: {
      ...source.tool,
      style: isPool ? 'dedup' : 'forward',
      streams,
      scan: null,
      perFile: seconds(0),
      prepare: seconds(0),
      finish: seconds(0),
      terms: NO_WORK,
    },
    rules: rulesOf(compileLog, `${path}.keep`, { keep, lock: copy.lock, tool }, months),
    gfs: GFS_RULES.map(() => 0),
    merges: !isPool && !whole && noFulls && !onTape,
    verify,
    restoreCheck: verify ?? source.restoreCheck,
    store: to,
    links,
    ...dueOf(context, { shared, path, copy }, source),
    copy: {
      from: source.store,
      after,
      whole,
      // Dates have the delay in them.
      delay: copy.on ? seconds(0) : (copy.delay ?? seconds(0)),
      egress: egressOf(context, from, stores[to], links),
      thaws: thawStepsOf(from?.cloud ?? null),
    },
    lock: copy.lock ?? seconds(0),
    back: restoreRoute(context, `${path}.to`, workload, to, terms.restore),
  });
}

/** When a copy is due, and how late it is begun; one that follows points begins with them. */
function dueOf(
  context: Context,
  of: Pick<CopyContext, 'shared' | 'path' | 'copy'>,
  source: PolicyPlan,
): Pick<PolicyPlan, 'group' | 'lateBy'> {
  const group = groupOf(context, of);
  const { times } = of.shared.groups[group] as TriggerGroup;
  const late = lateBy(times, context.timeline, of.copy.delay ?? seconds(0));
  return { group, lateBy: seconds(Math.max(source.lateBy, late)) };
}

/** The dates of a copy, each `delay` later; none for one that follows points. */
function groupOf(
  { compileLog, timeline }: Context,
  { shared, path, copy: { on, delay = seconds(0) } }: Pick<CopyContext, 'shared' | 'path' | 'copy'>,
): number {
  return indexOfShared(shared, shared.groups, ['copy', on && { on, delay }], () => {
    const dates = instantsOf(compileLog, `${path}.on`, on, timeline);
    const instants = dates.map((instant) => instant + delay);
    return joinTriggers([{ level: INCREMENTAL, instants }], null, timeline.end);
  });
}

/**
 * Egress of a copy from its source; a transfer within one provider has a price of its own. Where no
 * sites are named, an object store is elsewhere but for other stores of its provider.
 */
function egressOf(
  { siteNames }: Context,
  from: StorePlan | undefined,
  to: StorePlan | undefined,
  links: readonly number[],
): Egress {
  const provider = from?.cloud?.class.provider;
  const within = provider !== undefined && provider === to?.cloud?.class.provider;
  const isNowhere = from !== undefined && siteNames[from.site] === '';
  return { leaves: links.length > 0 || (isNowhere && !within), within };
}
