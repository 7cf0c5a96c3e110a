import { jsonText } from '../../escape.ts';
import type { Loaded, Prices } from '../../library/assemble.ts';
import { ProblemsFound } from '../../problem.ts';
import { type Answered, diffOf } from '../../report/diff/between.ts';
import { type FailOn, failuresIn, readFailOn } from '../../report/diff/fail-on.ts';
import { inputsOf } from '../../report/diff/inputs.ts';
import { result as contract, type Result } from '../../report/result/result.ts';
import type { CommandContext } from '../command-context.ts';
import type { Input } from '../input.ts';
import { loadScenario } from '../load-scenario.ts';
import { refusal } from '../refusal.ts';
import type { Format } from '../render.ts';
import { type Playing, play } from '../simulate/play.ts';
import { textStyle } from '../text-style.ts';

/** What a difference can be printed as. */
export const DIFF_FORMATS = ['text', 'markdown', 'json'] as const;

/** Something to compare: a file that was read, and the result in it where it holds one. */
export interface Given {
  readonly path: string;
  readonly input: Input;
  readonly result: Result | null;
}

/**
 * Reads a result or a scenario.
 *
 * @throws ProblemsFound where it cannot be read, or is a result of another format.
 */
export async function given(context: CommandContext, path: string): Promise<Given> {
  const input = await context.input(path);
  return { path, input, result: resultIn(input) };
}

function resultIn({ name, text }: Input): Result | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const isResult = typeof value === 'object' && value !== null && 'format' in value;
  if (!isResult) return null;
  const read = contract.safeParse(value);
  if (read.success) return { ...read.data, order: [] };
  throw refusal(
    `${name} is not a result that this version of backcast reads`,
    'make it again with "backcast simulate FILE --json", or give the scenario',
  );
}

/** A result as it is, or the answer to a scenario. */
export async function answered(
  context: CommandContext,
  { path, input, result }: Given,
  { prices, ...playing }: Playing & { readonly prices: Prices | null },
): Promise<Answered> {
  if (result) return { result, inputs: null };
  return answeredBy(context, await loadScenario(context, path, { input, prices }), playing);
}

const answeredBy = async (
  context: CommandContext,
  loaded: Loaded,
  playing: Playing,
): Promise<Answered> => ({
  result: await play(context, loaded, playing),
  inputs: inputsOf(loaded.written),
});

/**
 * `simulate --against OLD`: what differs from a result or a scenario; an old scenario is played as
 * the new one is.
 */
export async function against(
  context: CommandContext,
  loaded: Loaded,
  options: Playing & { readonly old: string; readonly format: Format; readonly failOn?: string },
): Promise<number> {
  const limits = limitsOf(options.failOn);
  const old = await answered(context, await given(context, options.old), {
    ...options,
    prices: null,
  });
  const now = await answeredBy(context, loaded, options);
  return printDiff(context, old, now, { format: options.format, limits });
}

/** The limits of `--fail-on`; none where it is not given. */
export function limitsOf(text: string | undefined): readonly FailOn[] {
  if (text === undefined) return [];
  const read = readFailOn(text);
  if (!read.ok) throw new ProblemsFound(read.problems);
  return read.value;
}

/** Prints what differs, and gives the exit code: 3 where something happened that must not. */
export async function printDiff(
  context: CommandContext,
  old: Answered,
  now: Answered,
  { format, limits }: { readonly format: Format; readonly limits: readonly FailOn[] },
): Promise<number> {
  const diff = diffOf(old, now);
  const failures = failuresIn(diff, limits);
  await context.result(await rendered());
  return failures.length > 0 ? 3 : 0;

  async function rendered(): Promise<string> {
    if (format === 'json') return jsonText({ ...diff, failures });
    if (format === 'markdown') {
      const { diffAsMarkdown } = await import('../../report/formats/diff-markdown.ts');
      return diffAsMarkdown(diff, failures);
    }
    if (format !== 'text') {
      throw refusal(`a difference is not written as ${format}`, `write ${DIFF_FORMATS.join(', ')}`);
    }
    const { diffAsText } = await import('../../report/formats/diff-text.ts');
    return diffAsText(diff, failures, {
      columns: context.columns ?? 100,
      ...(context.output === undefined && { style: textStyle(context.host) }),
    });
  }
}
