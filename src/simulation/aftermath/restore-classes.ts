import type { History } from '../chain/history.ts';
import type { CloudPlan } from '../plan/cloud.ts';

/** A time in which a restore would read one point. */
interface Reading {
  readonly run: number;
  readonly begin: number;
  readonly end: number;
  /** All bytes that it would read. */
  readonly bytes: number;
}

/**
 * Adds bytes times seconds to the classes in which the bytes of a restore lie during a time. A
 * point holds what its run wrote and, for the rest, what the point has that it builds on; what was
 * replaced since is taken from all ages alike.
 *
 * @param sums one a class, the first class first.
 */
export function addByClass(
  sums: Float64Array,
  { transitions }: CloudPlan,
  { own, before, reads, usable }: History,
  { run: newest, begin, end, bytes }: Reading,
): void {
  let run = newest;
  let left = bytes;
  while (run >= 0 && left > 0) {
    const from = own.length > 0 ? (before[run] as number) : -1;
    const share = from < 0 ? 1 : Math.min(1, (own[run] as number) / (reads[run] as number));
    const made = usable[run] as number;
    for (let stay = 0; stay <= transitions.length; stay++) {
      const since = Math.max(begin, made + (transitions[stay - 1]?.after ?? -Infinity));
      const until = Math.min(end, made + (transitions[stay]?.after ?? Infinity));
      if (until > since) sums[stay] = (sums[stay] as number) + left * share * (until - since);
    }
    left -= left * share;
    run = from;
  }
}
