/** Options of the command `bench`, without the plan itself. */
export interface BenchOptions {
  readonly work: string;
  readonly dryRun?: true;
  readonly resume?: true;
  readonly discard?: true;
  readonly probe?: true;
  readonly require?: true;
  readonly requireComplete?: true;
  readonly budget?: number;
  readonly seed?: number;
}
