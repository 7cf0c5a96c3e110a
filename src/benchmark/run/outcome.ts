import type { Measurement } from '../measurement.ts';
import type { Step } from '../step.ts';

/** The results of a step, without the fields that follow from the step itself. */
export type Found = Partial<
  Omit<
    Measurement,
    'step' | 'kind' | 'dataset' | 'tool' | 'target' | 'repetition' | 'began' | 'again'
  >
>;

/** The result of a failed step: the reason, and the tool's output. */
export const failed = (reason: string, said: string | null = null): Found => ({
  outcome: 'failed',
  reason,
  said,
});

/** The measurement of a step: its description and its results. */
export function measurementOf(
  step: Step,
  { began, again }: Pick<Measurement, 'began' | 'again'>,
  found: Found,
): Measurement {
  return {
    step: step.id,
    kind: step.kind,
    ...subjectOf(step),
    generation: 'generation' in step ? step.generation : null,
    level: step.kind === 'backup' ? step.point.level : null,
    point: 'point' in step ? step.point.number : null,
    method: step.kind === 'verify' ? step.method : null,
    part: step.kind === 'restore' ? step.part : null,
    keep: 'keep' in step ? step.keep : null,
    began,
    again,
    outcome: 'done',
    reason: null,
    said: null,
    warnings: [],
    usage: null,
    source: null,
    content: null,
    changes: null,
    base: null,
    change: null,
    stored: null,
    added: null,
    reported: null,
    compared: null,
    truth: null,
    cache: null,
    wire: null,
    requests: null,
    flush: null,
    load: null,
    pressure: null,
    ...found,
    ...(found.usage && { usage: usageOf(found.usage) }),
    ...(found.reported && { reported: reportedOf(found.reported) }),
  };
}

type UsageRecord = NonNullable<Measurement['usage']>;
type ReportedFigures = NonNullable<Measurement['reported']>;

const figure = (value: number | null): number | null =>
  value !== null && value >= 0 ? value : null;

/** Replaces NaN, which stands for unreported times, by null. */
const usageOf = (usage: UsageRecord): UsageRecord => ({
  ...usage,
  user: figure(usage.user),
  system: figure(usage.system),
});

/**
 * Replaces negative figures by null: they result from differences of figures that a tool reports.
 */
const reportedOf = (reported: ReportedFigures): ReportedFigures => ({
  added: figure(reported.added),
  changed: figure(reported.changed),
  unchanged: figure(reported.unchanged),
  copied: figure(reported.copied),
  processed: figure(reported.processed),
  stored: figure(reported.stored),
});

function subjectOf(step: Step): Pick<Measurement, 'dataset' | 'tool' | 'target' | 'repetition'> {
  if (step.kind !== 'dataset') {
    const { dataset, tool, target, repetition } = step.series;
    return { dataset, tool, target, repetition };
  }
  return { dataset: step.dataset, tool: null, target: null, repetition: step.repetition };
}
