import type { Copy } from '../../scenario/copies.ts';
import { GFS_RULES } from '../../scenario/keep.ts';
import { seconds } from '../../units/quantity.ts';
import { INCREMENTAL } from '../plan/levels.ts';
import type { ProtectionPlan, StorePlan } from '../plan/plan.ts';
import type { Egress, PolicyPlan } from '../plan/policy.ts';
import { noteDefault, noteLeftOut } from './compile-log.ts';
import { wayBack } from './continuous.ts';
import { type monthsOf, type Placed, rulesOf, verifyOf } from './policy.ts';
import { linksOf } from './route.ts';
import { type Context, once, policyPlan, type Shared } from './shared.ts';
import { isDue } from './stagger.ts';
import { resolveTool } from './tool.ts';
import { instantsOf, joinTriggers } from './triggers.ts';

type Months = ReturnType<typeof monthsOf>;

/** The protections of a strategy, followed by the copies that are made of their points. */
export function withCopies(
  context: Context,
  shared: Shared,
  months: Months,
  protections: readonly ProtectionPlan[],
  placedOf: (workload: string) => Placed,
): readonly ProtectionPlan[] {
  const all = [...protections];
  for (const [index, { workload, policy }] of protections.entries()) {
    const placed = placedOf(context.workloads[workload]?.name ?? '');
    // Where points are so far: the place of the protection, by store.
    const made = new Map([[policy.store, index]]);
    for (const [number, copy] of (placed.terms.copies ?? []).entries()) {
      const path = `${placed.at('copies')}[${number}]`;
      const ends = endsOf(context, path, { copy, workload, first: policy.store }, made);
      if (!ends) continue;
      const source = (all[ends.parent] as ProtectionPlan).policy;
      const key = ['copy', shared.policies.indexOf(source), copy];
      const own = once(shared, shared.policies, key, () =>
        copyPolicy(context, { shared, months, placed, path, copy, workload }, source, ends.to),
      );
      made.set(ends.to, all.length);
      all.push({ workload, policy: shared.policies[own] as PolicyPlan, from: ends.parent });
    }
  }
  return all;
}

/** Where a copy comes from and goes to; null, and a problem, where it cannot be made. */
function endsOf(
  { stores, workloads, compileLog }: Context,
  path: string,
  {
    copy,
    workload,
    first,
  }: { readonly copy: Copy; readonly workload: number; readonly first: number },
  made: ReadonlyMap<number, number>,
): { readonly parent: number; readonly to: number } | null {
  const indexOf = (name: string): number => stores.findIndex((store) => store.name === name);
  const to = indexOf(copy.to);
  const from = copy.from === undefined ? first : indexOf(copy.from);
  // A name that leads nowhere is a problem of its own.
  if (to < 0 || from < 0) return null;
  const parent = made.get(from);
  if (from === to || parent === undefined) {
    const message =
      from === to
        ? 'is copied to itself'
        : `is made from ${copy.from}, which holds nothing of ${workloads[workload]?.name} by then`;
    const hint = `copies may not go in a circle: write from: ${[...made.keys()].map((store) => stores[store]?.name).join(' or ')}`;
    compileLog.problems.push({ path: `${path}.from`, message, hint });
    return null;
  }
  if (made.has(to)) {
    const message = `${copy.to} holds these points already`;
    compileLog.problems.push({ path: `${path}.to`, message, hint: 'name another store' });
    return null;
  }
  return { parent, to };
}

/** What stands around a copy as it is worked out. */
interface Around {
  readonly shared: Shared;
  readonly months: Months;
  readonly placed: Placed;
  readonly path: string;
  readonly copy: Copy;
  readonly workload: number;
}

/** What backups have and copies have not. */
const NOT_OF_COPIES = {
  asIncrements: [],
  prunes: -1,
  cut: false,
  queue: false,
  failure: null,
  retries: 0,
  rebase: null,
  skipsUnchanged: false,
  log: null,
  replica: null,
} as const satisfies Partial<PolicyPlan>;

/** What fills 10 Gbit/s, as the S3 user guide advises. */
const OBJECT_STREAMS = 15;

function copyPolicy(
  context: Context,
  { shared, months, placed: { terms }, path, copy, workload }: Around,
  source: PolicyPlan,
  to: number,
): PolicyPlan {
  const { compileLog, scenario, stores, stretch } = context;
  const from = stores[source.store];
  const name = terms.tool ?? 'generic';
  const tool = resolveTool(compileLog, name, scenario.tools?.[name]);
  const after = copy.on ? 'dates' : (copy.after ?? 'backup');
  const noFulls = !isDue(terms.full) && !isDue(terms.synthetic) && !terms.rebase;
  // On a tape nothing can be merged, and no blocks are shared.
  const onTape = stores[to]?.tape !== null;
  const whole =
    (copy.as ?? (after === 'full' || (onTape && noFulls) ? 'full' : 'chain')) === 'full';
  const isPool = source.tool.style === 'dedup' && !whole && !onTape;
  const streams = copy.streams ?? (stores[to]?.cloud || from?.cloud ? OBJECT_STREAMS : 1);
  noteLeftOut(compileLog, path, copy, {
    from: from?.name ?? '',
    ...(!copy.on && { after: 'backup' }),
    lock: 'not locked',
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
  const verify = verifyOf(compileLog, `${path}.verify`, copy);
  const links = linksOf(context, `${path}.to`, from, to);
  return policyPlan({
    ...source,
    ...NOT_OF_COPIES,
    tool: {
      ...source.tool,
      style: isPool ? 'dedup' : 'forward',
      streams,
      scan: null,
      perFile: seconds(0),
      prepare: seconds(0),
      finish: seconds(0),
    },
    rules: rulesOf(compileLog, `${path}.keep`, { keep, lock: copy.lock, tool }, months),
    gfs: GFS_RULES.map(() => 0),
    merges: !isPool && !whole && noFulls && !onTape,
    verify,
    restoreCheck: verify ?? source.restoreCheck,
    store: to,
    links,
    group: once(shared, shared.groups, ['copy', copy.on ?? null], () => {
      const instants = instantsOf(compileLog, `${path}.on`, copy.on, stretch);
      return joinTriggers([{ level: INCREMENTAL, instants }], null, stretch.end);
    }),
    copy: {
      from: source.store,
      after,
      whole,
      delay: copy.delay ?? seconds(0),
      egress: egressOf(from, stores[to], links),
    },
    lock: copy.lock ?? seconds(0),
    back: wayBack(context, `${path}.to`, workload, to, terms.restore),
  });
}

/** What a copy takes out of its source; between two stores of one provider it is paid as such. */
function egressOf(
  from: StorePlan | undefined,
  to: StorePlan | undefined,
  links: readonly number[],
): Egress {
  const provider = from?.cloud?.class.provider;
  const within = provider !== undefined && provider === to?.cloud?.class.provider;
  return { leaves: links.length > 0, within };
}
