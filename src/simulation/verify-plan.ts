import type { Fraction } from '../units/quantity.ts';
import type { Parameter } from './plan.ts';

/** How backups are checked; `rate` is bytes a second that one core checks. */
export interface VerifyPlan {
  readonly method: string;
  readonly fullsOnly: boolean;
  readonly inline: boolean;
  readonly at: 'source' | 'target';
  readonly coverage: Fraction;
  readonly rate: Parameter;
  readonly cores: number;
}
