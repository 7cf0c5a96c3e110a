import { GUESS, roomFor, timeFor } from '../../benchmark/extent.ts';
import { extentsOf } from '../../benchmark/extents-of.ts';
import { isMeasured } from '../../benchmark/step.ts';
import { stepsOf } from '../../benchmark/steps.ts';
import { jsonText } from '../../escape.ts';
import { format } from '../../units/dimension.ts';
import { DURATION, RATE, SIZE } from '../../units/dimensions.ts';
import type { CommandContext } from '../command-context.ts';
import { counted } from '../counted.ts';
import type { LoadedPlan } from './load-plan.ts';

/** Prints the steps of a plan, the space and the time they need; runs none of them. */
export async function dryRun(
  context: CommandContext,
  { plan, hash, leftOut }: LoadedPlan,
): Promise<number> {
  const steps = stepsOf(plan);
  const extents = await extentsOf(context.host, plan);
  const room = roomFor(plan, extents);
  const seconds = timeFor(steps, extents);
  if (context.json) {
    const names = steps.map(({ id, kind }) => ({ id, kind, measured: isMeasured({ kind }) }));
    const about = { format: 'backcast/bench-steps/1', plan: plan.name, hash, seed: plan.seed };
    await context.result(
      jsonText({ ...about, room, seconds, guess: GUESS, steps: names, leftOut }),
    );
    return 0;
  }
  const wide = String(steps.length).length;
  const lines = [
    ...steps.map(({ id }, index) => `${String(index + 1).padStart(wide)}  ${id}`),
    '',
    `${counted(steps.length, 'step')}, ${steps.filter(isMeasured).length} of them measured`,
    `needs at most ${format(SIZE, room)} in the work directory`,
    `takes about ${format(DURATION, seconds)}, if tools get through ${format(RATE, GUESS.bytesPerSecond)} and ${GUESS.filesPerSecond} files/s`,
    ...leftOut.map(({ what, because }) => `left out: ${what}: ${because}`),
  ];
  await context.result(`${lines.join('\n')}\n`);
  return 0;
}
