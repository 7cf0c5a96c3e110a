import { intactProbability, silentlyBad } from '../../model/chain-integrity.ts';
import type { History } from '../chain/history.ts';
import type { Protection } from '../engine/protection.ts';
import type { Plan, StorePlan } from '../plan/plan.ts';

const YEAR = 365 * 86400;

/**
 * Probability that a file needed by the newest point of a copy is silently bad; 1 without points.
 */
export function brokenChance(
  plan: Plan,
  { policy, history }: Protection,
  values: Float64Array,
): number {
  const { latent } = plan.stores[policy.store] as StorePlan;
  if (history === null) return 0;
  const { usable, filesNeeded } = history;
  let points = 0;
  let needed = 0;
  for (let run = 0; run < usable.length; run++) {
    if (usable[run] === Infinity) continue;
    points++;
    needed += filesNeeded[run] as number;
  }
  if (points === 0) return 1;
  if (latent === null) return 0;
  // Without rechecks, a file is in doubt for as long as it is kept.
  const { recheck = Infinity, coverage = 1 } = policy.verify ?? {};
  const interval = Math.min(recheck / coverage, meanLifetime(history, plan.end));
  const badFile = silentlyBad((values[latent] as number) * YEAR, interval / YEAR);
  return 1 - intactProbability(badFile, needed / points);
}

/**
 * Mean seconds for which a point is kept. The end of the horizon cuts the lives of the last points
 * short, so those count that came early enough to live as long as any point that was removed.
 */
function meanLifetime({ usable, gone }: History, end: number): number {
  let longest = 0;
  for (let run = 0; run < usable.length; run++) {
    if ((gone[run] as number) <= end)
      longest = Math.max(longest, (gone[run] as number) - (usable[run] as number));
  }
  let points = 0;
  let sum = 0;
  for (let run = 0; run < usable.length; run++) {
    if ((usable[run] as number) > end - longest) continue;
    points++;
    // A point may be removed before its media have come to the vault.
    sum += Math.max(0, Math.min(gone[run] as number, end) - (usable[run] as number));
  }
  return points > 0 ? sum / points : 0;
}
