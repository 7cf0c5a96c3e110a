import type { Files, Host, WorkDirectory } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';
import { readMeasurements } from '../journal.ts';
import type { Opening } from '../measurement.ts';
import { layoutOf } from './layout.ts';
import { runNames } from './lifecycle/run-names.ts';

/** An interrupted run that was neither resumed to its end nor discarded. */
export interface Unfinished {
  readonly run: string;
  /** Null if it was ended before it measured anything, or its measurements cannot be read. */
  readonly opening: Opening | null;
}

/** The runs of a work directory whose folders still exist, newest first. */
export async function unfinishedRuns(
  files: Files,
  { path }: Pick<WorkDirectory, 'path'>,
): Promise<readonly Unfinished[]> {
  const names = runNames(files, path);
  if ('ok' in names) throw nothingToResume(`${path} cannot be read: ${names.reason}`);
  const unfinished: Unfinished[] = [];
  for (const run of names.unfinished.toReversed()) {
    unfinished.push({ run, opening: await openingOf(files, layoutOf(path, run).measurements) });
  }
  return unfinished;
}

async function openingOf(files: Files, measurements: string): Promise<Opening | null> {
  try {
    return (await readMeasurements(files, measurements)).first;
  } catch (error) {
    if (error instanceof ProblemsFound) return null;
    throw error;
  }
}

const PURPOSES = {
  backups: 'as it was then',
  probe: 'a probe of targets',
  pilot: 'a pilot',
  gate: 'pairs of a gate',
} as const;

/** Where to search for runs, and the hash of the plan. */
export interface Search {
  readonly host: Pick<Host, 'files'>;
  readonly work: WorkDirectory;
  readonly hash: string;
}

/** Whether an interrupted run can be gone on with under a plan. */
export const isOfPlan = ({ opening }: Unfinished, hash: string): boolean =>
  opening?.plan.hash === hash && opening.purpose === 'backups';

/**
 * The interrupted run of the plan that is named, or the newest.
 *
 * @throws ProblemsFound if there is none; names the interrupted runs that there are.
 */
export async function runToResume(
  { host, work, hash }: Search,
  name?: string,
): Promise<{ run: string }> {
  const runs = await unfinishedRuns(host.files, work);
  const own = runs.find((one) => isOfPlan(one, hash) && (name === undefined || one.run === name));
  if (own) return own;
  const others = runs.map(({ run, opening }) =>
    opening
      ? `${run} of "${opening.plan.name}", ${PURPOSES[opening.purpose]}`
      : `${run}, which was ended before its first measurement or cannot be read`,
  );
  const what = name === undefined ? 'no run' : `no run ${name}`;
  const message = `${work.path} holds ${what} of this plan, as it is now, that was broken off`;
  throw others.length === 0
    ? nothingToResume(message)
    : new ProblemsFound([
        {
          path: '',
          message: `${message}, but ${others.join('; ')}`,
          hint: 'take the plan and seed of that run to go on with it, or remove it with --discard',
        },
      ]);
}

/**
 * The run to discard: the newest of the plan, otherwise the newest of all; and its remote targets.
 *
 * @throws ProblemsFound if there is none.
 */
export async function runToDiscard({
  host,
  work,
  hash,
}: Search): Promise<{ readonly run: string; readonly targets: readonly string[] }> {
  const runs = await unfinishedRuns(host.files, work);
  const meant = runs.find(({ opening }) => opening?.plan.hash === hash) ?? runs[0];
  if (!meant) {
    const message = `${work.path} holds no run that was broken off`;
    throw new ProblemsFound([{ path: '', message, hint: 'there is nothing to discard' }]);
  }
  // Local targets are removed with the folder of the run.
  const away = Object.entries(meant.opening?.targets ?? {}).filter(
    ([, { kind }]) => kind !== 'local',
  );
  return { run: meant.run, targets: away.map(([name]) => name) };
}

/** The problem that there is no run to resume. */
export const nothingToResume = (message: string): ProblemsFound =>
  new ProblemsFound([{ path: '', message, hint: 'leave --resume out to begin a new run' }]);
