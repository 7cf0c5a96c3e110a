import { WORST_FIGURES } from '../answer/assumptions/worst-figures.ts';
import { listed } from '../answer/in-words.ts';
import type { Advice } from '../result/advice.ts';
import { figure, name, text, verdict } from '../result/figure.ts';
import type { Result } from '../result/result.ts';
import { label, words } from './column.ts';
import { type Column, type Table, tabulate } from './table.ts';

type HangsOn = NonNullable<Advice['hangsOn']>;
type Tried = HangsOn['assumptions'][number];

/** One end of one assumption. */
type Row = Pick<Tried, 'what' | 'value' | 'source'> & {
  readonly end: Tried['ends'][number];
  readonly take: string;
};

const columns: readonly Column<Row>[] = [
  label('what', 'assumption', ({ what }) => text(what)),
  words('value', 'value used', ({ value }) => text(value)),
  label('end', 'if it were', ({ end }) => text(end.value)),
  words('figure', 'what moves most', ({ end }) => text(end.figure.name)),
  {
    key: 'from',
    heading: 'from',
    cells: 'by row',
    of: ({ end }) => figure(WORST_FIGURES[end.figure.name], end.figure.from),
  },
  {
    key: 'to',
    heading: 'to',
    cells: 'by row',
    of: ({ end }) => figure(WORST_FIGURES[end.figure.name], end.figure.to),
  },
  words('then', 'take then', thenOf),
  words('source', 'who says so', ({ source }) => text(source)),
];

/** What becomes of the recommendation at an end. */
function thenOf({ end: { take: then }, take }: Row) {
  if (then === take) return text('the same');
  return then === null ? verdict(false, 'none') : name(then);
}

function notesOn({ assumptions, all, unranged, untried }: HangsOn): readonly string[] {
  return [
    ...(untried === null ? [] : [`not tried: ${untried}`]),
    ...(assumptions.length > 0 ? ['each in the expected future, all else as it was'] : []),
    ...(assumptions.length > 0 && !all ? ['tried on the recommended strategy alone'] : []),
    ...(unranged.length > 0 ? [`no source says what else may be: ${listed(unranged)}`] : []),
  ];
}

/** Which numbers that nobody gave move the recommended strategy most. */
export function assumptionsTable({ advice: { take, hangsOn } }: Result): Table {
  const rows = (hangsOn?.assumptions ?? []).flatMap(({ what, value, source, ends }) =>
    ends.map((end) => ({ what, value, source, end, take: take ?? '' })),
  );
  return tabulate({
    key: 'assumptions',
    title: 'What the recommendation hangs on',
    notes: hangsOn ? notesOn(hangsOn) : [],
    columns,
    rows,
  });
}
