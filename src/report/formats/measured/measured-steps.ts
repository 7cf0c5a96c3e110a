import type { Measurement, Opening } from '../../../benchmark/measurement.ts';
import { MEASURED_KINDS } from '../../../benchmark/step.ts';

/** The measurements of one run. */
export interface MeasuredRun {
  readonly opening: Opening;
  readonly lines: readonly Measurement[];
}

/** One step of a series that ended well, over its repetitions. */
export interface MeasuredStep {
  readonly kind: Measurement['kind'];
  readonly dataset: string;
  readonly tool: string;
  readonly target: string;
  /** The step without its series, such as `0-full`. */
  readonly step: string;
  readonly lines: readonly Measurement[];
}

/** The steps that other programs are told of, in the order in which they were first done. */
export function measuredSteps({ lines }: Pick<MeasuredRun, 'lines'>): readonly MeasuredStep[] {
  const steps = new Map<string, MeasuredStep & { lines: Measurement[] }>();
  for (const line of lines) {
    const { kind, dataset, tool, target, outcome, repetition } = line;
    const isTold = MEASURED_KINDS.includes(kind) && outcome === 'done' && line.usage !== null;
    if (!isTold || tool === null || target === null) continue;
    const name = line.step.slice(`${repetition}/`.length);
    const step = name.split('/').at(-1) ?? '';
    const known = steps.get(name) ?? { kind, dataset, tool, target, step, lines: [] };
    known.lines.push(line);
    steps.set(name, known);
  }
  return [...steps.values()];
}
