import type { Openings } from '../plan/window-occurrences.ts';

/** By occurrence of one window: when it is open, whether jobs ran in it, and whether one did not fit. */
export interface Nights extends Openings {
  readonly seen: Uint8Array;
  readonly missed: Uint8Array;
}

/** The occurrences of a window before any job has run. */
export const newNights = ({ opens, closes }: Openings): Nights => ({
  opens,
  closes,
  seen: new Uint8Array(closes.length),
  missed: new Uint8Array(closes.length),
});

/** Books that a job of an occurrence did not end in it, or did not run; -1 is none. */
export function missNight(nights: Nights | null, night: number): void {
  if (!nights || night < 0) return;
  nights.seen[night] = 1;
  nights.missed[night] = 1;
}
