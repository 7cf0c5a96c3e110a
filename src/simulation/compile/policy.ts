import { hash } from '../../catalog/hashes.ts';
import { defaultDialect } from '../../catalog/keep-dialect.ts';
import { GFS_RULES, type Keep, RULES } from '../../scenario/keep.ts';
import type { Scenario, Strategy } from '../../scenario/scenario.ts';
import { dayOf, monthOf } from '../../units/calendar.ts';
import { format } from '../../units/dimension.ts';
import { RATE } from '../../units/dimensions.ts';
import { fraction, seconds } from '../../units/quantity.ts';
import type { Rules } from '../chain/retention.ts';
import type { PolicyPlan, ToolPlan, VerifyPlan } from '../plan/policy.ts';
import { type CompileLog, cite, noteDefault, noteLeftOut, parameter } from './compile-log.ts';
import { resolveTool } from './tool.ts';
import type { Stretch } from './triggers.ts';

/** The fields of a strategy as they hold for one workload. */
export type Terms = Omit<Strategy, 'workloads' | 'overrides'>;

/** Terms, and the path of the field that states one of them, for problems and defaults. */
export interface Placed {
  readonly terms: Terms;
  at(field: keyof Terms): string;
}

/** What a policy takes from its terms alone, whatever the way from workload to store. */
export interface Resolved {
  readonly tool: ToolPlan;
  readonly rules: Rules;
  readonly gfs: PolicyPlan['gfs'];
  readonly merges: boolean;
  readonly verify: VerifyPlan | null;
  /** The tool as declared, which says how its keep rules are read. */
  readonly declared: ReturnType<typeof resolveTool>;
}

/** Months by local day over the stretch, shared by all keep rules. */
export function monthsOf({ calendar, start, end }: Stretch) {
  const firstDay = dayOf(calendar.toLocal(start)) - 1;
  const days = dayOf(calendar.toLocal(end)) - firstDay + 400;
  return {
    firstDay,
    months: Int32Array.from({ length: days }, (_, day) => monthOf(firstDay + day)),
  };
}

/** Fills in how data are protected under some terms: tool, keep rules, verification. */
export function resolvePolicy(
  compileLog: CompileLog,
  { terms, at }: Placed,
  tools: NonNullable<Scenario['tools']>,
  months: ReturnType<typeof monthsOf>,
): Resolved {
  const name = terms.tool ?? 'generic';
  if (terms.tool === undefined) noteDefault(compileLog, at('tool'), 'generic', 'the ideal tool');
  const resolved = resolveTool(compileLog, name, tools[name]);
  const tool: ToolPlan = {
    ...resolved,
    ...(terms.style && { style: terms.style }),
    ...(terms.streams && { streams: terms.streams }),
  };
  const never = (schedule: Terms['full']) => schedule === undefined || schedule.kind === 'never';
  const forever = never(terms.full) && never(terms.synthetic) && never(terms.differential);
  return {
    tool,
    rules: rulesOf(compileLog, at('keep'), { ...terms, tool: resolved }, months),
    gfs: gfsOf(compileLog, at('keep'), terms.keep, tool),
    merges: tool.style === 'forward' && forever,
    verify: verifyOf(compileLog, at('verify'), terms),
    declared: resolved,
  };
}

/** Keep rules and the lock that stands above them, as one tool reads them. */
export function rulesOf(
  compileLog: CompileLog,
  path: string,
  { keep, lock = seconds(0), tool }: Pick<Terms, 'keep' | 'lock'> & { tool: Resolved['declared'] },
  { firstDay, months }: ReturnType<typeof monthsOf>,
): Rules {
  if (!keep) noteDefault(compileLog, path, '{ daily: 30 }', 'the newest point of 30 days');
  const rules = keep?.rules ?? { daily: 30 };
  const dialect = keep?.dialect ?? defaultDialect(tool.like, tool.version);
  if (!keep?.dialect && keep?.points === undefined) {
    noteDefault(compileLog, `${path}.dialect`, dialect, `how ${tool.like} reads its rules`);
  }
  const [kind = 'overlapping', oldest] = dialect.split('+');
  return {
    dialect: kind as Rules['dialect'],
    oldest: oldest !== undefined,
    points: keep?.points ?? 0,
    within: keep?.within ?? 0,
    locked: lock,
    slots: RULES.map((rule) => rules[rule] ?? 0),
    months,
    firstDay,
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

/** How copies are checked; null where they are not. */
export function verifyOf(
  compileLog: CompileLog,
  path: string,
  { verify }: Pick<Terms, 'verify'>,
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
    at: 'target',
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
    coverage: verify.coverage ?? fraction(1),
    // Streams of chance carry no strategy's name, so that all strategies meet the same luck.
    rate: parameter(compileLog, `verify.rate ${method}`, rate),
    cores: verify.cores ?? 1,
    recheck: verify.recheck ?? seconds(Infinity),
  };
}
