import { intactProbability, silentlyBad } from '../../src/model/chain-integrity.ts';
import type { OracleCase } from './cases.ts';
import { type FormulaCase, formulaCase, lone } from './formula-case.ts';
import {
  cheapestFullInterval,
  expectedPointsLost,
  expectedPointsLostIfBroken,
} from './formulas/full-interval.ts';

/** What a formula alone answers, by the field of the inputs that tells which it is. */
const FORMULAS: Readonly<Record<string, (one: FormulaCase) => void>> = {
  badPieceProbability(one) {
    const [p, n] = [lone(one, 'badPieceProbability'), lone(one, 'increments')];
    one.expects('intactProbability', [intactProbability(p, n + 1)]);
    one.expects('expectedPointsLost', [expectedPointsLost(p, n)]);
    one.expects('expectedPointsLostIfBroken', [expectedPointsLostIfBroken(p, n)]);
    one.expects('differentialIntactProbability', [intactProbability(p, 2)]);
  },
  fullCost(one) {
    const cost = lone(one, 'fullCost');
    const found = one.given('changedPerDayFraction').map((c) => cheapestFullInterval(c, cost));
    one.expects('days', found);
  },
  latentErrorsPerYear(one) {
    const rate = lone(one, 'latentErrorsPerYear');
    const years = one.given('intervalYears');
    const bad = (copies: number) => years.map((interval) => silentlyBad(rate, interval, copies));
    one.expects('badProbability', bad(1));
    one.expects('twoIndependentCopiesBad', bad(2));
  },
};

/** Holds a case against its formula; undefined where it is not one that a formula alone answers. */
export function formulaOf(one: OracleCase): (() => void) | undefined {
  const field = Object.keys(FORMULAS).find((name) => name in one.inputs);
  return field === undefined ? undefined : () => FORMULAS[field]?.(formulaCase(one));
}
