import { markdownTable } from 'markdown-table';
import { type Dimension, exact } from '../../units/dimension.ts';
import {
  COUNT,
  DISTANCE,
  DURATION,
  FRACTION,
  FRACTION_RATE,
  FREQUENCY,
  RATE,
  RATIO,
  SIZE,
} from '../../units/dimensions.ts';
import { uncertain } from '../language/uncertain.ts';
import { declarationOf } from './declaration.ts';

/** Plain-word schedules and their meaning; a test parses each. */
export const SCHEDULE_WORDS: readonly (readonly [string, string])[] = [
  ['daily at 01:00', 'every day at that time'],
  ['weekdays at 22:00', 'Monday to Friday'],
  ['weekends at 06:00', 'Saturday and Sunday'],
  ['weekly on Sunday at 01:00', 'every week; Sunday where no day is given'],
  ['weekly on Tuesday, Friday at 20:30', 'several days a week'],
  ['monthly on day 15 at 03:00', 'months without that day are left out; day 1 where none is given'],
  ['monthly on last day at 23:00', 'the last day of every month'],
  ['monthly on first Saturday at 22:00', 'first, second, third, fourth or last of a weekday'],
  ['quarterly on first Sunday at 02:00', 'in January, April, July and October'],
  ['quarterly on last day at 22:00', 'the last day of a quarter; a last weekday as well'],
  ['yearly on 1 July', 'a date of every year; 1 January where none is given'],
  ['yearly on last Friday at 18:00', 'that of December; first to fourth are those of January'],
  ['hourly', 'at every full hour'],
  ['every 6 h', 'counted from the start; at least a minute'],
  ['every 2 days at 01:00', 'whole days, moved to a time of day'],
  ['every 2 weeks on Sunday at 01:00', 'whole weeks, from the first such day on'],
  ['30 1 * * MON-FRI', 'a cron expression: minute, hour, day, month, weekday'],
  ['never', 'not at all'],
];

/** Forms of a window and their meaning; a test parses each. */
export const WINDOW_WORDS: readonly (readonly [string, string])[] = [
  ['01:00-06:00', 'every day between these times'],
  ['22:00-06:00', 'past midnight: it belongs to the day on which it opens'],
  ['18:00-24:00', 'until midnight'],
  ['all day', 'around the clock'],
  ['{ weekdays: 22:00-06:00, weekends: all day }', 'by kind of day'],
  ['{ daily: 01:00-05:00, sunday: none }', 'a weekday goes before its kind, and that before daily'],
  ['{ daily: 01:00-05:00, closed: [2026-12-24] }', 'shut on some dates'],
];

const DIMENSIONS: readonly Dimension[] = [
  SIZE,
  RATE,
  DURATION,
  FRACTION,
  FRACTION_RATE,
  COUNT,
  RATIO,
  FREQUENCY,
  DISTANCE,
];
const MOST_UNITS = 30;

/** The chapters that fields of the reference page link to. */
export const chapters = (): string =>
  [UNITS, uncertainChapter(), SCHEDULES, WINDOWS].map((chapter) => chapter.trim()).join('\n\n');

/** A Markdown table; unaligned, so that a changed field changes one line of the page only. */
export const table = (rows: readonly (readonly string[])[]): string =>
  markdownTable(
    rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '))),
    { alignDelimiters: false },
  );

const code = (text: string): string => `\`${text}\``;
const coded = (rows: readonly (readonly [string, string])[]) =>
  table([['written', 'means'], ...rows.map(([written, means]) => [code(written), means])]);

const unitsOf = ({ units }: Dimension): string => {
  const names = Object.keys(units);
  return names.length <= MOST_UNITS
    ? names.map(code).join(' ')
    : 'a unit of size in a time (`GB/s`, `TiB/day`), or bits a second (`Gbit/s`)';
};

const UNITS = `## Units

A number has a unit; without one it is a problem, but for shares, numbers of things and ratios.
\`kB\` is 1000 bytes, \`KiB\` 1024. A month counts 30 days and a year 365, but for the horizon, which
follows the calendar. Digits may be parted by \`_\`; the point parts decimals. Apart from 0, no number
may be smaller or larger than the table says; single fields have closer limits. An amount of money is
at most 1e15.

${table([
  ['what', 'example', 'units', 'without a unit', 'at least', 'at most'],
  ...DIMENSIONS.map((dimension) => [
    dimension.what,
    code(dimension.example),
    unitsOf(dimension),
    dimension.bare ? 'may be' : 'is a problem',
    ...dimension.range.map((end) => code(exact(dimension, end))),
  ]),
])}`;

function uncertainChapter(): string {
  const { content } = declarationOf(uncertain(SIZE, {}, { description: '' }));
  const options = content.kind === 'choice' ? content.options : [];
  const rows = options.map(({ description = '' }, index) => [
    code(UNCERTAIN_EXAMPLES[index] ?? ''),
    description,
  ]);
  return `## Uncertain quantities

A quantity that may be uncertain is written in one of these ways. Each run of \`--trials\` draws it
once, for all strategies alike; without trials it stands at its mean.

${table([['written', 'means'], ...rows])}

A file of samples holds one value a line, with its unit; lines that begin with \`#\` are left out.
It lies in the folder of the scenario or below. Where a share or bytes may stand, samples are shares
for \`change\` and bytes in a time for \`growth\`.`;
}

/** Examples in the order of the declared forms; a test parses each. */
export const UNCERTAIN_EXAMPLES: readonly string[] = [
  '10 TB ± 20 %',
  '{ p10: 200 GB, p90: 500 GB }',
  '{ lognormal: { median: 300 GB, sigma: 0.4 } }',
  '{ triangular: [100 GB, 200 GB, 900 GB] }',
  '{ sample: sizes.csv }',
];

const SCHEDULES = `## Schedules

Times are those of the scenario's time zone. Where its clock changes, dates are those of cron. A fixed
time comes once: one that is skipped is shifted by as much as the clock, and of one that comes twice
the first is taken. \`hourly\`, and a cron expression whose hours or minutes begin with \`*\`, come
whenever the clock shows their time: in both of two equal hours, and not in an hour that is skipped.
\`every 6 h\` counts hours as they pass. Windows open and close at fixed times.

${coded(SCHEDULE_WORDS)}

A list of dates (\`[2026-07-01, 2026-12-31T22:00]\`) is a schedule as well; each instant may stand in
it once.`;

const WINDOWS = `## Windows

${coded(WINDOW_WORDS)}`;
