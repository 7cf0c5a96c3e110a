import { hash } from '../../catalog/hashes.ts';
import { defaultDialect } from '../../catalog/keep-dialect.ts';
import { type Age, type Dialect, GFS_RULES, type Keep, RULES } from '../../scenario/keep.ts';
import type { Scenario, Strategy } from '../../scenario/scenario.ts';
import { type Calendar, dayOf, monthOf } from '../../units/calendar.ts';
import { format } from '../../units/dimension.ts';
import { RATE } from '../../units/dimensions.ts';
import { fraction, seconds } from '../../units/quantity.ts';
import type { Rules } from '../chain/retention.ts';
import type { Within } from '../chain/within.ts';
import type { PolicyPlan, PrunePlan, ToolPlan, VerifyPlan } from '../plan/policy.ts';
import { type CompileLog, cite, noteDefault, noteLeftOut, parameter } from './compile-log.ts';
import { resolvePruning } from './tool/prune.ts';
import { resolveTool } from './tool/tool.ts';
import type { Timeline } from './triggers.ts';

const DAY = 86400;

/** The fields of a strategy as they hold for one workload. */
export type Terms = Omit<Strategy, 'workloads' | 'overrides'>;

/** Terms, with the path of the field that declares each, for problems and defaults. */
export interface LocatedTerms {
  readonly terms: Terms;
  pathOf(field: keyof Terms): string;
}

/** The part of a policy that depends on its terms alone, not on the route to the store. */
export interface Resolved {
  readonly tool: ToolPlan;
  readonly rules: Rules;
  readonly gfs: PolicyPlan['gfs'];
  readonly merges: boolean;
  readonly verify: VerifyPlan | null;
  /** What a prune takes; null where it takes nothing, or comes after each job. */
  readonly pruning: PrunePlan | null;
  /** The resolved tool without the strategy's overrides; decides the retention dialect. */
  readonly declared: ReturnType<typeof resolveTool>;
}

/** The calendar of the timeline, and the month number of each of its days; shared by all keep rules. */
export function monthsOf({ calendar, start, end }: Timeline) {
  const firstDay = dayOf(calendar.toLocal(start)) - 1;
  const days = dayOf(calendar.toLocal(end)) - firstDay + 400;
  return {
    calendar,
    firstDay,
    months: Int32Array.from({ length: days }, (_, day) => monthOf(firstDay + day)),
  };
}

/** Resolves tool, keep rules and verification of some terms; `inCloud`: in an object store. */
export function resolvePolicy(
  compileLog: CompileLog,
  { terms, pathOf }: LocatedTerms,
  tools: NonNullable<Scenario['tools']>,
  months: ReturnType<typeof monthsOf>,
  inCloud: boolean,
): Resolved {
  const name = terms.tool ?? 'generic';
  if (terms.tool === undefined)
    noteDefault(compileLog, pathOf('tool'), 'generic', 'the ideal tool');
  const resolved = resolveTool(compileLog, name, tools[name]);
  const toObjects = inCloud && !terms.streams ? resolved.objectStreams : undefined;
  if (toObjects) {
    const path = pathOf('streams');
    noteDefault(compileLog, path, String(toObjects), 'fill 10 Gbit/s to an object store');
  }
  const tool: ToolPlan = {
    ...resolved,
    ...(terms.style && { style: terms.style }),
    streams: terms.streams ?? toObjects ?? resolved.streams,
  };
  const never = (schedule: Terms['full']) => schedule === undefined || schedule.kind === 'never';
  const forever = never(terms.full) && never(terms.synthetic) && never(terms.differential);
  return {
    tool,
    rules: rulesOf(compileLog, pathOf('keep'), { ...terms, tool: resolved }, months),
    gfs: gfsOf(compileLog, pathOf('keep'), terms.keep, tool),
    merges: tool.style === 'forward' && forever,
    verify: verifyOf(compileLog, pathOf('verify'), terms, inCloud),
    pruning: terms.prune
      ? resolvePruning(compileLog, {
          path: pathOf('prune'),
          unused: terms.prune.unused,
          tool: { ...resolved, style: tool.style },
          own: tools[name],
        })
      : null,
    declared: resolved,
  };
}

/** Each dialect of the language as the rules of a chain have it. */
const RULE_DIALECTS: Readonly<Record<Dialect, Pick<Rules, 'dialect' | 'oldest'>>> = {
  overlapping: { dialect: 'overlapping', oldest: false },
  'overlapping+oldest': { dialect: 'overlapping', oldest: true },
  exclusive: { dialect: 'exclusive', oldest: false },
  'exclusive+oldest': { dialect: 'exclusive', oldest: true },
  generations: { dialect: 'generations', oldest: false },
};

