import type { Measurement, Opening } from '../benchmark/measurement.ts';
import { fitOperation } from './fit-operation.ts';
import { type MeasuredRun, measuredRuns } from './measured-run.ts';
import { PROFILE_FORMAT, type Profile } from './profile.ts';
import { natureOf } from './tool-nature.ts';

/** A measurements file that was read. */
export interface Records {
  readonly opening: Opening;
  readonly lines: readonly Measurement[];
  readonly sha256: string;
}

/**
 * Makes a profile of measurements: for each tool and operation, what it takes in proportion to what it
 * has to do, and how far that may be trusted.
 *
 * @param records files of one machine, with tools of one version each: see `mixedIn`.
 * @param options.backcast the version that makes it.
 * @param options.seed of the rows of joint doubt.
 * @param options.progress is told what is fitted next.
 * @returns null where nothing was measured.
 */
export async function calibrate(
  records: readonly Records[],
  options: {
    readonly backcast: string;
    readonly seed: number;
    readonly progress: (what: string) => Promise<void>;
  },
): Promise<Profile | null> {
  const [first] = records;
  const read = records.map(({ opening, lines }) => measuredRuns(opening, lines));
  const runs = read.flatMap((one) => one.runs);
  if (!first || runs.length === 0) return null;
  const instants = records.flatMap(({ lines }) => lines.map(({ began }) => began)).sort();
  const tools: Profile['tools'] = {};
  for (const name of [...new Set(runs.map(({ tool }) => tool))].sort()) {
    await options.progress(name);
    const own = runs.filter(({ tool }) => tool === name);
    const opening =
      records.map((one) => one.opening).find((one) => one.tools[name]) ?? first.opening;
    const used = opening.tools[name] as Opening['tools'][string];
    const { title, version, settings } = used;
    const { like, shrinks } = natureOf(used);
    tools[name] = {
      like,
      shrinks,
      title,
      version,
      settings,
      targets: [...new Set(own.map(({ target }) => target))].sort(),
      operations: byOperation(own).map((group) => fitOperation(group, options.seed)),
    };
  }
  return {
    format: PROFILE_FORMAT,
    backcast: options.backcast,
    from: records.map(({ opening, lines, sha256 }) => ({
      run: opening.run,
      plan: opening.plan.name,
      records: lines.length,
      sha256,
    })),
    began: instants[0] ?? '',
    ended: instants.at(-1) ?? '',
    machine: first.opening.machine,
    leftOut: summed(read.map(({ leftOut }) => leftOut)),
    tools,
  };
}

/** Runs of each operation, and of each method of verification. */
function byOperation(runs: readonly MeasuredRun[]): readonly (readonly MeasuredRun[])[] {
  const groups = new Map<string, MeasuredRun[]>();
  for (const run of runs) {
    const key = `${run.operation} ${run.method ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.values()];
}

function summed(counts: readonly ReadonlyMap<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const one of counts) {
    for (const [reason, count] of one) sum[reason] = (sum[reason] ?? 0) + count;
  }
  return sum;
}
