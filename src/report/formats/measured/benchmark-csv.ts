import type { Summary } from '../../../benchmark/summary.ts';
import { benchmarkTables } from '../../tables/measured/benchmark.ts';
import { type Line, linesOf, written } from '../csv.ts';

/** One figure of a run of real backups, in base units; `low` and `high` are the ends of its spread. */
interface RunLine extends Pick<Line, 'section' | 'item' | 'name' | 'unit' | 'value'> {
  readonly run: string;
  readonly low: number | string;
  readonly high: number | string;
}

/** Writes what runs of real backups found as one flat table: bytes, seconds, shares and counts. */
export function benchmarkCsv(summaries: readonly Summary[]): string {
  const lines = summaries.flatMap((summary) =>
    benchmarkTables(summary).flatMap((table) =>
      linesOf(table, '').map(
        ({ section, item, name, unit, value, p05, p95 }): RunLine => ({
          run: summary.run,
          section,
          item,
          name,
          unit,
          value,
          low: p05,
          high: p95,
        }),
      ),
    ),
  );
  return written(lines, ['run', 'section', 'item', 'name', 'unit', 'value', 'low', 'high']);
}
