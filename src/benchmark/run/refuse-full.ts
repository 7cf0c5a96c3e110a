import { type Problem, ProblemsFound } from '../../problem.ts';
import { format } from '../../units/dimension.ts';
import { SIZE } from '../../units/dimensions.ts';
import type { Target } from '../targets/target.ts';

/**
 * Checks that remote targets have enough free space; otherwise removes the run's places in all
 * targets. Targets that do not report their free space pass. Local targets are part of the work
 * directory, which is checked as a whole.
 *
 * @param room bytes that a target must be able to store.
 * @throws ProblemsFound with every target that is too small.
 */
export async function refuseFull(
  targets: ReadonlyMap<string, Pick<Target, 'kind' | 'free' | 'close'>>,
  room: (target: string) => number,
): Promise<void> {
  const problems: Problem[] = [];
  for (const [name, target] of targets) {
    if (target.kind === 'local') continue;
    const free = await target.free();
    const needed = room(name);
    if (!free.ok || free.value === null || free.value >= needed) continue;
    problems.push({
      path: `targets.${name}`,
      message: `needs up to ${format(SIZE, needed)}, and has ${format(SIZE, free.value)} left`,
      hint: 'make room, or take smaller datasets',
    });
  }
  if (problems.length === 0) return;
  for (const target of targets.values()) await target.close();
  throw new ProblemsFound(problems);
}
