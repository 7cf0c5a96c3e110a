import { basename, dirname, resolve } from 'node:path';
import { type LeftOut, leftOut, seriesOf } from '../../benchmark/combinations.ts';
import { placeDatasets } from '../../benchmark/place-datasets.ts';
import type { BenchPlan, ToolPlan } from '../../benchmark/plan.ts';
import { planHash } from '../../benchmark/plan-hash.ts';
import { readPlan } from '../../benchmark/read-plan.ts';
import { type Problem, ProblemsFound } from '../../problem.ts';
import type { CommandContext } from '../command-context.ts';
import type { Input } from '../input.ts';
import type { BenchOptions } from './options.ts';

/** A plan that was read, checked and matched to this machine. */
export interface LoadedPlan {
  readonly plan: BenchPlan;
  /** Absolute path of the folder that holds the plan file. */
  readonly folder: string;
  /** SHA-256 of the plan's content and its seed; identifies the plan in measurements. */
  readonly hash: string;
  /** What the plan asks for but this run leaves out, with the reasons. */
  readonly leftOut: readonly LeftOut[];
}

/** The text of a plan, and the options that affect how it is read. */
export interface PlanOptions extends Pick<BenchOptions, 'require' | 'seed' | 'discard' | 'probe'> {
  readonly input: Input;
}

/**
 * Reads a plan and looks up its directories and tools. A missing tool is left out and listed in
 * `leftOut` with a hint on how to install it. With `--discard` and `--probe`, missing directories
 * and tools are accepted.
 *
 * @throws ProblemsFound with all problems of the file, with all missing directories, and with all
 *   missing tools if `--require` is given or no tool is left.
 */
export async function loadPlan(
  context: CommandContext,
  path: string,
  { require, seed, discard, probe, input }: PlanOptions,
): Promise<LoadedPlan> {
  const name = path === '-' ? 'plan' : basename(path).replace(/\.(ya?ml|json)$/i, '');
  const folder = resolve(path === '-' ? '.' : dirname(path));
  const read = readPlan(input.text, input.name, name);
  if (!read.ok) throw new ProblemsFound(read.problems);
  const written: BenchPlan = seed === undefined ? read.value : { ...read.value, seed };
  const missing = written.tools.flatMap((tool) => missingOf(context, tool));
  const tools = written.tools.filter(({ name }) => !missing.some((missed) => missed.tool === name));
  const placed = placeDatasets(context.host, { ...written, tools }, folder);
  const lacking = require || tools.length === 0 ? missing.map(({ problem }) => problem) : [];
  const problems = [...lacking, ...(placed.ok ? [] : placed.problems)];
  if (problems.length === 0 && seriesOf({ ...written, tools }).length === 0) {
    const reasons = leftOut({ ...written, tools }).map(
      ({ what, because }) => `${what}: ${because}`,
    );
    problems.push({
      path: 'tools',
      message: 'nothing of the plan can be run',
      hint: reasons.join('; '),
    });
  }
  if (problems.length > 0 && !discard && !probe) throw new ProblemsFound(problems);
  const plan = placed.ok ? placed.value : { ...written, tools };
  return {
    plan,
    folder,
    hash: planHash(written),
    leftOut: [
      ...missing.map(({ tool, problem }) => ({
        what: tool,
        because: `${problem.message}; ${problem.hint}`,
      })),
      ...leftOut(plan),
    ],
  };
}

function missingOf(
  { host }: CommandContext,
  { name, adapter }: ToolPlan,
): { readonly tool: string; readonly problem: Problem }[] {
  const program = adapter.programs.find((name) => host.processes.find(name) === undefined);
  if (program === undefined) return [];
  const message = `there is no program ${program} on this machine`;
  return [{ tool: name, problem: { path: `tools.${name}`, message, hint: adapter.install } }];
}
