import type { Measurement } from './measurement.ts';
import { MEASURED_KINDS } from './step.ts';

/** Times that a clock counts in a step before the step is long enough for it: to 5 %. */
const COUNTS = 20;

/** Resolution in seconds of records that do not tell it: GNU time's. */
const COARSE = 0.01;

/** Share of all cores that others take without being in the way. */
const OTHERS = 0.5;

/** Processor seconds of a step; null where they were not counted. */
export function workOf({ usage }: Pick<Measurement, 'usage'>): number | null {
  if (!usage || usage.user === null || usage.system === null) return null;
  return usage.user + usage.system;
}

/**
 * Whether a step holds less processor time than the clock tells apart, 20 times what it counts to,
 * or than was asked for.
 *
 * @param least seconds that were asked for; null for none.
 *
 * @example
 * isTooShort({ usage: { ...usage, user: 0.1, system: 0.05, resolution: 0.01 } }, null) // true
 */
export function isTooShort(line: Pick<Measurement, 'usage'>, least: number | null): boolean {
  const work = workOf(line);
  return work !== null && work < Math.max(COUNTS * (line.usage?.resolution ?? COARSE), least ?? 0);
}

/** Share of the time of its threads in which a step waited for a core; null if not counted. */
export function waitedShare({ usage }: Pick<Measurement, 'usage'>): number | null {
  if (!usage?.queue || usage.ran === null) return null;
  const all = usage.queue.all + usage.ran;
  return all > 0 ? usage.queue.all / all : null;
}

/**
 * Whether a step tells more of the machine than of the tool: others took more than half of all
 * cores, or it waited for a core for longer than it ran.
 */
export const isNoisy = (line: Pick<Measurement, 'usage' | 'load'>): boolean =>
  (waitedShare(line) ?? 0) > 0.5 || (line.load?.others ?? 0) > OTHERS;

/** What is to be doubted in the measurements of a run, in a sentence each. */
export function doubtsOf(lines: readonly Measurement[], least: number | null): readonly string[] {
  const measured = lines.filter(
    ({ kind, outcome }) => outcome === 'done' && MEASURED_KINDS.includes(kind),
  );
  const [noisy, short] = [
    measured.filter(isNoisy),
    measured.filter((line) => isTooShort(line, least)),
  ];
  const of = (some: readonly Measurement[]) => `${some.length} of ${measured.length} steps`;
  return [
    ...(noisy.length === 0
      ? []
      : [
          `the machine was busy: in ${of(noisy)} others took more than half of all cores, or threads waited for a core for longer than they ran; trust "processors" more than "time"`,
        ]),
    ...(short.length === 0
      ? []
      : [
          least === null
            ? `too short for the clock: ${of(short)} took less processor time than ${COUNTS} times what is counted; take larger datasets, or write "least: 1 s" into the plan`
            : `too short: ${of(short)} took less processor time than the plan's "least"; some grow with no dataset, and others want more room than there is`,
        ]),
  ];
}
