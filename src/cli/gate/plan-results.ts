import { jsonText } from '../../escape.ts';
import { ProblemsFound } from '../../problem.ts';
import { diffOf } from '../../report/diff/between.ts';
import { failuresIn, readFailOn } from '../../report/diff/fail-on.ts';
import { diffAsMarkdown } from '../../report/formats/diff-markdown.ts';
import { diffAsText } from '../../report/formats/diff-text.ts';
import { casesOfFailures } from '../../report/formats/gate/case.ts';
import type { Result } from '../../report/result/result.ts';
import type { CommandContext } from '../command-context.ts';
import { given } from '../diff/against.ts';
import { refusal } from '../refusal.ts';
import { textStyle } from '../text-style.ts';
import type { GateOptions } from './options.ts';
import { tellCases } from './tell.ts';

/**
 * `gate --plan-result OLD NEW`: what moved between two results, held to limits. Every verdict that
 * turns to FAIL counts, and a strategy that is gone: what is not there any more has not passed.
 */
export async function gatePlanResults(
  context: CommandContext,
  options: GateOptions,
): Promise<number> {
  const [oldPath, newPath, ...more] = options.planResult ?? [];
  if (oldPath === undefined || newPath === undefined || more.length > 0) {
    throw refusal('--plan-result takes two files', 'write --plan-result OLD.json NEW.json');
  }
  if (options.limits !== undefined) {
    throw refusal('--limits is for measurements', 'give limits of plan results by --max');
  }
  const read = readFailOn(options.max === undefined ? 'verdict' : `verdict,${options.max}`);
  if (!read.ok) {
    throw new ProblemsFound(read.problems.map((one) => ({ ...one, message: asMax(one.message) })));
  }
  const old = await resultOf(context, oldPath);
  const now = await resultOf(context, newPath);
  refuseUnlike(old, now);
  const diff = diffOf({ result: old, inputs: null }, { result: now, inputs: null });
  const failures = [
    ...diff.removed.map((strategy) => `${strategy} is gone`),
    ...failuresIn(diff, read.value),
  ];
  const markdown = diffAsMarkdown(diff, failures);
  await tellCases(context, casesOfFailures(now.scenario.name, failures), markdown, options);
  const style = context.output === undefined ? { style: textStyle(context.host) } : {};
  await context.result(
    context.json
      ? jsonText({ ...diff, failures })
      : diffAsText(diff, failures, { columns: context.columns ?? 100, ...style }),
  );
  return failures.length > 0 ? 3 : 0;
}

const asMax = (message: string): string => message.replace(/^--fail-on /, '--max ');

async function resultOf(context: CommandContext, path: string): Promise<Result> {
  const { result } = await given(context, path);
  if (result) return result;
  throw refusal(
    `${path} is no result`,
    'make one with "backcast simulate FILE --json --output RESULT.json"',
  );
}

/** Figures of other trials differ by chance, and what has no strategy in common has nothing to compare. */
function refuseUnlike(old: Result, now: Result): void {
  const played = ({ trials, seed }: Result): string => `${trials} trials of seed ${seed}`;
  if (played(old) !== played(now)) {
    throw refusal(
      `one result is of ${played(old)}, the other of ${played(now)}`,
      'simulate both with the same --trials and --seed',
    );
  }
  const names = new Set(old.strategies.map(({ name }) => name));
  if (now.strategies.some(({ name }) => names.has(name))) return;
  throw refusal('the results have no strategy in common', 'compare results of one scenario');
}
