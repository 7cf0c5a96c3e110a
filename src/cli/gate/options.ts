/** Options of the command `gate`. */
export interface GateOptions {
  readonly plan?: string;
  readonly before?: string;
  readonly after?: string;
  readonly aa?: true;
  readonly work: string;
  readonly budget?: number;
  readonly maxPairs?: number;
  readonly seed?: number;
  readonly baseline?: string;
  readonly candidate?: string;
  readonly branch?: string;
  readonly otherVersions?: true;
  readonly pairs?: string;
  readonly planResult?: readonly string[];
  readonly max?: string;
  readonly limits?: string;
  readonly onUnclear: 'pass' | 'fail';
  readonly markdown?: string;
  readonly junit?: string;
  readonly annotations?: true;
}
