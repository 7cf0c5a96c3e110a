import { visible } from '../../../problem.ts';
import { listed } from '../../answer/in-words.ts';
import { objectiveLabel } from '../../answer/objectives.ts';
import { inOrder } from '../../result/order.ts';
import type { ObjectiveResult, Result, StrategyResult } from '../../result/result.ts';
import { causeOf } from '../broken-by.ts';

/** So many strategies are told one by one. */
const MOST_TOLD = 4;

/**
 * What each strategy breaks that is not to be taken, in one sentence each: first what breaks first.
 *
 * @example breaksOf(result) // ['weekly-full: window since 2026-01-05; RPO, no copy survives']
 */
export function breaksOf(result: Result): readonly string[] {
  const broken = inOrder(result).flatMap((strategy) => sentenceOn(strategy) ?? []);
  const told = broken.slice(0, MOST_TOLD);
  const left = broken.length - told.length;
  return left > 0 ? [...told, `${left} more break a promise`] : told;
}

function sentenceOn({ name, objectives }: StrategyResult): string | undefined {
  const missed = objectives.filter(({ met }) => !met);
  if (missed.length === 0) return undefined;
  const rules = missed.flatMap(({ name: kind, rule }) => (kind === 'rule' ? [rule ?? ''] : []));
  const labels = new Map<string, string[]>();
  for (const objective of missed.filter(({ name: kind }) => kind !== 'rule').sort(byDate)) {
    const cause = causeInWords(objective);
    labels.set(cause, [...(labels.get(cause) ?? []), labelOf(objective)]);
  }
  const parts = [
    ...[...labels].map(([cause, broken]) => `${listed(broken)}${cause}`),
    ...(rules.length > 0 ? [listed(rules)] : []),
  ];
  return visible(`${name}: ${parts.join('; ')}`, 2000);
}

/** What never had a good day comes first. */
const byDate = (a: ObjectiveResult, b: ObjectiveResult): number =>
  (a.at.since ?? '') < (b.at.since ?? '') ? -1 : 1;

const labelOf = (objective: ObjectiveResult): string =>
  objectiveLabel(objective).replace(/^rpo/, 'RPO').replace(/^rto/, 'RTO');

function causeInWords(objective: ObjectiveResult): string {
  if (objective.undecided !== undefined) return ` undecided, ${objective.undecided}`;
  const { disaster } = objective.at;
  const after = disaster === null || disaster === objective.disaster ? '' : ` after ${disaster}`;
  return [after, ...causeOf(objective)].join(', ');
}
