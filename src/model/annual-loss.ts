/**
 * Annual loss in closed form: rare events are never read off trials, in which most never come. See
 * docs/model.md, section "Loss in a year".
 */

/** A kind of event: how often it comes in a year, and the chance that it leaves nothing behind. */
export interface Peril {
  readonly perYear: number;
  readonly lost: number;
}

/**
 * The chance that data are lost in a year, for events that come independently of each other:
 * `1 - exp(-sum of rate * chance)`, the chance of at least one event of a Poisson process that is
 * thinned by the chance that it does harm.
 *
 * @example annualLossProbability([{ perYear: 0.02, lost: 0.01 }]) // 0.00019998
 */
export const annualLossProbability = (perils: readonly Peril[]): number =>
  -Math.expm1(-perils.reduce((sum, { perYear, lost }) => sum + perYear * lost, 0));

/**
 * The chance that every copy is unreadable at once. A share of the faults has a common cause and
 * hits all copies together (the beta-factor model of IEC 61508-6, annex D): with it, the best copy
 * decides; without, they fail independently.
 *
 * @param bad chance of each copy to be unreadable; of no copy at all, everything is lost
 * @param common share of faults with a common cause, 0 to 1
 * @example allUnreadable([0.01, 0.02], 0.1) // 0.001162
 */
export function allUnreadable(bad: readonly number[], common: number): number {
  if (bad.length === 0) return 1;
  const alone = bad.reduce((all, one) => all * (1 - common) * one, 1);
  return common * Math.min(...bad) + alone;
}
