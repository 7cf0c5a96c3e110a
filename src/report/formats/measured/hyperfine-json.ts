import { max, mean, median, min, sampleStandardDeviation } from 'simple-statistics';
import type { Measurement } from '../../../benchmark/measurement.ts';
import { jsonText } from '../../../escape.ts';
import { type MeasuredRun, type MeasuredStep, measuredSteps } from './measured-steps.ts';

/**
 * Writes runs as JSON of `hyperfine --export-json`, a result for each step of a series, so that the
 * scripts that plot and compare such files do it with these.
 */
export const hyperfineJson = (runs: readonly MeasuredRun[]): string =>
  jsonText({
    results: runs.flatMap(({ opening, lines }) =>
      measuredSteps({ lines }).map((step) => resultOf(opening.run, step)),
    ),
  });

function resultOf(run: string, { lines, dataset, tool, target, step }: MeasuredStep) {
  const known = (of: (line: Measurement) => number | null | undefined): number[] =>
    lines.flatMap((line) => of(line) ?? []);
  const times = known(({ usage }) => usage?.wall);
  const [user, system] = [known(({ usage }) => usage?.user), known(({ usage }) => usage?.system)];
  const memory = known(({ usage }) => usage?.peakMemory?.bytes);
  return {
    command: [dataset, tool, target, step].join('/'),
    mean: mean(times),
    // Hyperfine's is that of a sample, and null of a single run.
    stddev: times.length < 2 ? null : sampleStandardDeviation(times),
    median: median(times),
    user: user.length === 0 ? 0 : mean(user),
    system: system.length === 0 ? 0 : mean(system),
    min: min(times),
    max: max(times),
    times,
    ...(memory.length === times.length && { memory_usage_byte: memory }),
    exit_codes: times.map(() => 0),
    parameters: { dataset, tool, target, step, run },
  };
}
