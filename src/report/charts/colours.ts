import type { ChartSpec } from './chart.ts';

/** The colours of a chart; a page gives names of its own style sheet, so that both turn dark together. */
export interface ChartColours {
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
  readonly limit: string;
  /** The colour of the curve or bar at a place; they come round again. */
  readonly series: (index: number) => string;
}

/** How many colours there are to tell curves apart. */
const SERIES = 8;

/** Colours by the names that the page's style sheet gives them. */
export const PAGE_COLOURS: ChartColours = {
  ink: 'var(--ink)',
  faint: 'var(--faint)',
  line: 'var(--line)',
  limit: 'var(--bad)',
  series: (index) => `var(--series-${(index % SERIES) + 1})`,
};

/** The least room above a chart in pixels, on a phone: beside a scale, and beside long names. */
export const LEGEND_ROOM = { scale: 290, names: 180 } as const;

/** A legend of as many columns as have room. */
export function legendOf(names: readonly string[], room: number): ChartSpec {
  const longest = names.reduce((most, { length }) => Math.max(most, length), 1);
  const widest = longest * LETTER + SYMBOL;
  return { title: null, columns: Math.min(4, Math.max(1, Math.floor(room / widest))) };
}

const LETTER = 7;
const SYMBOL = 25;

/** What all charts have in common. */
export const configOf = ({ ink, faint, line }: ChartColours): ChartSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  background: null,
  config: {
    font: 'system-ui, sans-serif',
    customFormatTypes: false,
    view: { stroke: null },
    title: { color: faint, fontSize: 12 },
    axis: {
      labelColor: faint,
      titleColor: faint,
      gridColor: line,
      domainColor: line,
      tickColor: line,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: 'normal',
      labelLimit: 150,
    },
    legend: {
      orient: 'top',
      labelColor: ink,
      titleColor: ink,
      labelFontSize: 12,
      labelLimit: 260,
      symbolOpacity: 1,
    },
  },
  width: 'container',
  autosize: { type: 'fit-x', contains: 'padding' },
});
