import type { Distribution } from '../../random/distribution.ts';

/** The index of a quantity in a run's vector of drawn values. */
export type Parameter = number;

/** A quantity of the plan; certain ones are fixed distributions. */
export interface ParameterSpec {
  /** The field's path without the strategy: the name of its stream of chance. */
  readonly name: string;
  readonly distribution: Distribution;
}
