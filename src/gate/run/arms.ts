import type { Opening } from '../../benchmark/measurement.ts';
import type { BenchPlan, ToolPlan } from '../../benchmark/plan.ts';
import type { Checked } from '../../problem.ts';
import type { Side } from './side.ts';
import { variantOf } from './variant.ts';

/** A plan whose tools are the two sides of pairs, and which is which. */
export interface ArmedPlan {
  readonly plan: BenchPlan;
  readonly arms: Opening['arms'];
  /** Tools of the plan that no side touches, and so are left out. */
  readonly untouched: readonly string[];
}

/**
 * Makes of each tool that is to be compared two, one for each side.
 *
 * @param alike whether both sides are meant to be the same: an audit of the machine.
 */
export function armed(
  plan: BenchPlan,
  before: Side,
  after: Side,
  alike: boolean,
): Checked<ArmedPlan> {
  if (before.kind === 'tool' || after.kind === 'tool') return ofTools(plan, before, after);
  const touched = plan.tools.filter(
    ({ name }) => alike || before.exchanges.has(name) || after.exchanges.has(name),
  );
  const arms = touched.flatMap((tool) =>
    [before, after].map(({ exchanges }, index): ToolPlan => {
      const exchange = exchanges.get(tool.name);
      const adapter = exchange ? variantOf(tool.adapter, exchange) : tool.adapter;
      return { ...tool, name: armName(tool.name, index), adapter };
    }),
  );
  const same = alike
    ? undefined
    : touched.find(({ name }) => sameAs(before.exchanges.get(name), after.exchanges.get(name)));
  if (same) return refused(`both sides of ${same.name} are the same program`, AUDIT);
  return {
    ok: true,
    value: armedPlan(
      plan,
      arms,
      touched.map(({ name }) => name),
    ),
  };
}

const AUDIT = 'name another one, or audit the machine with --aa';

const SIDES = ['before', 'after'] as const;

/** Names of tools become names of folders, which are short. */
const armName = (tool: string, side: number): string => `${tool.slice(0, 30)}-${SIDES[side]}`;

function ofTools(plan: BenchPlan, before: Side, after: Side): Checked<ArmedPlan> {
  if (before.kind !== 'tool' || after.kind !== 'tool') {
    const other = before.kind === 'tool' ? after : before;
    return refused(
      `a tool of the plan cannot be compared with ${other.what}`,
      'name two tools of the plan, or two programs or folders',
    );
  }
  if (before.tool === after.tool) return refused('both sides are the same tool', AUDIT);
  const name = `${before.what}-to-${after.what}`.slice(0, 30);
  const arms = [before.tool, after.tool].map((tool, index) => ({
    ...tool,
    name: armName(name, index),
  }));
  return { ok: true, value: armedPlan(plan, arms, [name, before.what, after.what]) };
}

function armedPlan(
  plan: BenchPlan,
  tools: readonly ToolPlan[],
  touched: readonly string[],
): ArmedPlan {
  return {
    plan: { ...plan, tools },
    arms: Object.fromEntries(
      tools.map(({ name }, index) => [
        name,
        { of: name.replace(/-(before|after)$/, ''), side: index % 2 === 0 ? 'before' : 'after' },
      ]),
    ),
    untouched: plan.tools.map(({ name }) => name).filter((name) => !touched.includes(name)),
  };
}

const refused = (message: string, hint: string): Checked<never> => ({
  ok: false,
  problems: [{ path: '', message, hint }],
});

type Exchanged =
  Extract<Side, { kind: 'programs' }>['exchanges'] extends ReadonlyMap<string, infer E> ? E : never;

const sameAs = (a: Exchanged | undefined, b: Exchanged | undefined): boolean =>
  textOf(a) === textOf(b);

const textOf = (exchange: Exchanged | undefined): string =>
  JSON.stringify([exchange?.self ?? [], [...(exchange?.programs ?? [])].sort()]);
