import { inWords } from '../answer/in-words.ts';
import { usualJob } from '../answer/usual-job.ts';
import { FIGURES, type FigureName } from '../diff/figures.ts';
import type { StrategyResult } from '../result/result.ts';

/** Terms as people read them; the others are words already. */
const WORDS: Readonly<Record<string, string>> = {
  provision: 'provisioning',
  notice: 'until it is noticed',
  decide: 'until it is decided',
  move: 'moving the data',
  scan: 'walking the files',
};

/**
 * What stands in the way of a figure, in a few words: what it came to, and the largest part of it.
 *
 * @example inTheWay('rto', strategy) // 'restore is 54.7 h; 48 h of 50.1 h after fire is provisioning'
 */
export function inTheWay(figure: FigureName, strategy: StrategyResult): string {
  const value = FIGURES[figure].of(strategy);
  const { name } = strategy;
  const reached = value === null ? 'has no end' : `is ${inWords(FIGURES[figure].unit, value)}`;
  const part = figure === 'rto' ? ofRestore(strategy) : figure === 'night' ? ofJob(strategy) : '';
  return `${figure} of ${name} ${reached}${part}`;
}

interface Estimated {
  readonly mean: number;
}

/** The largest of some terms, and its share of their sum, in words. */
function largest(terms: Readonly<Record<string, Estimated>>, where: string): string {
  const [top] = Object.entries(terms).sort(([, a], [, b]) => b.mean - a.mean);
  const sum = Object.values(terms).reduce((total, { mean }) => total + mean, 0);
  if (!top || sum === 0) return '';
  const [term, { mean }] = top;
  return `; ${inWords('seconds', mean)} of ${inWords('seconds', sum)}${where} is ${WORDS[term] ?? term}`;
}

/** The disaster after which an RTO breaks, else the one that takes longest; without any a restore. */
function ofRestore({ objectives, disasters, recovery }: StrategyResult): string {
  const broken = objectives.find(({ name, met }) => name === 'rto' && !met)?.at.disaster;
  const slowest = [...disasters]
    .filter(({ terms }) => terms !== null)
    .sort((a, b) => (b.recovery?.mean.mean ?? 0) - (a.recovery?.mean.mean ?? 0));
  const disaster = slowest.find((one) => one.disaster === broken) ?? slowest[0];
  if (disaster?.terms) return largest(disaster.terms, ` after ${disaster.disaster}`);
  return recovery.worst ? largest(recovery.worst.terms, '') : '';
}

function ofJob({ jobs }: StrategyResult): string {
  const job = usualJob(jobs);
  return job ? largest(job.terms, '') : '';
}
