import { visible } from '../../../problem.ts';
import { listed } from '../../answer/in-words.ts';
import { FIGURE_NAMES, FIGURES, type FigureName, HEADINGS } from '../../diff/figures.ts';
import { figureOr, name, verdict } from '../../result/figure.ts';
import type { Search, Sweep, SweptPoint, SweptStrategy } from '../../sweep/sweep.ts';
import { ifAny, label, words } from '../column.ts';
import { type Column, type Table, tabulate } from '../table.ts';

type Row = SweptStrategy & Pick<SweptPoint, 'values' | 'take'>;

/** The answers over the inputs, strategy by strategy. */
export function sweepTable({ over, points, currency }: Sweep): Table {
  const names = [...new Set(points.flatMap((one) => one.strategies.map((each) => each.strategy)))];
  const rows: readonly Row[] = names.flatMap((strategy) =>
    points.flatMap(({ values, take, strategies }) =>
      strategies
        .filter((one) => one.strategy === strategy)
        .map((one) => ({ ...one, values, take })),
    ),
  );
  const still = FIGURE_NAMES.filter((figure) => isStill(rows, figure));
  const columns: readonly Column<Row>[] = [
    ...(names.length > 1 ? [label('strategy', 'strategy', (row: Row) => name(row.strategy))] : []),
    ...over.map((path, index) =>
      label(path, visible(path), ({ values }: Row) => name(values[index] ?? '')),
    ),
    ...FIGURE_NAMES.filter((figure) => !still.includes(figure)).map((figure) =>
      ifAny({
        key: figure,
        heading: figure === 'cost' ? `${HEADINGS[figure]} (${currency})` : HEADINGS[figure],
        cells: 'figures',
        of: ({ figures }: Row) => figureOr(FIGURES[figure].unit, figures[figure], 'none'),
      }),
    ),
    words('promises', 'promises', ({ misses }: Row) =>
      misses.length === 0
        ? verdict(true, 'PASS')
        : verdict(false, `FAIL: ${listed(misses.map((one) => visible(one)))}`),
    ),
  ];
  const told = still.filter((figure) => rows.some(({ figures }) => figures[figure] !== null));
  const same = listed(told.map((figure) => HEADINGS[figure]));
  const notes = same === '' ? [] : [`the same everywhere: ${same}`];
  return tabulate({ key: 'sweep', title: 'The answers over the inputs', notes, columns, rows });
}

/** Whether a figure is the same at every place, strategy by strategy. */
function isStill(rows: readonly Row[], figure: FigureName): boolean {
  const first = new Map<string, number | null>();
  return rows.every(({ strategy, figures }) => {
    if (!first.has(strategy)) first.set(strategy, figures[figure]);
    return first.get(strategy) === figures[figure];
  });
}

/**
 * What a search found, in one sentence.
 *
 * @example foundOf('links.line.rate', search) // 'links.line.rate: 2.3 Gbit/s is enough for rto<=8h; 2.28 Gbit/s is not'
 */
export function foundOf(path: string, { condition, least, short, because }: Search): string {
  const what = condition === 'pass' ? 'every promise' : visible(condition);
  if (least === null) {
    return `${visible(path)}: no value up to ${visible(short ?? '')} is enough for ${what}: ${visible(because ?? '', 1000)}`;
  }
  const not = short === null ? ', and no less was tried' : `; ${visible(short)} is not`;
  return `${visible(path)}: ${visible(least)} is enough for ${what}${not}`;
}
