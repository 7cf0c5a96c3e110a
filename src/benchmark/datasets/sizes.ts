import { draw } from '../../random/distribution.ts';
import type { Stream } from '../../random/stream.ts';
import type { SizeComponent } from './recipe.ts';

/**
 * Draws the sizes of files, in whole bytes. Each takes two numbers of the stream, whatever the
 * components are.
 *
 * @example
 * drawSizes([{ weight: 1, median: 8192, sigma: 1.5, largest: 2 ** 30 }], 3, stream(7, 'sizes'))
 */
export const drawSizes = (
  components: readonly SizeComponent[],
  count: number,
  chance: Stream,
): readonly number[] => Array.from({ length: count }, () => drawSize(components, chance));

function drawSize(components: readonly SizeComponent[], chance: Stream): number {
  const { median, sigma, largest } = chosen(components, chance());
  return Math.round(draw({ kind: 'lognormal', median, sigma, most: largest }, chance));
}

function chosen(components: readonly SizeComponent[], share: number): SizeComponent {
  let above = share;
  const found = components.find(({ weight }) => {
    above -= weight;
    return above < 0;
  });
  return found ?? (components.at(-1) as SizeComponent);
}
