import type { Measurement } from '../benchmark/measurement.ts';
import { RETENTION_KINDS } from '../benchmark/retention.ts';
import {
  type Amount,
  type Clock,
  METRICS,
  type Metric,
  type MetricName,
  type Phase,
} from './metric.ts';

/** Seconds by each clock; null for what was not measured. */
export type Times = Readonly<Record<Clock, number | null>>;

/**
 * What one series of one repetition took: all its backups together, and its other phases.
 *
 * @property steps what was done, by which it is known what can be compared.
 * @property faults why it must not be compared: steps that failed or were left out.
 */
export interface Reading {
  readonly repetition: number;
  readonly steps: readonly string[];
  readonly faults: readonly string[];
  readonly times: Readonly<Record<Phase, Times | null>>;
  readonly amounts: Readonly<Record<Amount, number | null>>;
  /** When its first step began: ISO 8601, UTC. */
  readonly began: string;
}

/**
 * What each series took, repetition by repetition.
 *
 * @returns by `DATASET/TOOL/TARGET`.
 */
export function readingsOf(lines: readonly Measurement[]): ReadonlyMap<string, readonly Reading[]> {
  const series = new Map<string, Map<number, Measurement[]>>();
  for (const line of lines) {
    if (line.tool === null || line.target === null) continue;
    const name = `${line.dataset}/${line.tool}/${line.target}`;
    const repetitions = series.get(name) ?? new Map<number, Measurement[]>();
    series.set(name, repetitions);
    repetitions.set(line.repetition, [...(repetitions.get(line.repetition) ?? []), line]);
  }
  return new Map(
    [...series].map(([name, repetitions]) => [
      name,
      [...repetitions].sort(([a], [b]) => a - b).map(([, steps]) => readingOf(steps)),
    ]),
  );
}

/** The clock of a metric in a single run, where none can be told to be the quietest; null for amounts. */
export function clockFor(name: MetricName): Clock | null {
  const metric: Metric = METRICS[name];
  if (metric.kind === 'amount') return null;
  return metric.clock === 'quietest' ? 'work' : metric.clock;
}

/** What a reading says of a metric, in base units; null where it was not measured. */
export function valueIn({ times, amounts }: Reading, name: MetricName): number | null {
  const metric: Metric = METRICS[name];
  if (metric.kind === 'amount') return amounts[metric.amount];
  return times[metric.phase]?.[clockFor(name) ?? 'work'] ?? null;
}

function readingOf(lines: readonly Measurement[]): Reading {
  const backups = lines.filter(({ kind }) => kind === 'backup');
  const last = backups.reduce<Measurement | undefined>(
    (newest, one) => ((newest?.point ?? -1) > (one.point ?? -1) ? newest : one),
    undefined,
  );
  return {
    repetition: lines[0]?.repetition ?? 0,
    steps: lines.map(({ step }) => step.split('/').slice(4).join('/')).sort(),
    faults: lines.flatMap(faultOf),
    times: {
      backup: timesOf(backups),
      restore: timesOf(lines.filter(({ kind }) => kind === 'restore')),
      check: timesOf(lines.filter(({ kind }) => kind === 'check')),
      prune: timesOf(
        lines.filter(({ kind }) => (RETENTION_KINDS as readonly string[]).includes(kind)),
      ),
    },
    amounts: {
      memory: most(backups.map(({ usage }) => usage?.peakMemory?.bytes ?? null)),
      stored: last?.stored?.bytes ?? null,
      sent: sum(backups.map(({ wire }) => wire?.sent ?? null)),
      objects: last?.stored?.files ?? null,
      requests: sum(backups.map(({ requests }) => requests)),
    },
    began: lines.map(({ began }) => began).sort()[0] ?? '',
  };
}

function faultOf({ outcome, step, reason, again }: Measurement): readonly string[] {
  if (outcome !== 'done') return [`${step}: ${reason ?? outcome}`];
  return again ? [`${step}: was begun again after an earlier run was broken off in it`] : [];
}

const timesOf = (steps: readonly Measurement[]): Times | null =>
  steps.length === 0
    ? null
    : {
        wall: sum(steps.map(({ usage }) => usage?.wall ?? null)),
        quiet: sum(steps.map(quietOf)),
        work: sum(steps.map(workOf)),
      };

/** Seconds that passed, less those in which the most delayed thread waited for a core. */
const quietOf = ({ usage }: Measurement): number | null =>
  usage?.queue ? Math.max(0, usage.wall - usage.queue.most) : null;

const workOf = ({ usage }: Measurement): number | null =>
  usage && usage.user !== null && usage.system !== null ? usage.user + usage.system : null;

/** Null where a part is not known: what is left would look smaller than it is. */
function sum(parts: readonly (number | null)[]): number | null {
  if (parts.length === 0) return null;
  return parts.reduce((all, part) => (all === null || part === null ? null : all + part), 0);
}

function most(parts: readonly (number | null)[]): number | null {
  if (parts.length === 0) return null;
  return parts.reduce(
    (all, part) => (all === null || part === null ? null : Math.max(all, part)),
    0,
  );
}
