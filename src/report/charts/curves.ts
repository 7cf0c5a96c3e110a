import { visible } from '../../problem.ts';
import { significant } from '../../units/dimension.ts';
import { SIZE } from '../../units/dimensions.ts';
import type { StrategyResult } from '../result/result.ts';
import type { ChartRow, ChartSpec } from './chart.ts';
import { type ChartColours, configOf, LEGEND_ROOM, legendOf } from './colours.ts';

/** A store that may have an end. */
type Limit = StrategyResult['stored']['byStore'][number];

/** What a chart over time shows: which rows, told apart by what, below which limits. */
interface OverTime {
  readonly filter: string;
  readonly by: 'strategy' | 'store';
  readonly names: readonly string[];
  readonly limits: readonly Limit[];
  readonly highest: number;
  readonly unit: string;
  /** How long the time axis is. */
  readonly days: number;
  readonly colours: ChartColours;
  readonly banded: boolean;
}

/** A capacity much higher than what is stored would press the curves flat: it is named instead. */
const CAPACITY_WITHIN = 2.5;

/** Curves of stored bytes with their spread and with the lines at which the stores are full. */
export function overTime({
  filter,
  by,
  names,
  limits,
  highest,
  unit,
  days,
  colours,
  banded,
}: OverTime): ChartSpec {
  const factor = SIZE.units[unit] ?? 1;
  const known = limits.flatMap(({ store, capacity, ceiling }) =>
    capacity === null ? [] : [{ store: visible(store, 24), bytes: capacity * ceiling }],
  );
  const near = known.filter(({ bytes }) => bytes <= highest * CAPACITY_WITHIN);
  const far = known.filter(({ bytes }) => bytes > highest * CAPACITY_WITHIN);
  const limit = ({ store, bytes }: (typeof known)[number]): ChartRow => ({
    limit: bytes / factor,
    words: `${store} is full at ${significant(bytes / factor, 3)} ${unit}`,
  });
  const y = { type: 'quantitative', title: unit, scale: { zero: true } };
  return {
    ...configOf(colours),
    height: 260,
    ...(far.length > 0 && {
      title: { text: far.map(limit).map(({ words }) => words ?? ''), ...SUBTITLE },
    }),
    layer: [
      {
        data: { name: 'stored' },
        transform: [{ filter }],
        encoding: {
          x: {
            field: 'at',
            type: 'temporal',
            scale: { type: 'utc' },
            title: null,
            axis: timeAxis(days),
          },
          color: {
            field: by,
            type: 'nominal',
            scale: { domain: names, range: names.map((_, index) => colours.series(index)) },
            legend: legendOf(names, LEGEND_ROOM.scale),
          },
        },
        layer: [...(banded ? [band(y)] : []), line(y), dots(y, by, { unit, banded })],
      },
      ...(near.length > 0 ? capacityLines(near.map(limit), y, colours) : []),
    ],
  };
}

/** Half a label: one that stands nearer to an end is drawn inwards from its tick. */
const LABEL_FLUSH = 36;

/** Under three years a tick for each January may be missing, so that every label says its year. */
function timeAxis(days: number): ChartSpec {
  const ticks = 'ceil(width / 90)';
  const apart = { labelOverlap: 'greedy', labelSeparation: 8 };
  const axis = { tickCount: { expr: ticks }, labelFlush: LABEL_FLUSH, ...apart };
  if (days >= 3 * 365) return axis;
  if (days >= 120) return { ...axis, format: '%b %Y' };
  const noMoreThanDays = { expr: `min(${ticks}, ${Math.ceil(days)})` };
  return { ...axis, tickCount: noMoreThanDays, format: '%Y-%m-%d' };
}

const SUBTITLE = { anchor: 'start', fontWeight: 'normal' } as const;

/** A name is picked in the legend; the others step back. */
const stepsBack = (full: number): ChartSpec => ({
  condition: { param: 'picked', value: full },
  value: full / 8,
});

const band = (y: ChartSpec): ChartSpec => ({
  mark: { type: 'area' },
  encoding: { y: { ...y, field: 'low' }, y2: { field: 'high' }, opacity: stepsBack(0.2) },
});

const line = (y: ChartSpec): ChartSpec => ({
  mark: { type: 'line', strokeWidth: 2 },
  params: [{ name: 'picked', select: { type: 'point', encodings: ['color'] }, bind: 'legend' }],
  encoding: { y: { ...y, field: 'size' }, opacity: stepsBack(1) },
});

const dots = (
  y: ChartSpec,
  by: string,
  { unit, banded }: { readonly unit: string; readonly banded: boolean },
): ChartSpec => ({
  mark: { type: 'point', filled: true, size: 70 },
  params: [
    {
      name: 'near',
      select: { type: 'point', nearest: true, on: 'pointerover', clear: 'pointerout' },
    },
  ],
  encoding: {
    y: { ...y, field: 'size' },
    opacity: { condition: { param: 'near', empty: false, value: 1 }, value: 0 },
    tooltip: [
      { field: by, type: 'nominal' },
      { field: 'at', type: 'temporal', title: 'at', format: '%Y-%m-%d', scale: { type: 'utc' } },
      { field: 'size', type: 'quantitative', title: unit },
      ...(banded
        ? [
            { field: 'low', type: 'quantitative', title: '5th percentile' },
            { field: 'high', type: 'quantitative', title: '95th percentile' },
          ]
        : []),
    ],
  },
});

const capacityLines = (
  values: readonly ChartRow[],
  y: ChartSpec,
  colours: ChartColours,
): readonly ChartSpec[] => [
  {
    data: { values },
    mark: { type: 'rule', strokeDash: [6, 4], color: colours.limit },
    encoding: { y: { ...y, field: 'limit' }, tooltip: { field: 'words', type: 'nominal' } },
  },
  {
    data: { values },
    mark: { type: 'text', align: 'left', baseline: 'bottom', dx: 4, dy: -3, color: colours.limit },
    encoding: {
      x: { value: 0 },
      y: { ...y, field: 'limit' },
      text: { field: 'words', type: 'nominal' },
    },
  },
];
