import type { Store } from '../../../scenario/scenario.ts';
import { format } from '../../../units/dimension.ts';
import { DURATION } from '../../../units/dimensions.ts';
import { seconds } from '../../../units/quantity.ts';
import type { VaultPlan } from '../../plan/vault.ts';
import { type CompileLog, noteDefault } from '../compile-log.ts';
import { instantsOf, type Timeline } from '../triggers.ts';

const DAY = seconds(86400);

/** The vault of a store and the ways of its courier; null where its media stay. */
export function vaultOf(
  compileLog: CompileLog,
  path: string,
  vault: Store['vault'],
  siteNames: readonly string[],
  timeline: Timeline,
): VaultPlan | null {
  if (!vault) return null;
  const { after, 'pick-up': pickUp } = vault;
  const out = vault.out ?? after ?? DAY;
  // Of a long time until they are there, most is spent waiting for the courier.
  const back = vault.back ?? (after === undefined ? out : seconds(Math.min(after, DAY)));
  if (vault.back === undefined) {
    const source = after === undefined ? 'as long as there' : 'as long as there, at most a day';
    noteDefault(compileLog, `${path}.back`, format(DURATION, back), source);
  }
  if (after === undefined) {
    if (vault.out === undefined) noteDefault(compileLog, `${path}.out`, '1 d', 'an assumption');
    if (!pickUp) noteDefault(compileLog, `${path}.pick-up`, 'at once', 'where nothing is given');
  }
  if (pickUp?.kind === 'never') {
    const message = 'never comes, so no media would be taken there';
    const hint = 'write when the courier comes, or leave out the vault';
    compileLog.problems.push({ path: `${path}.pick-up`, message, hint });
  }
  const pickUps = pickUp
    ? Float64Array.from(instantsOf(compileLog, `${path}.pick-up`, pickUp, timeline))
    : null;
  return { site: Math.max(0, siteNames.indexOf(vault.site)), pickUps, out, back };
}
