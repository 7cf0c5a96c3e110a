import { jsonText } from '../../escape.ts';
import { type GateOutcome, gateOutcome } from '../../gate/outcome.ts';
import { annotations } from '../../report/formats/gate/annotations.ts';
import { type Case, casesOf } from '../../report/formats/gate/case.ts';
import { junitXml } from '../../report/formats/gate/junit.ts';
import { gateMarkdown } from '../../report/formats/gate/markdown.ts';
import { gateText } from '../../report/formats/gate/text.ts';
import type { CommandContext } from '../command-context.ts';
import { textStyle } from '../text-style.ts';
import type { GateOptions } from './options.ts';

/** Makes sure that all files can be written before anything is measured. */
export async function checkFiles(
  context: CommandContext,
  { markdown, junit }: GateOptions,
): Promise<void> {
  for (const path of [markdown, junit]) {
    if (path !== undefined) await context.host.files.checkReplaceable(path);
  }
}

/** Prints what was found in every form that is asked for, and gives the exit code. */
export async function tell(
  context: CommandContext,
  outcome: GateOutcome,
  options: GateOptions,
): Promise<number> {
  await tellCases(context, casesOf(outcome), gateMarkdown(outcome), options);
  const style = context.output === undefined ? { style: textStyle(context.host) } : {};
  await context.result(
    context.json
      ? jsonText(gateOutcome.parse(outcome))
      : gateText(outcome, { columns: context.columns, ...style }),
  );
  return exitCode(outcome.verdict, options);
}

/** Writes the files and the annotations that CI systems read. */
export async function tellCases(
  { host }: CommandContext,
  cases: readonly Case[],
  markdown: string,
  options: GateOptions,
): Promise<void> {
  if (options.markdown !== undefined) await host.files.replace(options.markdown, markdown);
  if (options.junit !== undefined) await host.files.replace(options.junit, junitXml(cases));
  // Standard output may be JSON; GitHub reads both.
  if (options.annotations) host.stderr.write(annotations(cases));
}

const UNCLEAR = { fail: 4, pass: 0 } as const;

const exitCode = (verdict: GateOutcome['verdict'], { onUnclear }: GateOptions): number =>
  verdict === 'fail' ? 3 : verdict === 'pass' ? 0 : UNCLEAR[onUnclear];
