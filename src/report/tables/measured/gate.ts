import type { Judgement, Verdict } from '../../../gate/judgement.ts';
import type { GateOutcome } from '../../../gate/outcome.ts';
import { figureOr, name, none, text, verdict } from '../../result/figure.ts';
import { count, label, words } from '../column.ts';
import { type Table, tabulate } from '../table.ts';

/** What a verdict on a time, and on an amount, is called. */
const CALLED: Readonly<Record<Verdict, readonly [time: string, amount: string]>> = {
  better: ['faster', 'less'],
  same: ['same', 'same'],
  worse: ['slower', 'more'],
  'cannot tell': ['cannot tell', 'cannot tell'],
};

/** A verdict in a word that fits what was judged: `slower` of a time, `more` of an amount. */
export const verdictWord = ({ verdict, unit }: Pick<Judgement, 'verdict' | 'unit'>): string =>
  CALLED[verdict][unit === 'seconds' ? 0 : 1];

/**
 * A growth as a share with its sign, to a tenth of a per cent.
 *
 * @example
 * growthText(1.1) // '+10 %'
 */
export function growthText(ratio: number | null): string {
  if (ratio === null) return 'out of nothing';
  const tenths = Math.round((ratio - 1) * 1000);
  return `${tenths > 0 ? '+' : ''}${tenths / 10} %`;
}

/** The interval of a growth; empty where it has no ends. */
export const intervalText = ({ low, high, how }: Judgement): string =>
  low === null || high === null || how !== 'tested'
    ? ''
    : `${growthText(low)} to ${growthText(high)}`;

/** A metric, and the clock by which a time was taken where the quietest was chosen. */
export const metricText = ({ metric, clock }: Judgement): string =>
  clock === null || clock === metric ? metric : `${metric} (${clock})`;

/** All that was judged, a row each. */
export const gateTable = ({ judgements, from }: Pick<GateOutcome, 'judgements' | 'from'>): Table =>
  tabulate<Judgement>({
    key: 'judged',
    title: from === 'pairs' ? 'Before and after, in pairs' : 'Before and after, in separate runs',
    notes: [
      'growth: after ÷ before − 1, with its 95 % interval; finds: the least growth that would have been found in nine of ten cases; needs: pairs that find the limit',
    ],
    columns: [
      label('scenario', 'scenario', ({ scenario }) => name(scenario)),
      label('metric', 'metric', (one) => text(metricText(one))),
      figures('before', ({ unit, before }) => figureOr(unit, before, '')),
      figures('after', ({ unit, after }) => figureOr(unit, after, '')),
      words('growth', 'growth', ({ ratio }) => text(growthText(ratio))),
      words('interval', 'interval', (one) => text(intervalText(one))),
      words('limit', 'limit', ({ limit }) => text(growthText(1 + limit))),
      count('pairs', 'pairs', ({ pairs }) => pairs),
      words('finds', 'finds', ({ detectable }) =>
        detectable === null ? none('') : text(growthText(1 + detectable)),
      ),
      count('needs', 'needs', ({ needed }) => needed),
      words('verdict', 'verdict', (one) => judged(one)),
    ],
    rows: judgements,
  });

const figures = (key: 'before' | 'after', of: (one: Judgement) => ReturnType<typeof figureOr>) => ({
  key,
  heading: key,
  cells: 'by row' as const,
  of,
});

/** What cannot be told is neither good nor bad, so it has no colour. */
const judged = (one: Judgement) =>
  one.verdict === 'cannot tell' || one.verdict === 'same'
    ? text(verdictWord(one))
    : verdict(one.verdict === 'better', verdictWord(one));

/** Why something cannot be told, and what else there is to know, as lines. */
export const gateNotes = ({ judgements, notes }: GateOutcome): readonly string[] => [
  ...judgements.flatMap((one) =>
    one.note === null ? [] : [`${one.scenario}, ${metricText(one)}: ${one.note}`],
  ),
  ...notes,
];

/** The verdict on all in one line. */
export function gateVerdict({ verdict, judgements }: GateOutcome): string {
  const count = (one: Verdict): number =>
    judgements.filter((judgement) => judgement.verdict === one).length;
  const all = `${judgements.length} judged`;
  if (verdict === 'fail') return `FAIL: ${count('worse')} worse of ${all}`;
  if (verdict === 'cannot tell') {
    return `CANNOT TELL: nothing is known to be worse, and ${count('cannot tell')} of ${all} cannot be told`;
  }
  const better = count('better');
  return `PASS: nothing worse of ${all}${better > 0 ? `, ${better} better` : ''}`;
}
