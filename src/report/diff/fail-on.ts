import type { Checked } from '../../problem.ts';
import { inWords } from '../answer/in-words.ts';
import type { Diff, Moved } from './difference.ts';
import { FIGURE_NAMES, type FigureName } from './figures.ts';

/** What must not happen: a promise that is broken, or a figure that moves by more than a share. */
export type FailOn =
  | { readonly kind: 'verdict' }
  | { readonly kind: 'figure'; readonly figure: FigureName; readonly share: number };

/**
 * Reads what must not happen: `verdict`, or figures with the share by which they may move one way.
 *
 * @example
 * readFailOn('verdict,cost=+5%') // verdict, and { kind: 'figure', figure: 'cost', share: 0.05 }
 */
export function readFailOn(text: string): Checked<readonly FailOn[]> {
  const limits: FailOn[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === 'verdict') {
      limits.push({ kind: 'verdict' });
      continue;
    }
    const [, name, sign, amount] = /^(\w+)=([+-])(\d+(?:\.\d+)?) ?%$/.exec(part) ?? [];
    const figure = FIGURE_NAMES.find((known) => known === name);
    if (!figure) {
      const message = `--fail-on ${part} is nothing that can be judged`;
      const hint = `write verdict, or a figure with its limit, such as cost=+5%; figures are ${FIGURE_NAMES.join(', ')}`;
      return { ok: false, problems: [{ path: '', message, hint }] };
    }
    limits.push({ kind: 'figure', figure, share: Number(`${sign}${amount}`) / 100 });
  }
  return { ok: true, value: limits };
}

/**
 * What happened of all that must not, in sentences; empty where nothing did. A promise is broken when
 * it was met, or not judged, and is not met now; a strategy that is taken away breaks nothing.
 *
 * @example failuresIn(diff, [{ kind: 'verdict' }]) // ['nightly breaks window']
 */
export function failuresIn(diff: Diff, limits: readonly FailOn[]): readonly string[] {
  return limits.flatMap((limit) => {
    if (limit.kind === 'figure') {
      return diff.figures
        .filter((moved) => moved.figure === limit.figure && isBeyond(moved, limit.share))
        .map((moved) => `${moved.strategy}: ${moved.figure} ${changeInWords(moved)}`);
    }
    const broken = diff.verdicts
      .filter((turned) => turned.new === false)
      .map(({ strategy, promise }) => `${strategy} breaks ${promise}`);
    const isLost = diff.old.take !== null && diff.new.take === null;
    return isLost ? [...broken, 'no strategy is recommended any more'] : broken;
  });
}

/** A figure that came from nothing, or has no end any more, is beyond every limit that growth has. */
function isBeyond({ old, new: now, change }: Moved, share: number): boolean {
  if (change !== null) return share >= 0 ? change > share : change < share;
  return share >= 0 && old !== null && (now === null || now > old);
}

/**
 * By how much a figure moved.
 *
 * @example changeInWords({ ...moved, change: 0.05 }) // '+5 %'
 */
export function changeInWords({ old, new: now, change }: Moved): string {
  if (change !== null) return `${change > 0 ? '+' : ''}${inWords('share', change)}`;
  if (now === null) return 'has no figure any more';
  return old === null ? 'has a figure now' : 'was nothing';
}
