import { FORETOLD, type Foretold } from '../../../calibration/forecast.ts';
import { type Compared, type Score, scoreOf } from '../../../calibration/hindcast.ts';
import { name, text } from '../../result/figure.ts';
import { count, ifAny, label, share } from '../column.ts';
import { type Table, tabulate } from '../table.ts';

interface Row {
  readonly figure: Foretold;
  readonly tool: string | null;
  readonly operation: string | null;
  readonly score: Score;
}

const TITLES: Readonly<Record<Foretold, string>> = {
  work: 'work (processor seconds)',
  quiet: 'quiet time (less waiting for a core)',
  wall: 'wall time',
  stored: 'bytes added',
};

/** How good forecasts were: over all, by tool and operation, then by level; inside and outside apart. */
export const hindcastTables = (compared: readonly Compared[]): readonly Table[] => [
  scoresTable(
    'inside',
    'Foretold and measured, inside of what was measured before',
    compared.filter(({ beyond }) => !beyond),
  ),
  scoresTable(
    'outside',
    'Outside of what was measured before',
    compared.filter(({ beyond }) => beyond),
  ),
];

const scoresTable = (key: string, title: string, compared: readonly Compared[]): Table =>
  tabulate<Row>({
    key,
    title,
    notes: [
      'error: median of |foretold ÷ measured − 1|; noise: what one repetition misses another by, so that even a perfect forecast would miss their median; skill: 1 − error ÷ error of bytes ÷ throughput; holds: share inside the intervals of 50 and 90 %',
    ],
    columns: [
      label('figure', 'figure', ({ figure }) => text(TITLES[figure])),
      label('tool', 'tool', ({ tool }) => (tool === null ? text('all') : name(tool))),
      label('operation', 'operation', ({ operation }) => text(operation ?? 'all')),
      count('steps', 'steps', ({ score }) => score.steps),
      share('error', 'error', ({ score }) => score.error),
      share('p90', '90 % of errors below', ({ score }) => score.p90),
      share('bias', 'bias', ({ score }) => Math.expm1(score.bias)),
      ifAny(share('noise', 'noise', ({ score }) => score.floor, 'one run each')),
      ifAny(share('least', 'perfect would miss', ({ score }) => score.least, 'one run each')),
      ifAny(share('skill', 'skill', ({ score }) => score.skill, 'not known')),
      share('holds_50', '50 % holds', ({ score }) => score.holds50, 'too few runs'),
      share('holds_90', '90 % holds', ({ score }) => score.holds90, 'too few runs'),
    ],
    rows: FORETOLD.flatMap((figure) =>
      rowsOf(
        figure,
        compared.filter((one) => one.figure === figure),
      ),
    ),
  });

function rowsOf(figure: Foretold, compared: readonly Compared[]): Row[] {
  const keys = [...new Set(compared.map(({ tool, operation }) => `${operation} ${tool}`))].sort();
  const groups = [
    { tool: null, operation: null, of: compared },
    ...keys.map((key) => {
      const of = compared.filter(({ tool, operation }) => `${operation} ${tool}` === key);
      return { tool: of[0]?.tool ?? null, operation: of[0]?.operation ?? null, of };
    }),
  ];
  return groups.flatMap(({ tool, operation, of }) => {
    const score = scoreOf(of);
    return score ? [{ figure, tool, operation, score }] : [];
  });
}