/** Keep rules in the dialect of a tool, and the lock, which overrides them. */
export function rulesOf(
  compileLog: CompileLog,
  path: string,
  { keep, lock = seconds(0), tool }: Pick<Terms, 'keep' | 'lock'> & { tool: Resolved['declared'] },
  { firstDay, months, calendar }: ReturnType<typeof monthsOf>,
): Rules {
  if (!keep) noteDefault(compileLog, path, '{ daily: 30 }', 'the newest point of 30 days');
  const rules = keep?.rules ?? { daily: 30 };
  const dialect = keep?.dialect ?? defaultDialect(tool.like, tool.version);
  if (!keep?.dialect && keep?.points === undefined) {
    noteDefault(compileLog, `${path}.dialect`, dialect, `how ${tool.like} reads its rules`);
  }
  return {
    ...RULE_DIALECTS[dialect],
    points: keep?.points ?? 0,
    within: keep?.within ? withinOf(keep.within, dialect, calendar) : null,
    locked: lock,
    slots: RULES.map((rule) => rules[rule] ?? 0),
    months,
    firstDay,
  };
}

/** What the units of an age last for borg, in seconds (`interval` in borg's `helpers/parseformat`). */
const BORG = { second: 1, day: DAY, week: 7 * DAY, month: 31 * DAY, year: 365 * DAY };
/** The same by the calendar, as for restic (`restic/duration.go` and `snapshot_policy.go`). */
const CALENDAR = {
  second: { months: 0, days: 0, seconds: 1 },
  day: { months: 0, days: 1, seconds: 0 },
  week: { months: 0, days: 7, seconds: 0 },
  month: { months: 1, days: 0, seconds: 0 },
  year: { months: 12, days: 0, seconds: 0 },
};

/** How a dialect reads `within`. */
function withinOf({ amount, unit }: Age, dialect: Dialect, { changes }: Calendar): Within {
  if (dialect === 'exclusive+oldest') {
    return { months: 0, days: 0, seconds: amount * BORG[unit], from: 'now', changes };
  }
  const { months, days, seconds } = CALENDAR[unit];
  return {
    months: amount * months,
    days: amount * days,
    seconds: amount * seconds,
    from: 'newest',
    changes,
  };
}

function gfsOf(compileLog: CompileLog, path: string, keep: Keep | undefined, { style }: ToolPlan) {
  const gfs = keep?.gfs ?? {};
  if (GFS_RULES.some((rule) => gfs[rule]) && style !== 'copy') {
    compileLog.problems.push({
      path: `${path}.gfs`,
      message: `sets fulls aside, which style ${style} does not do`,
      hint: 'write style: copy, or use weekly, monthly and yearly without gfs',
    });
  }
  return GFS_RULES.map((rule) => gfs[rule] ?? 0);
}

/** How copies are verified, in an object store or another; null if they are not. */
export function verifyOf(
  compileLog: CompileLog,
  path: string,
  { verify }: Pick<Terms, 'verify'>,
  inCloud: boolean,
): VerifyPlan | null {
  if (!verify) noteDefault(compileLog, path, 'none', 'backups are not checked');
  const method = verify?.method ?? 'none';
  if (verify) noteLeftOut(compileLog, path, verify, { method: 'none' });
  if (!verify || method === 'none') return null;
  const known = hash(method)?.rate;
  if (!verify.rate && known) {
    noteDefault(compileLog, `${path}.rate`, `${format(RATE, known.value)} a core`, cite(known));
  }
  noteLeftOut(compileLog, path, verify, {
    every: 'backup',
    when: 'after',
    at:
      inCloud && verify.recheck
        ? 'target; rechecks from where the data are, with egress'
        : 'target',
    coverage: '100 %',
    cores: '1',
    recheck: 'never',
  });
  const rate = verify.rate ?? { kind: 'fixed' as const, value: known?.value ?? Infinity };
  return {
    method,
    fullsOnly: verify.every === 'full',
    inline: verify.when === 'inline',
    at: verify.at ?? 'target',
    beside: verify.at === 'target',
    coverage: verify.coverage ?? fraction(1),
    // The name of the random stream has no strategy in it, so that strategies share the draws.
    rate: parameter(compileLog, `verify.rate ${method}`, rate),
    cores: verify.cores ?? 1,
    recheck: verify.recheck ?? seconds(Infinity),
  };
}
