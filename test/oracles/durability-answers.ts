import { z } from 'zod';
import type { OracleCase } from './cases.ts';
import { amount, type FormulaKind, kindOf, some } from './formula-kind.ts';
import { failureProbability, mirrorLoss } from './formulas/drive-failure.ts';
import { annualLoss, nines } from './formulas/erasure-coding.ts';

const HOUR = 3600;
const hoursPerYear = some.default(8766);

/** Durabilities are printed with 15 digits behind the point. */
const LAST_DIGIT = 1e-15;

/**
 * A durability is one less a loss, and as near as the loss is: within a thousandth of it where the
 * case says nothing else. A thousandth of the durability itself would tell nothing.
 */
function withDurability({ expected, tolerance }: OracleCase): OracleCase['tolerance'] {
  if ('durability' in tolerance || 'default' in tolerance) return tolerance;
  const ofLoss = z.object({ relative: z.number() }).safeParse(tolerance.annualLossProbability);
  const relative = ofLoss.data?.relative ?? 1e-3;
  const loss = 1 - Number(expected.durability);
  return { ...tolerance, durability: { absolute: relative * loss + LAST_DIGIT } };
}

const erasureCoding = kindOf(
  {
    dataShards: some,
    parityShards: amount,
    annualShardFailureRate: amount,
    replacementDays: some,
    yearDays: some.default(365),
  },
  (given) => {
    const loss = annualLoss({
      data: given.dataShards,
      parity: given.parityShards,
      failuresPerYear: given.annualShardFailureRate,
      replacement: given.replacementDays / given.yearDays,
    });
    return { annualLossProbability: loss, durability: 1 - loss, nines: nines(loss) };
  },
  withDurability,
);

const driveFailure = kindOf(
  { years: some.default(1), hoursPerYear, fitRates: z.union([amount, z.array(amount)]) },
  ({ years, hoursPerYear: hours, fitRates }) => {
    const seconds = years * hours * HOUR;
    return {
      probability: Array.isArray(fitRates)
        ? fitRates.map((fit) => failureProbability(fit, seconds))
        : failureProbability(fitRates, seconds),
    };
  },
);

const mirror = kindOf(
  {
    fit: amount,
    driveBytes: amount,
    rebuildBytesPerSecond: some,
    replaceHours: amount.default(0),
    drives: some.default(2),
    years: some.default(1),
    hoursPerYear,
  },
  ({ fit, driveBytes, rebuildBytesPerSecond, replaceHours, drives, years, ...given }) => {
    const rebuild = driveBytes / rebuildBytesPerSecond;
    const mission = years * given.hoursPerYear * HOUR;
    return {
      rebuildHours: rebuild / HOUR,
      lossProbability: mirrorLoss({
        drives,
        fit,
        mission,
        rebuild: replaceHours * HOUR + rebuild,
      }),
    };
  },
);

/** How likely drives, mirrors and erasure-coded data are lost. */
export const DURABILITY_KINDS: readonly FormulaKind[] = [erasureCoding, driveFailure, mirror];
