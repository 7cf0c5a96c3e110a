/**
 * Probability of data loss in a year, in closed form. Loss events are too rare to estimate from
 * trials: most trials have none. See docs/model.md, section "Loss in a year".
 */

/** A kind of event: its rate per year, and the probability that one event destroys all copies. */
export interface Peril {
  readonly perYear: number;
  readonly lost: number;
}

/**
 * Probability that data are lost in a year, for independent events: `1 - exp(-sum of rate *
 * probability)`. This is the probability of at least one event of a Poisson process thinned to the
 * events that lose data.
 *
 * @example annualLossProbability([{ perYear: 0.02, lost: 0.01 }]) // 0.00019998
 */
export const annualLossProbability = (perils: readonly Peril[]): number =>
  -Math.expm1(-perils.reduce((sum, { perYear, lost }) => sum + perYear * lost, 0));

/**
 * Probability that all copies are unreadable at once. A share `common` of the faults has a common
 * cause and hits all copies together (the beta-factor model of IEC 61508-6, annex D); for these the
 * best copy counts. All other faults are independent.
 *
 * @param bad probability of each copy to be unreadable; without any copy, the result is 1
 * @param common share of faults with a common cause, 0 to 1
 * @example allUnreadable([0.01, 0.02], 0.1) // 0.001162
 */
export function allUnreadable(bad: readonly number[], common: number): number {
  if (bad.length === 0) return 1;
  const independent = bad.reduce((all, one) => all * (1 - common) * one, 1);
  return common * Math.min(...bad) + independent;
}
