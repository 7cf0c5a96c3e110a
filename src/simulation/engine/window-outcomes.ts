import type { WindowOccurrences } from '../plan/window-occurrences.ts';

/**
 * By occurrence of one window: opening, closing, whether jobs ran in it, and whether one missed it.
 */
export interface WindowOutcomes extends WindowOccurrences {
  readonly seen: Uint8Array;
  readonly missed: Uint8Array;
}

/** The occurrences of a window before the first event. */
export const newWindowOutcomes = ({ opens, closes }: WindowOccurrences): WindowOutcomes => ({
  opens,
  closes,
  seen: new Uint8Array(closes.length),
  missed: new Uint8Array(closes.length),
});

/**
 * Records that a job did not end inside its occurrence, or did not run; -1: it has no occurrence.
 */
export function missWindow(windowOutcomes: WindowOutcomes | null, occurrence: number): void {
  if (!windowOutcomes || occurrence < 0) return;
  windowOutcomes.seen[occurrence] = 1;
  windowOutcomes.missed[occurrence] = 1;
}
