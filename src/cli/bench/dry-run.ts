import { seriesOf } from '../../benchmark/combinations.ts';
import { GUESS, roomFor, timeFor } from '../../benchmark/extent.ts';
import { extentsOf } from '../../benchmark/extents-of.ts';
import type { BenchPlan } from '../../benchmark/plan.ts';
import { isMeasured, type Step } from '../../benchmark/step.ts';
import { stepsOf } from '../../benchmark/steps.ts';
import { jsonText } from '../../escape.ts';
import { format } from '../../units/dimension.ts';
import { DURATION, RATE, SIZE } from '../../units/dimensions.ts';
import type { CommandContext } from '../command-context.ts';
import { counted } from '../counted.ts';
import type { LoadedPlan } from './load-plan.ts';
import type { BenchOptions } from './options.ts';

/** Says what would be done for a plan, the space and the time it needs; does nothing of it. */
export async function dryRun(
  context: CommandContext,
  { plan, hash, leftOut }: LoadedPlan,
  { steps: isListed }: Pick<BenchOptions, 'steps'>,
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
    ...(isListed
      ? [...steps.map(({ id }, index) => `${String(index + 1).padStart(wide)}  ${id}`), '']
      : seriesLines(plan)),
    `${counted(steps.length, 'step')}, ${steps.filter(isMeasured).length} of them measured: ${kindsText(steps)}`,
    `needs at most ${format(SIZE, room)} in the work directory`,
    `takes about ${format(DURATION, seconds)}, if tools get through ${format(RATE, GUESS.bytesPerSecond)} and ${GUESS.filesPerSecond} files/s`,
    ...leftOut.map(({ what, because }) => `left out: ${what}: ${because}`),
  ];
  await context.result(`${lines.join('\n')}\n`);
  return 0;
}

/** What is backed up by what to where, a line for each. */
const seriesLines = (plan: BenchPlan): readonly string[] => [
  ...seriesOf({ ...plan, repetitions: 1 }).map(
    ({ dataset, tool, target }) => `${dataset}: ${tool} to ${target}`,
  ),
  '',
  `${plan.levels.join(', ')}; ${counted(plan.repetitions, 'repetition')}`,
];

/** `12 × backup, 4 × check`. */
function kindsText(steps: readonly Step[]): string {
  const counts = new Map<string, number>();
  for (const step of steps.filter(isMeasured)) {
    counts.set(step.kind, (counts.get(step.kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} × ${kind}`).join(', ');
}
