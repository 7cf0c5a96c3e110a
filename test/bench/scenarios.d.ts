/** What `scenarios.js` hands out, for the test in TypeScript; see there. */
export function contention(choice?: {
  readonly workloads?: number;
  readonly years?: number;
  readonly routes?: number;
  readonly ownRatio?: boolean;
}): object;
