import { tapePace } from '../../model/tape.ts';
import type { Plan } from '../plan/plan.ts';
import type { TapePlan } from '../plan/tape.ts';
import { capacitiesOf, type Phase } from './flow-spec.ts';

/**
 * A phase limited by tape drives. The drives run at the speed step that suits the feed, which is
 * the rate of the slowest other stage of an uncontended job. `left` is the expected stored bytes a
 * source byte.
 */
export function withTapeLimit(
  plan: Plan,
  values: Float64Array,
  phase: Phase,
  { tape, left, streams }: { tape: TapePlan; left: number; streams: number },
): Phase {
  const capacity = capacitiesOf(plan, values);
  const drives = Math.min(streams, tape.drives);
  const feed = Math.min(
    phase.wireCap ?? Infinity,
    ...phase.caps.map(({ rate }) => rate * left),
    ...phase.uses.map(({ resource, fixed, byRatio }) => {
      const use = fixed / left + byRatio;
      return use > 0 ? (capacity[resource] as number) / use : Infinity;
    }),
  );
  const { native, backhitch, steps } = tape;
  const { rate, stopsAndStarts } = tapePace(feed / drives, steps, { native, backhitch });
  return {
    ...phase,
    wireCap: rate * drives,
    wireStage: stopsAndStarts ? 'tape that stops and starts' : 'tape drives',
  };
}
