/** The texts that the page carries so that it needs no network; the host reads them. */
export interface Libraries {
  readonly vega: string;
  readonly vegaLite: string;
  readonly interpreter: string;
  /** The licences of all of them, as `noticesOf` writes them. */
  readonly notices: string;
}

/** Where the libraries are, below `node_modules`. */
export const LIBRARY_FILES = {
  vega: 'vega/build/vega.min.js',
  vegaLite: 'vega-lite/build/vega-lite.min.js',
  interpreter: 'vega-interpreter/build/vega-interpreter.js',
} as const satisfies Readonly<Record<Exclude<keyof Libraries, 'notices'>, string>>;

/**
 * The packages whose code is in those files and whose licence the page has to show; each has a
 * `LICENSE` and a `package.json` below `node_modules`. A test compares the list with what the
 * packages depend on.
 */
export const LICENSED_PACKAGES: readonly string[] = [
  'vega',
  'vega-lite',
  'vega-interpreter',
  'vega-canvas',
  'vega-crossfilter',
  'vega-dataflow',
  'vega-encode',
  'vega-event-selector',
  'vega-expression',
  'vega-force',
  'vega-format',
  'vega-functions',
  'vega-geo',
  'vega-hierarchy',
  'vega-label',
  'vega-loader',
  'vega-parser',
  'vega-projection',
  'vega-regression',
  'vega-runtime',
  'vega-scale',
  'vega-scenegraph',
  'vega-selections',
  'vega-statistics',
  'vega-time',
  'vega-transforms',
  'vega-util',
  'vega-view',
  'vega-view-transforms',
  'vega-voronoi',
  'vega-wordcloud',
  'd3-array',
  'd3-color',
  'd3-delaunay',
  'd3-dispatch',
  'd3-dsv',
  'd3-ease',
  'd3-force',
  'd3-format',
  'd3-geo',
  'd3-geo-projection',
  'd3-hierarchy',
  'd3-interpolate',
  'd3-path',
  'd3-quadtree',
  'd3-scale',
  'd3-scale-chromatic',
  'd3-shape',
  'd3-time',
  'd3-time-format',
  'd3-timer',
  'delaunator',
  'internmap',
  'robust-predicates',
  'topojson-client',
];

/** A package's own words about itself. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/**
 * Writes the notices: every licence text once, below the packages that it covers.
 *
 * @example
 * noticesOf([{ name: 'vega', version: '6.4.0', licence: 'Copyright ...' }])
 * // 'vega 6.4.0\n\nCopyright ...\n'
 */
export function noticesOf(packages: readonly Licensed[]): string {
  const byText = new Map<string, string[]>();
  for (const { name, version, licence } of packages) {
    const text = licence.replaceAll('\r\n', '\n').trim();
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  const parts = [...byText].map(([text, names]) => `${names.join(', ')}\n\n${text}\n`);
  return parts.join(`\n${'-'.repeat(72)}\n\n`);
}
