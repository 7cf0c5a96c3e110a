import type { PolicyPlan } from './policy.ts';

/**
 * Indices of the stores that policies write to: backups, copies, logs and replicas. Others are not
 * paid for.
 */
export const storesUsed = (policies: readonly PolicyPlan[]): ReadonlySet<number> =>
  new Set(
    policies.flatMap(({ store, log, replica }) => [
      store,
      ...(log ? [log.store] : []),
      ...(replica ? [replica.store] : []),
    ]),
  );
