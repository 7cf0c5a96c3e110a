import type { StrategyResult, Unpriced } from '../result/result.ts';

/** What differs by less is rounding on the way, and decides nothing. */
export const ROUNDING = 1e-9;

const known = ({ cost }: StrategyResult): number => cost?.expected.p50 ?? 0;

/**
 * Whether one strategy surely costs no more than another: its prices add up to no more, and what it
 * uses without a price the other uses too, for the same money. A partial order: where each lacks
 * prices that the other has, neither is known to cost less.
 */
function costsNoMore(one: StrategyResult, other: StrategyResult): boolean {
  const most = known(other) * (1 + ROUNDING);
  return known(one) <= most && one.unpriced.every((part) => isShared(part, one, other));
}

/** Whether both pay as much for a part: what drives, power and people cost depends on no one's use. */
function isShared(part: Unpriced, one: StrategyResult, other: StrategyResult): boolean {
  const isThere = other.unpriced.some(
    ({ store, part: kind }) => store === part.store && kind === part.part,
  );
  if (!isThere) return false;
  if (part.part === 'library' || part.part === 'people') return true;
  // What is bought later depends on the bytes; so do cartridges, and shipments on the schedule.
  const grows = [one, other].some(({ purchases }) =>
    purchases.some(({ store }) => store === part.store),
  );
  return (part.part === 'devices' || part.part === 'energy') && !grows;
}

/** Strategies that none of the others surely undercuts. */
export const notUndercut = (strategies: readonly StrategyResult[]): StrategyResult[] =>
  strategies.filter(
    (each) => !strategies.some((other) => costsNoMore(other, each) && !costsNoMore(each, other)),
  );

/** Whether all surely cost the same. */
export const costTheSame = (strategies: readonly StrategyResult[]): boolean =>
  strategies.every((one) => strategies.every((other) => costsNoMore(one, other)));
