import { type ProbeProgress, runProbe } from '../../benchmark/probe/run-probe.ts';
import { jsonText } from '../../escape.ts';
import { probeText } from '../../report/formats/measured/probe-text.ts';
import { format } from '../../units/dimension.ts';
import { BINARY_SIZE } from '../../units/dimensions.ts';
import type { CommandContext } from '../command-context.ts';
import type { LoadedPlan } from './load-plan.ts';
import type { BenchOptions } from './options.ts';
import { cannotRemove, requestOf } from './request.ts';

/** Seconds for each target. */
const BUDGET = 20;

/** Probes the targets of a plan and prints what they take. */
export async function probe(
  context: CommandContext,
  loaded: LoadedPlan,
  options: BenchOptions,
): Promise<number> {
  const { host } = context;
  return host.heedingSignals(async () => {
    const request = await requestOf(context, loaded, options);
    const { summary, left } = await runProbe(request, {
      budget: options.budget ?? BUDGET,
      progress: (so) => context.progress(progressLine(so)),
    });
    for (const what of left) context.note(cannotRemove(what));
    await context.result(context.json ? jsonText(summary) : probeText(summary, context.columns));
    return left.length + summary.failures.length > 0 ? 3 : 0;
  });
}

function progressLine({ target, what }: ProbeProgress): string {
  if (!what) return `probing ${target}`;
  const size = what.size === null ? '' : ` ${format(BINARY_SIZE, what.size)}`;
  return `probing ${target}: ${what.operation}${size}, ${what.atOnce} at once`;
}
