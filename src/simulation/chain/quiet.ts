import type { Chain } from './chain.ts';
import { DAILY, type Rules } from './retention.ts';
import { at, cell, DAY, DIFFERENTIAL, INCREMENT, isFull, KIND } from './rows.ts';

const RULES = 7;
/** The bits of the rules from daily to yearly. */
const CALENDAR = 0b1111100;
const DAY_MS = 86_400_000;

/**
 * Whether one point was added since the last retention, and that one foresaw to remove nothing now.
 * A full leaves the point before it without a follower, which then stays by its own day.
 */
export function isQuiet(chain: Chain): boolean {
  const { rows } = chain;
  if (rows.count < 2 || chain.serial - chain.seen !== 1) return false;
  const newest = rows.count - 1;
  const today = cell(rows, newest, DAY);
  if (today >= chain.quietUntil) return false;
  const kind = cell(rows, newest, KIND);
  if (kind === INCREMENT) return true;
  const days = chain.rules.slots[DAILY] as number;
  if (!isFull(kind) || days < 2 || cell(rows, newest - 1, DAY) === today) return false;
  chain.quietUntil = Math.min(chain.quietUntil, today + days - 1);
  return true;
}

/** Used again for every chain, so that the inner loop allocates nothing. */
const ranks = new Int32Array(RULES);

/**
 * The local day before which retention removes nothing as long as only increments are added, or 0.
 * What an increment follows is needed by it, so it is enough to look at the points that nothing
 * follows but a full: each stays at least until so many new periods have begun as its rule has
 * slots left. To be asked when the rules have just been applied.
 *
 * @param removed how many of the oldest points were removed since; no others must have been.
 */
export function foresee({ rows, rules, why }: Chain, removed: number): number {
  const newest = rows.count - 1;
  if (newest < 0 || cell(rows, newest, KIND) === DIFFERENTIAL) return 0;
  const { data } = rows;
  const today = cell(rows, newest, DAY);
  let until = Infinity;
  ranks.fill(0);
  for (let i = newest; i >= 0 && until > today + 1; i--) {
    const isFollowed = i === newest || data[at(rows, i + 1) + KIND] === INCREMENT;
    let stays = isFollowed ? Infinity : 0;
    for (let bits = (why[i + removed] as number) & CALENDAR; bits !== 0; bits &= bits - 1) {
      const rule = Math.clz32(bits & -bits) ^ 31;
      const rank = (ranks[rule] as number) + 1;
      ranks[rule] = rank;
      if (isFollowed) continue;
      const left = (rules.slots[rule] as number) - rank;
      stays = Math.max(stays, startOf(rules, rule, today, left + 1));
    }
    until = Math.min(until, stays);
  }
  return until;
}

/** The first local day of the period of a rule that lies so many periods after that of a day. */
function startOf(rules: Rules, rule: number, day: number, after: number): number {
  if (rule === DAILY) return day + after;
  if (rule === DAILY + 1) return 7 * (Math.floor((day + 3) / 7) + after) - 3;
  const length = rule === DAILY + 2 ? 1 : rule === DAILY + 3 ? 3 : 12;
  const month =
    (Math.floor((rules.months[day - rules.firstDay] as number) / length) + after) * length;
  return Date.UTC(Math.floor(month / 12), month % 12) / DAY_MS;
}
