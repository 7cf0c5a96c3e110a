import type { CaseKind, OracleCase } from './cases.ts';
import { runChainCase } from './chain-answers.ts';
import { runChangeCase } from './change-answers.ts';
import { runCloudCase } from './formula-answers-cloud.ts';
import { runRetentionCase } from './retention-answers.ts';
import { runStreamCase } from './stream-answers.ts';
import type { Verdict } from './verdict.ts';

/**
 * Puts one case through `simulate --json`: its inputs become a scenario, and every expected field
 * is held against what the result says. A bill is worked out by its formula alone.
 *
 * @throws when a field of the inputs or of the expected values is unknown, or the program fails.
 * @example
 * failures(await runCase('restore-point-chains', one)) // [] where all is as expected
 */
export function runCase(kind: CaseKind, one: OracleCase): Promise<readonly Verdict[]> {
  switch (kind) {
    case 'restore-point-chains':
      return runChainCase(one);
    case 'retention-dates':
      return runRetentionCase(one);
    case 'change-and-loss':
      if ('model' in one.inputs) return runChangeCase(one);
      return runStreamCase(one);
    case 'cloud-costs':
      return runCloudCase(one);
  }
}
