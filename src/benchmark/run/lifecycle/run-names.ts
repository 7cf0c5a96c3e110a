import type { Fault, Files } from '../../../host/host.ts';

/** A run is named after the instant at which it began, in UTC: `20261128T101500Z`. */
const RUN = /^\d{8}T\d{6}Z$/;
const MEASUREMENTS = /^measurements-(\d{8}T\d{6}Z)\.jsonl$/;

/** Whether a text has the form of the name of a run. */
export const isRunName = (text: string): boolean => RUN.test(text);

/** The runs that have left anything in a work directory, oldest first. */
export interface RunNames {
  readonly all: readonly string[];
  /** Those whose folders are there: they were neither finished nor discarded. */
  readonly unfinished: readonly string[];
}

/** Lists the runs of a work directory. */
export function runNames(files: Files, path: string): RunNames | Fault {
  const directory = files.openDirectory(path);
  if (!directory.ok) return directory;
  const [all, unfinished] = [new Set<string>(), new Set<string>()];
  try {
    for (;;) {
      const entry = directory.value.next();
      if (!entry.ok) return entry;
      if (entry.value === undefined) break;
      const name = new TextDecoder().decode(entry.value);
      if (isRunName(name)) unfinished.add(name);
      const run = isRunName(name) ? name : MEASUREMENTS.exec(name)?.[1];
      if (run !== undefined) all.add(run);
    }
  } finally {
    directory.value.close();
  }
  return { all: [...all].sort(), unfinished: [...unfinished].sort() };
}

/**
 * A name for a new run: the present instant, or a second after the last run if that is later. So
 * names are unique in a work directory and sort in the order in which the runs began, also those of
 * one second, and after the clock was set back.
 *
 * @param now milliseconds since 1970.
 * @param before names of all runs there, oldest first.
 *
 * @example
 * newRunName(Date.UTC(2026, 10, 28, 10, 15), ['20261128T101500Z']) // '20261128T101501Z'
 */
export function newRunName(now: number, before: readonly string[]): string {
  const next = before
    .map((run) => named(instantOf(run) + 1000))
    // Past the year 9999 there are no names.
    .filter((name) => RUN.test(name));
  return [named(now), ...next].sort().at(-1) ?? named(now);
}

const named = (instant: number): string =>
  new Date(instant).toISOString().replace(/\.\d+|[-:]/g, '');

function instantOf(run: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(run)?.slice(1) ?? []
  ).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
