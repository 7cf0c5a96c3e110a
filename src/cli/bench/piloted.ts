import { roomFor } from '../../benchmark/extent.ts';
import { extentsOf } from '../../benchmark/extents-of.ts';
import type { RunRequest } from '../../benchmark/run/open-run.ts';
import { pilot } from '../../benchmark/run/pilot.ts';
import { type Scale, scaled } from '../../benchmark/scale.ts';
import { format } from '../../units/dimension.ts';
import { DURATION } from '../../units/dimensions.ts';
import type { CommandContext } from '../command-context.ts';
import type { BenchOptions } from './options.ts';
import { showProgress } from './progress.ts';
import { cannotRemove } from './request.ts';

/** A request whose made datasets are as large as its plan's `least` asks for, found by pilots. */
export async function piloted(
  context: CommandContext,
  request: RunRequest,
  { budget }: Pick<BenchOptions, 'budget'>,
): Promise<RunRequest> {
  const { plan, work } = request;
  const { least } = plan;
  if (least === null || plan.datasets.every(({ kind }) => kind !== 'made')) return request;
  context.note(`pilots find how large data must be for steps of ${format(DURATION, least)}`);
  const { scale, left } = await pilot(request, {
    ...{ least, budget: budget ?? null },
    progress: showProgress(context),
    fits: async (wanted: Scale) => {
      const larger = scaled(plan, wanted);
      const free = work.free();
      return free.ok && roomFor(larger, await extentsOf(context.host, larger)) <= free.value;
    },
  });
  for (const what of left) context.note(cannotRemove(what));
  for (const [name, by] of Object.entries(scale)) {
    if (by > 1) context.note(`${name} is made ${Number(by.toPrecision(2))} times as large`);
  }
  return { ...request, plan: scaled(plan, scale), scale };
}
