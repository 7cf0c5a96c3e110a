import type { Gap } from '../../simulation/aftermath/gap.ts';
import type { Plan } from '../../simulation/plan/plan.ts';
import { inWords } from './in-words.ts';
import type { Outcome } from './outcome.ts';

const DAY = 86_400;

/** The most work that may be lost of a workload, and why it is so much where that is no gap of the schedule. */
export function gapOutcome({ calendar }: Plan, workload: number, gap: Gap): Outcome {
  const { seconds: value, store, since, isAge = false } = gap;
  const why = isAge ? 'no point is younger when it can be used' : setBack(calendar, gap);
  return { value, workload, since, ...(store >= 0 && { store }), ...(why !== null && { why }) };
}

/** Says of a gap of whole days by the local clock that the clock was set back within it. */
function setBack({ toLocal }: Plan['calendar'], { seconds, since }: Gap): string | null {
  if (!Number.isFinite(since + seconds)) return null;
  const local = toLocal(since + seconds) - toLocal(since);
  // To a second: the instants of a schedule are whole ones.
  const isWhole = Math.abs(local - DAY * Math.round(local / DAY)) < 1;
  if (local >= seconds - 1 || !isWhole) return null;
  return `the clock is set back by ${inWords('seconds', seconds - local)}`;
}
