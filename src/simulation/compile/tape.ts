import type { Style } from '../../scenario/tool.ts';
import type { CompileLog } from './compile-log.ts';
import type { LocatedTerms } from './policy.ts';
import { isDue } from './stagger.ts';

/** Reports terms that are impossible on tape: data on tape are immutable and can only expire. */
export function reportTape(
  { problems }: CompileLog,
  { terms, pathOf }: LocatedTerms,
  style: Style,
): void {
  const hint = 'write style: forward with full and incremental, or copy from a disk to the tape';
  if (style !== 'forward') {
    const message = `is a tape library, on which chains of style ${style} cannot be changed`;
    problems.push({ path: pathOf('to'), message, hint });
  }
  if (isDue(terms.synthetic)) {
    const message = 'builds fulls inside the store, which a tape library cannot do';
    problems.push({ path: pathOf('synthetic'), message, hint: 'write full instead' });
  }
}
