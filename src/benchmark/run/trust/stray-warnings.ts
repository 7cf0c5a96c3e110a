import type { Stray } from '../../../host/host.ts';
import { visible } from '../../../problem.ts';

/** Warnings of what the programs of a step have left running. */
export const strayWarnings = (strays: readonly Stray[]): readonly string[] =>
  strays.map(({ name, pid, isEnded }) => {
    const what = `${visible(name)} (process ${pid})`;
    return isEnded
      ? `${what} outlived the program that led to it, beyond its session, and was ended`
      : `${what} seems to come from this step and still runs; see to it`;
  });
