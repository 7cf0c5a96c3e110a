import { draw } from '../../random/distribution.ts';
import type { Stream } from '../../random/stream.ts';
import type { SizeComponent } from './recipe.ts';

/**
 * Draws file sizes in whole bytes. Each draw takes two numbers of the stream, whatever the
 * components.
 *
 * @example
 * drawSizes([{ weight: 1, median: 8192, sigma: 1.5, largest: 2 ** 30 }], 3, stream(7, 'sizes'))
 */
export const drawSizes = (
  components: readonly SizeComponent[],
  count: number,
  random: Stream,
): readonly number[] => Array.from({ length: count }, () => drawSize(components, random));

function drawSize(components: readonly SizeComponent[], random: Stream): number {
  const { median, sigma, largest } = chosen(components, random());
  return Math.round(draw({ kind: 'lognormal', median, sigma, most: largest }, random));
}

function chosen(components: readonly SizeComponent[], share: number): SizeComponent {
  let left = share;
  const found = components.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return found ?? (components.at(-1) as SizeComponent);
}
