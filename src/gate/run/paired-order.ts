import type { Opening } from '../../benchmark/measurement.ts';
import type { Step } from '../../benchmark/step.ts';
import type { Stream } from '../../random/stream.ts';

/**
 * Steps of one repetition in an order in which each step of a pair stands beside its twin. A fair
 * coin says for each pair which side goes first, in all its steps: that makes the test of the pairs
 * exact. Pairs take turns at random, so that each sees the whole time of the run.
 *
 * @param draw for the coin of each pair, then for the turns.
 */
export function pairedOrder(
  steps: readonly Step[],
  arms: Opening['arms'],
  draw: Stream,
): readonly Step[] {
  const coins = new Map<string, 'before' | 'after'>();
  for (const pair of [...new Set(steps.map((step) => pairOf(step, arms)))].sort()) {
    coins.set(pair, draw() < 0.5 ? 'before' : 'after');
  }
  const done = new Set<string>();
  const order: Step[] = [];
  const left = new Set(steps);
  const take = (step: Step): void => {
    left.delete(step);
    done.add(step.id);
    order.push(step);
  };
  while (left.size > 0) {
    const ready = [...left].filter(({ after }) => after.every((id) => done.has(id)));
    const firsts = ready.filter((step) => {
      const side = sideOf(step, arms);
      return side === null || side === coins.get(pairOf(step, arms));
    });
    const next = firsts[Math.floor(draw() * firsts.length)] ?? ready[0];
    if (!next) throw new Error('steps wait for one another');
    take(next);
    const twin = ready.find((one) => one !== next && twinName(one, arms) === twinName(next, arms));
    if (twin) take(twin);
  }
  return order;
}

const sideOf = (step: Step, arms: Opening['arms']): 'before' | 'after' | null =>
  step.kind === 'dataset' ? null : (arms[step.series.tool]?.side ?? null);

/** What the steps of both sides of a pair have in common. */
function pairOf(step: Step, arms: Opening['arms']): string {
  if (step.kind === 'dataset') return step.id;
  const { dataset, tool, target } = step.series;
  return [dataset, arms[tool]?.of ?? tool, target].join('/');
}

const twinName = (step: Step, arms: Opening['arms']): string =>
  `${pairOf(step, arms)}/${step.id.split('/').slice(4).join('/')}`;
