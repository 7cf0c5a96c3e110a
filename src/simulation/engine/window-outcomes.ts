import type { WindowOccurrences } from '../plan/window-occurrences.ts';

/** By occurrence of one window: when it is open, whether jobs ran in it, and whether one did not fit. */
export interface WindowOutcomes extends WindowOccurrences {
  readonly seen: Uint8Array;
  readonly missed: Uint8Array;
}

/** The occurrences of a window before any job has run. */
export const newWindowOutcomes = ({ opens, closes }: WindowOccurrences): WindowOutcomes => ({
  opens,
  closes,
  seen: new Uint8Array(closes.length),
  missed: new Uint8Array(closes.length),
});

/** Books that a job of an occurrence did not end in it, or did not run; -1 is none. */
export function missWindow(windowOutcomes: WindowOutcomes | null, occurrence: number): void {
  if (!windowOutcomes || occurrence < 0) return;
  windowOutcomes.seen[occurrence] = 1;
  windowOutcomes.missed[occurrence] = 1;
}
