import type { Measurement } from '../measurement.ts';
import type { Step } from '../step.ts';

/** What a step found out, beside what follows from the step itself. */
export type Found = Partial<
  Omit<
    Measurement,
    'step' | 'kind' | 'dataset' | 'tool' | 'target' | 'repetition' | 'began' | 'again'
  >
>;

/** A step that failed: why, and in whose words. */
export const failed = (reason: string, said: string | null = null): Found => ({
  outcome: 'failed',
  reason,
  said,
});

/** The measurement of a step: what it is, and what it found out. */
export function measurementOf(
  step: Step,
  { began, again }: Pick<Measurement, 'began' | 'again'>,
  found: Found,
): Measurement {
  return {
    step: step.id,
    kind: step.kind,
    ...whoseOf(step),
    generation: 'generation' in step ? step.generation : null,
    level: step.kind === 'backup' ? step.point.level : null,
    point: 'point' in step ? step.point.number : null,
    method: step.kind === 'verify' ? step.method : null,
    began,
    again,
    outcome: 'done',
    reason: null,
    said: null,
    warnings: [],
    usage: null,
    source: null,
    stored: null,
    reported: null,
    compared: null,
    truth: null,
    cache: null,
    load: null,
    ...found,
    ...(found.usage && { usage: usageOf(found.usage) }),
    ...(found.reported && { reported: reportedOf(found.reported) }),
  };
}

type Taken = NonNullable<Measurement['usage']>;
type Told = NonNullable<Measurement['reported']>;

const figure = (value: number | null): number | null =>
  value !== null && value >= 0 ? value : null;

/** What a system does not say is no number there, and null in a file. */
const usageOf = (usage: Taken): Taken => ({
  ...usage,
  user: figure(usage.user),
  system: figure(usage.system),
});

/** A difference of what a tool says of itself may come out below nothing, which tells nothing. */
const reportedOf = (reported: Told): Told => ({
  added: figure(reported.added),
  changed: figure(reported.changed),
  unchanged: figure(reported.unchanged),
  copied: figure(reported.copied),
  processed: figure(reported.processed),
  stored: figure(reported.stored),
});

function whoseOf(step: Step): Pick<Measurement, 'dataset' | 'tool' | 'target' | 'repetition'> {
  if (step.kind !== 'dataset') {
    const { dataset, tool, target, repetition } = step.series;
    return { dataset, tool, target, repetition };
  }
  return { dataset: step.dataset, tool: null, target: null, repetition: step.repetition };
}
