import type { Distribution } from '../../random/distribution.ts';

/** Index of a quantity in the vector of values drawn for a trial. */
export type Parameter = number;

/** A quantity of the plan; a certain one has a fixed distribution. */
export interface ParameterSpec {
  /** Path of the field without the strategy: the name of its random stream. */
  readonly name: string;
  readonly distribution: Distribution;
}
