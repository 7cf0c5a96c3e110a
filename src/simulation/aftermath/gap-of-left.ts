import type { History } from '../chain/history.ts';
import type { Protection } from '../engine/protection.ts';
import { newestTime } from '../engine/protection.ts';
import { gapBegins } from '../engine/schedule-record.ts';
import type { Plan } from '../plan/plan.ts';
import { type Gap, longestGap } from './gap.ts';

/**
 * Longest gap between the points that a disaster leaves of a copy, or the age that they all have when
 * they can be used, if that is more: then so much is lost even at the best of moments. Where a courier
 * takes media on dates, what comes to the vault with one shipment comes at once: of each only the newest
 * point counts, and what waits at the end for the next one counts as far as it goes.
 *
 * @example
 * // weekly copies, a courier on the first of a month: some five weeks, not one
 * // daily copies that leave for the vault after a week: 7 d, not 24 h
 */
export function gapOfLeft(plan: Plan, protection: Protection): Gap {
  const { policy, history } = protection;
  const gap = longestGap(plan, protection);
  if (history === null) return gap;
  const pickUps = plan.stores[policy.store]?.vault?.pickUps ?? null;
  const shipped = pickUps === null ? gap : shippedGap(plan, protection, history);
  const longest = shipped.seconds > gap.seconds ? shipped : gap;
  const age = leastAge(history, longest.seconds);
  return age > longest.seconds
    ? { seconds: age, store: policy.store, since: Number.NaN, isAge: true }
    : longest;
}

/** Least age at which a point could be used, if it is more than another; else any that is not. */
function leastAge({ time, usable }: History, most: number): number {
  let least = Infinity;
  for (let run = 0; run < usable.length && least > most; run++) {
    least = Math.min(least, (usable[run] as number) - (time[run] as number));
  }
  return least < Infinity ? least : 0;
}

function shippedGap(plan: Plan, protection: Protection, history: History): Gap {
  const { store } = protection.policy;
  let longest: Gap = { seconds: 0, since: Number.NaN, store };
  const note = (from: number, to: number): void => {
    const since = gapBegins(protection, from);
    if (to - since > longest.seconds) longest = { seconds: to - since, since, store };
  };
  let newest = Number.NaN;
  for (const [arrived, next] of shipmentsOf(history)) {
    if (arrived >= plan.end) break;
    if (!Number.isNaN(newest)) note(newest, next);
    newest = next;
  }
  if (Number.isNaN(newest)) return { seconds: Infinity, since: newest, store };
  note(newest, newestTime(protection));
  return longest;
}

/** When each shipment arrives, and its newest point that is still there then; points come in order. */
function* shipmentsOf({ time, usable, gone }: History): Generator<readonly [number, number]> {
  let [arrived, newest] = [Infinity, Number.NaN];
  for (let run = 0; run < usable.length; run++) {
    const at = usable[run] as number;
    if (at === Infinity || (gone[run] as number) <= at) continue;
    if (at !== arrived && arrived < Infinity) yield [arrived, newest];
    [arrived, newest] = [at, time[run] as number];
  }
  if (arrived < Infinity) yield [arrived, newest];
}
