import type { Style } from '../../scenario/tool.ts';
import type { CompileLog } from './compile-log.ts';
import type { Placed } from './policy.ts';
import { isDue } from './stagger.ts';

/** Reports what cannot be done on tape, where nothing that was written changes: it can only expire. */
export function reportTape({ problems }: CompileLog, { terms, at }: Placed, style: Style): void {
  const hint = 'write style: forward with full and incremental, or copy from a disk to the tape';
  if (style !== 'forward') {
    const message = `is a tape library, on which chains of style ${style} cannot be changed`;
    problems.push({ path: at('to'), message, hint });
  }
  if (isDue(terms.synthetic)) {
    const message = 'builds fulls inside the store, which a tape library cannot do';
    problems.push({ path: at('synthetic'), message, hint: 'write full instead' });
  }
}
