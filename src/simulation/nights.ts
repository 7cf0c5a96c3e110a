import type { Openings } from './plan.ts';

/** By occurrence of one window: when it closes, whether jobs ran in it, and whether one did not fit. */
export interface Nights {
  readonly closes: Float64Array;
  readonly seen: Uint8Array;
  readonly missed: Uint8Array;
}

export const newNights = ({ closes }: Openings): Nights => ({
  closes,
  seen: new Uint8Array(closes.length),
  missed: new Uint8Array(closes.length),
});
