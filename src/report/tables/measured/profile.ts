import { LABELS } from '../../../calibration/label.ts';
import type { Fitted, Profile, ProfiledOperation } from '../../../calibration/profile.ts';
import { format, significant } from '../../../units/dimension.ts';
import { DURATION, RATE, SIZE } from '../../../units/dimensions.ts';
import { name, none, text } from '../../result/figure.ts';
import { count, ifAny, label, share, words } from '../column.ts';
import { type Table, tabulate } from '../table.ts';

/** A model of a profile with what it is of. */
interface Row {
  readonly tool: string;
  readonly what: string;
  readonly figure: 'work' | 'quiet time' | 'stored';
  readonly fitted: Fitted;
}

/** What a profile says, and how far each model may be trusted. */
export const profileTables = (profile: Profile): readonly Table[] => {
  const rows = Object.entries(profile.tools).flatMap(([tool, { operations }]) =>
    operations.flatMap((operation) => rowsOf(tool, operation)),
  );
  return [modelsTable(rows), termsTable(rows), doubtsTable(rows, profile)];
};

function rowsOf(
  tool: string,
  { operation, method, work, quiet, stored }: ProfiledOperation,
): Row[] {
  const what = method === null ? operation : `${operation} ${method}`;
  return [
    ...(work ? [{ tool, what, figure: 'work' as const, fitted: work }] : []),
    ...(quiet ? [{ tool, what, figure: 'quiet time' as const, fitted: quiet }] : []),
    ...(stored ? [{ tool, what, figure: 'stored' as const, fitted: stored.fitted }] : []),
  ];
}

const modelsTable = (rows: readonly Row[]): Table =>
  tabulate<Row>({
    key: 'models',
    title: 'How far each forecast may be trusted',
    notes: [
      'error: median miss of a dataset that the fit had not seen; holds: share of its runs inside their 90 % interval',
      ...Object.entries(LABELS).map(([grade, says]) => `${grade}: ${says}`),
    ],
    columns: [
      label('tool', 'tool', ({ tool }) => name(tool)),
      label('operation', 'operation', ({ what }) => text(what)),
      label('figure', 'figure', ({ figure }) => text(figure)),
      words('label', 'label', ({ fitted }) => text(fitted.label)),
      share('error', 'error', ({ fitted }) => fitted.error, 'one dataset alone'),
      share('holds', 'holds', ({ fitted }) => fitted.holds, 'too few runs'),
      count('runs', 'runs', ({ fitted }) => fitted.runs),
    ],
    rows,
  });

type TermRow = Row & { readonly term: Fitted['terms'][number] };

const termsTable = (rows: readonly Row[]): Table =>
  tabulate<TermRow>({
    key: 'terms',
    title: 'Terms',
    notes: [
      'each with its 90 % interval; what a term stands for besides, the runs cannot tell from it',
    ],
    columns: [
      label('tool', 'tool', ({ tool }) => name(tool)),
      label('operation', 'operation', ({ what }) => text(what)),
      label('figure', 'figure', ({ figure }) => text(figure)),
      label('term', 'term', ({ term }) => text(term.name)),
      words('value', 'value', ({ figure, term }) => text(amount(figure, term.per, term.value))),
      words('between', 'between', ({ figure, term: { per, low, high } }) => {
        const ends = [low, high].map((end) => (end === null ? OPEN : amount(figure, per, end)));
        // Of a rate the lower end of the time is the upper end.
        const isRate = per === 'B' && figure !== 'stored';
        return text((isRate ? ends.reverse() : ends).join(' to '));
      }),
      ifAny(
        words('stands_for', 'stands for', ({ term: { standsFor } }) =>
          standsFor.length > 0 ? text(standsFor.join(', ')) : none(''),
        ),
      ),
    ],
    rows: rows.flatMap((row) => row.fitted.terms.map((term) => ({ ...row, term }))),
  });

const OPEN = 'no bound';

/** A term in the unit that people think in: seconds a byte are a rate. */
function amount(figure: Row['figure'], per: Fitted['terms'][number]['per'], value: number): string {
  if (per === 's') return `${significant(value, 3)} of the work`;
  if (figure === 'stored') {
    if (per === 'B') return `${significant(value, 3)} of the new bytes`;
    return per === '' ? format(SIZE, value) : `${format(SIZE, value)} a ${per}`;
  }
  if (per === 'B') return value === 0 ? OPEN : format(RATE, 1 / value);
  if (value === 0) return '0 s';
  return per === '' ? format(DURATION, value) : `${significant(value * 1000, 3)} ms a ${per}`;
}

function doubtsTable(rows: readonly Row[], { leftOut }: Profile): Table {
  const lines = [
    ...Object.entries(leftOut).map(([reason, steps]) => `${steps} steps left out: ${reason}`),
    ...rows.flatMap(({ tool, what, figure, fitted }) => {
      const at = `${tool}, ${what}, ${figure}`;
      const merged = fitted.terms.flatMap((term) =>
        term.standsFor.map(
          (other) =>
            `${at}: the runs cannot tell ${other} from ${term.name}; measure a dataset in which one is large and the other small`,
        ),
      );
      return fitted.unseen.length > 0
        ? [...merged, `${at}: no run had anything of ${fitted.unseen.join(', ')}`]
        : merged;
    }),
  ];
  return tabulate({
    key: 'doubts',
    title: 'What the runs cannot tell',
    layout: 'lines',
    columns: [words<string>('doubt', 'doubt', (line) => text(line))],
    rows: lines,
  });
}
