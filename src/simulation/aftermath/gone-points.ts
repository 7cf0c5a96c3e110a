import type { History } from '../chain/history.ts';
import type { Protection } from '../engine/protection.ts';
import type { Plan } from '../plan/plan.ts';
import { thawSeconds } from '../plan/thaw.ts';
import { moveSeconds, paceOf, type RestorePace } from './restore-pace.ts';
import { elsewhereIfLate, type Recovery } from './restored-point.ts';

/**
 * The slowest restore of the points that are gone by the end, each as it was when it was the newest: so
 * a chain that ends with the horizon hides none that was longer. One that takes longer than was promised
 * comes from the fastest copy that got it too. Null where nothing is known of them.
 */
export function slowestGone(
  plan: Plan,
  protection: Protection,
  pace: RestorePace,
  values: Float64Array,
): Recovery | null {
  const { history } = protection;
  if (!history) return null;
  const inTime = elsewhereIfLate(plan, protection, (copy) => restoresFrom(plan, copy, values));
  let slowest: Recovery | null = null;
  for (let run = 0; run < history.time.length; run++) {
    if (history.usable[run] === Infinity || history.gone[run] === Infinity) continue;
    if (slowest && secondsOf(pace, history, run) <= slowest.seconds) continue;
    const restore = inTime(restoreOf(protection, pace, history, run));
    if (!slowest || restore.seconds > slowest.seconds) slowest = restore;
  }
  return slowest;
}

/** The restore of the point of a time from a copy; null where the copy never held it. */
function restoresFrom(plan: Plan, copy: Protection, values: Float64Array) {
  const history = copy.history as History;
  const pace = paceOf(plan, copy, values);
  const runs = new Map<number, number>();
  for (let run = 0; run < history.time.length; run++) {
    if (history.usable[run] !== Infinity) runs.set(history.time[run] as number, run);
  }
  return (time: number): Recovery | null => {
    const run = runs.get(time);
    return run === undefined ? null : restoreOf(copy, pace, history, run);
  };
}

const secondsOf = (pace: RestorePace, history: History, run: number): number => {
  const { prepare, move, latency, verify, finish } = termsOf(pace, history, run);
  return prepare + move + latency + verify + finish;
};

function termsOf(pace: RestorePace, history: History, run: number): Recovery['terms'] {
  const source = history.source[run] as number;
  const others = (history.filesNeeded[run] as number) - 1;
  return {
    prepare: pace.prepare + pace.perPiece * others + thawSeconds(pace.thaws, 0),
    move: moveSeconds(pace, history.reads[run] as number, source),
    latency: pace.latency,
    verify: source * pace.verifying,
    finish: pace.finish,
  };
}

const restoreOf = (
  { workload, policy: { store } }: Protection,
  pace: RestorePace,
  history: History,
  run: number,
): Recovery => ({
  workload,
  store,
  pointTime: history.time[run] as number,
  chain: history.filesNeeded[run] as number,
  bytesRead: history.reads[run] as number,
  seconds: secondsOf(pace, history, run),
  terms: termsOf(pace, history, run),
});
