/** A Vega-Lite specification as plain data; it names its data, which the page adds. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** A row of a chart's data. */
export type ChartRow = Readonly<Record<string, string | number>>;

/**
 * @property strategy the place of its strategy in the report; null for a chart that compares all.
 * @property description what it shows, for people who cannot see it.
 */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly strategy: number | null;
  readonly spec: ChartSpec;
}

/** Charts with the data that several of them share. */
export interface Charts {
  readonly charts: readonly Chart[];
  readonly datasets: Readonly<Record<string, readonly ChartRow[]>>;
}
