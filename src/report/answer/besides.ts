import { LAGS } from '../../simulation/aftermath/following.ts';
import { isWithin } from '../../simulation/plan/recovery-limit.ts';
import type { Figures } from '../../study/figures.ts';
import type { Outcome } from './outcome.ts';
import type { PlannedPromise } from './planned-promise.ts';

/**
 * What a strategy declares beside its backups and copies, and what does not come about in some future:
 * a log or a replica that does not follow, checks of everything that take longer than the time between
 * them. Of what does come about nothing is said.
 */
export const promisedBesides = (figures: readonly Figures[]): PlannedPromise[] => [
  ...notFollowing(figures),
  ...unfinishedChecks(figures),
];

function notFollowing(figures: readonly Figures[]): PlannedPromise[] {
  const behind = figures.flatMap(({ following }) => following.filter(({ share }) => share < 1));
  const routes = new Map(behind.map(({ kind, store }) => [`${kind} ${store}`, { kind, store }]));
  return [...routes.values()].map(({ kind, store }) => ({
    name: kind,
    limit: 1,
    least: true,
    copy: store,
    outcome: ({ following }) =>
      following.reduce<Outcome>(
        (worst, { kind: ofKind, store: to, workload, share, since, reason }) =>
          ofKind === kind && to === store && share < worst.value
            ? { value: share, workload, store, since, why: LAGS[reason] ?? '' }
            : worst,
        { value: 1 },
      ),
  }));
}

function unfinishedChecks(figures: readonly Figures[]): PlannedPromise[] {
  const late = figures.flatMap(({ rechecks }) =>
    rechecks.filter(({ seconds, every }) => !isWithin(seconds, every)),
  );
  const limits = new Map(late.map(({ store, every }) => [store, every]));
  return [...limits].map(([store, limit]) => ({
    name: 'recheck',
    limit,
    copy: store,
    outcome: ({ rechecks }) => ({
      value: rechecks.find((one) => one.store === store)?.seconds ?? 0,
      store,
      why: 'one takes longer than the time to the next',
    }),
  }));
}
