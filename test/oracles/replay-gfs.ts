import type { ChainInputs } from './chain-scenario.ts';
import { DAY, dayOf, HOUR, weekdayOf } from './dates.ts';
import { type File, relink, type World } from './replay-world.ts';

/** GFS moments after one instant and not after another: 22:00 on Sundays. */
export function sundays(after: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let day = dayOf(after); day <= dayOf(to); day++) {
    const moment = day * DAY + 22 * HOUR;
    if (moment > after && moment <= to && weekdayOf(moment) === 'Sun') found.push(moment);
  }
  return found;
}

export function marksOf(moment: number, { gfs }: ChainInputs): readonly string[] {
  const date = new Date(moment);
  const first = date.getUTCDate() <= 7;
  const month = date.getUTCMonth();
  const fits = {
    weekly: true,
    monthly: first,
    quarterly: first && [0, 3, 6, 9].includes(month),
    yearly: first && month === 0,
  };
  const rules = ['weekly', 'monthly', 'quarterly', 'yearly'] as const;
  return rules.filter((rule) => fits[rule] && gfs[rule] > 0);
}

/** Fulls set aside count from the newest, for each rule by itself. */
export function thinOut(world: World): void {
  const ranks = ranksOf(world);
  for (const file of world.aside) file.gone = Object.keys(ranks.get(file) ?? {}).length === 0;
  world.aside = world.aside.filter(({ gone }) => !gone);
  relink(world);
}

/** By full: its place among those with the same mark, where that is within the rule's count. */
export function ranksOf({ aside, inputs }: World): Map<File, Readonly<Record<string, number>>> {
  const newestFirst = [...aside].reverse();
  return new Map(
    aside.map((file) => {
      const ranks = Object.entries(inputs.gfs).map(([rule, count]) => {
        const rank = newestFirst.filter(({ marks }) => marks.has(rule)).indexOf(file) + 1;
        return [rule, rank, count] as const;
      });
      const within = ranks.filter(([, rank, count]) => rank > 0 && rank <= count);
      return [file, Object.fromEntries(within.map(([rule, rank]) => [rule, rank]))];
    }),
  );
}
