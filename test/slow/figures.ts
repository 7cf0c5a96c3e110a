/** Figures that a slow test has found, by what they are of. */
export type Figures = Map<string, number>;

/** Counts one more of a kind. */
export function count(figures: Figures, kind: string): void {
  figures.set(kind, (figures.get(kind) ?? 0) + 1);
}

/** Prints figures as a table, whatever comes of the test. */
export function printFigures(title: string, figures: Figures): void {
  const wide = Math.max(...[...figures.keys()].map(({ length }) => length));
  const lines = [...figures].map(([kind, many]) => `  ${kind.padEnd(wide)}  ${many}`);
  process.stderr.write(`${[title, ...lines].join('\n')}\n`);
}
