/** Options of the command `bench`, without the plan itself. */
export interface BenchOptions {
  readonly work: string;
  readonly dryRun?: true;
  readonly steps?: true;
  /** The run to go on with; true for the newest of the plan. */
  readonly resume?: true | string;
  readonly new?: true;
  readonly discard?: true;
  readonly probe?: true;
  readonly require?: true;
  readonly requireComplete?: true;
  readonly budget?: number;
  readonly seed?: number;
}
