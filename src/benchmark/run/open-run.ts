import type { Host, WorkDirectory } from '../../host/host.ts';
import { readMeasurements, reopenJournal } from '../journal.ts';
import type { Opening } from '../measurement.ts';
import type { BenchPlan } from '../plan.ts';
import { type Scale, scaled } from '../scale.ts';
import { stepsOf } from '../steps.ts';
import { openTargets } from '../targets/open-targets.ts';
import { UNMARKED } from '../targets/place.ts';
import { type Begun, openBegun } from './begun.ts';
import type { Bench } from './bench.ts';
import { layoutOf } from './layout.ts';
import { removedFolder } from './lifecycle/removed-folder.ts';
import { refuseOtherTools } from './same-tools.ts';
import { toolVersions } from './tool-versions.ts';
import { putBack } from './trust/hidden-source.ts';
import { nothingToResume, runToResume } from './unfinished.ts';

/** Everything needed to begin, resume or discard a run. */
export interface RunRequest {
  readonly host: Host;
  readonly work: WorkDirectory;
  readonly plan: BenchPlan;
  /** The plan's hash: only a run with the same hash can be resumed. */
  readonly hash: string;
  /** The plan's folder, to which its paths are relative. */
  readonly folder: string;
  readonly self: readonly string[];
  /** The version of this program. */
  readonly backcast: string;
  /** What the run is for; backups unless given. */
  readonly purpose?: Opening['purpose'];
  /** Which tools are sides of which pair, of a gate. */
  readonly arms?: Opening['arms'];
  /** How many times as large as the plan said its made datasets are; as it said unless given. */
  readonly scale?: Scale;
  /** Bytes that a target must have free when a run begins. */
  readonly room?: (target: string) => number;
}

/** A run whose steps can be executed. */
export interface OpenRun {
  readonly bench: Bench;
  readonly begun: Begun;
  /** Whether all steps were over before, so that some of what the run made may be gone already. */
  readonly wasOver: boolean;
}

/**
 * Resumes an interrupted run of a plan.
 *
 * @param name the run; the newest where none is named.
 * @throws ProblemsFound if there is none, its places in the targets are gone, or a tool has another
 *   version than when the run began.
 */
export async function resumeRun(asked: RunRequest, name?: string): Promise<OpenRun> {
  const { host, work } = asked;
  const { run } = await runToResume(asked, name);
  const layout = layoutOf(work.path, run);
  const { first, lines } = await readMeasurements(host.files, layout.measurements);
  const plan = scaled(asked.plan, first.scale);
  const request = { ...asked, plan };
  const done = new Set(lines.map(({ step }) => step));
  const wasOver = stepsOf(plan).every(({ id }) => done.has(id));
  const kept = await host.files.read(layout.password, 1000);
  if (!kept.ok && !wasOver) throw nothingToResume(`its folder is damaged: ${kept.reason}`);
  const password = kept.ok ? new TextDecoder().decode(kept.value) : '';
  if (!wasOver) {
    const caller = { host, plan, password };
    const tools = await toolVersions(caller, request.self, layout.home, plan.tools);
    refuseOtherTools(first.tools, tools);
  }
  for (const { name } of plan.datasets) putBack({ host, work, layout, plan }, name);
  const how = wasOver ? 'to close' : 'again';
  const targets = await openTargets({ ...request, targets: plan.targets, run }, how);
  const journal = await reopenJournal(host.files, work, layout.measurements);
  return { ...(await opened(request, { layout, password, targets, journal })), wasOver };
}

/**
 * Removes everything a run has made, except its measurements.
 *
 * @returns what could not be removed, and why. In that case its folder stays, so that the run can
 *   be discarded later.
 */
export async function closeRun({ bench, wasOver }: OpenRun): Promise<readonly string[]> {
  const { targets, work, layout, journal } = bench;
  journal.close();
  const faults: string[] = [];
  for (const [name, target] of targets) {
    const closed = await target.close();
    if (closed.ok || (wasOver && closed.code === UNMARKED.code)) continue;
    faults.push(`what the run made in target ${name}: ${closed.reason}`);
  }
  return faults.length > 0 ? faults : removedFolder(work, layout.root);
}

type Parts = Pick<Bench, 'layout' | 'password' | 'targets' | 'journal'>;

/** A run that was just begun, made of its parts. */
export async function opened(
  { host, work, plan, self }: RunRequest,
  parts: Parts,
): Promise<OpenRun> {
  const begun = await openBegun(host.files, work, parts.layout);
  return { bench: { host, work, plan, self, ...parts }, begun, wasOver: false };
}
