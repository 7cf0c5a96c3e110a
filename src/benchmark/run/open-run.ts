import type { Host, WorkDirectory } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';
import { newJournal, readMeasurements, reopenJournal } from '../journal.ts';
import { FORMAT, type Opening } from '../measurement.ts';
import type { BenchPlan } from '../plan.ts';
import type { DeclaredTarget } from '../targets/declared-target.ts';
import { openTargets } from '../targets/open-targets.ts';
import { UNMARKED } from '../targets/place.ts';
import { placeText } from '../targets/place-text.ts';
import { type TargetUser, useTarget } from '../targets/use-target.ts';
import { type Begun, openBegun } from './begun.ts';
import type { Bench } from './bench.ts';
import { homeOf } from './invoke.ts';
import { layoutOf } from './layout.ts';
import { mountsOf } from './mounts-of.ts';
import { refuseFull } from './refuse-full.ts';
import { refuseOtherTools } from './same-tools.ts';
import { toolVersions } from './tool-versions.ts';
import { nothingToResume, runToDiscard, runToResume } from './unfinished.ts';

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
  /** Bytes that a target must have free when a run begins. */
  readonly room?: (target: string) => number;
}

/** A run whose steps can be executed. */
export interface OpenRun {
  readonly bench: Bench;
  readonly begun: Begun;
}

/**
 * Begins a run: makes its folder, asks the tools for their versions, makes and marks its places in
 * the targets, and writes the opening line of the measurements file.
 *
 * @throws ProblemsFound if a target cannot be used or writing fails.
 */
export async function beginRun(request: RunRequest): Promise<OpenRun> {
  const { host, work, plan, hash, backcast } = request;
  const run = new Date(host.clock.now()).toISOString().replace(/\.\d+|[-:]/g, '');
  const layout = layoutOf(work.path, run);
  const password = Buffer.from(host.randomBytes(24)).toString('hex');
  const caller = { host, plan, password };
  for (const folder of [...layout.folders, ...homeOf(caller, layout.home).folders]) {
    made(work, folder);
  }
  keep(work, layout.password, password);
  const opening: Opening = {
    format: FORMAT,
    run,
    backcast,
    plan: { name: plan.name, hash, seed: plan.seed },
    datasets: Object.fromEntries(plan.datasets.map(({ name, ...made }) => [name, made])),
    tools: await toolVersions(caller, request.self, layout.home, plan.tools),
    targets: Object.fromEntries(
      plan.targets.map(({ name, kind, limit }) => [name, { kind, limit }]),
    ),
    mounts: mountsOf(request),
    machine: host.machine(work),
  };
  // Written before anything is made in a target, so that the run can be discarded however it ends.
  const journal = newJournal(work, layout.measurements, opening);
  try {
    const targets = await openTargets({ ...request, targets: plan.targets, run }, 'new');
    if (request.room) await refuseFull(targets, request.room);
    return await opened(request, { layout, password, targets, journal });
  } catch (error) {
    journal.close();
    work.remove(layout.measurements);
    work.remove(layout.root);
    throw error;
  }
}

/**
 * Resumes the newest interrupted run of a plan.
 *
 * @throws ProblemsFound if there is none, its places in the targets are gone, or a tool has another
 *   version than when the run began.
 */
export async function resumeRun(request: RunRequest): Promise<OpenRun> {
  const { host, work, plan } = request;
  const { run } = await runToResume(request);
  const layout = layoutOf(work.path, run);
  const kept = await host.files.read(layout.password, 1000);
  if (!kept.ok) throw nothingToResume(`its folder is damaged: ${kept.reason}`);
  const password = new TextDecoder().decode(kept.value);
  const { first } = await readMeasurements(host.files, layout.measurements);
  const caller = { host, plan, password };
  const tools = await toolVersions(caller, request.self, layout.home, plan.tools);
  refuseOtherTools(first.tools, tools);
  const targets = await openTargets({ ...request, targets: plan.targets, run }, 'again');
  const journal = await reopenJournal(host.files, work, layout.measurements);
  return opened(request, { layout, password, targets, journal });
}

/**
 * Removes everything a run has made, except its measurements.
 *
 * @returns what could not be removed, and why. In that case its folder stays, so that the run can
 *   be discarded later.
 */
export async function closeRun({ bench }: OpenRun): Promise<readonly string[]> {
  const { targets, work, layout, journal } = bench;
  journal.close();
  const faults: string[] = [];
  for (const [name, target] of targets) {
    const closed = await target.close();
    if (!closed.ok) faults.push(`what the run made in target ${name}: ${closed.reason}`);
  }
  return faults.length > 0 ? faults : removed(work, layout.root);
}

/** The result of discarding a run. */
interface Discarded {
  readonly run: string;
  readonly left: readonly string[];
  readonly gone: boolean;
}

/**
 * Removes everything that the newest interrupted run has left, except its measurements. A place in
 * a target without the mark of the run is left alone. The local folder is removed even if a target
 * cannot be reached, since its host may be gone for good. It stays if the plan no longer declares
 * one of the targets, since the user may restore that declaration.
 *
 * @returns the run, what could not be removed and why, and whether its local folder is gone.
 * @throws ProblemsFound if there is no such run.
 */
export async function discardRun(request: RunRequest): Promise<Discarded> {
  const { work, plan } = request;
  const { run, targets } = await runToDiscard(request);
  const { root, measurements } = layoutOf(work.path, run);
  const faults: string[] = [];
  for (const name of targets) {
    const declared = plan.targets.find((declaration) => declaration.name === name)?.declared;
    if (!declared) {
      faults.push(`what the run made in target ${name}: the plan no longer says where it is`);
      continue;
    }
    const closed = await closeTarget({ ...request, run, name }, declared);
    if (closed === null) continue;
    faults.push(`what the run made in ${placeText(declared, run, name)}: ${closed}`);
  }
  work.remove(`${measurements}.reserve`);
  const allDeclared = targets.every((name) =>
    plan.targets.some((declaration) => declaration.name === name),
  );
  const here = allDeclared ? removed(work, root) : [];
  return { run, left: [...faults, ...here], gone: allDeclared && here.length === 0 };
}

/**
 * Removes a run's place in a target; returns why that failed, or null if it is gone or was not
 * there.
 */
async function closeTarget(user: TargetUser, declared: DeclaredTarget): Promise<string | null> {
  try {
    const closed = await (await useTarget(declared, user)).close();
    return closed.ok || closed.code === UNMARKED.code ? null : closed.reason;
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    return error.message;
  }
}

function removed(work: WorkDirectory, root: string): readonly string[] {
  const gone = work.remove(root);
  return gone.ok ? [] : [`${root}: ${gone.reason}`];
}

type Parts = Pick<Bench, 'layout' | 'password' | 'targets' | 'journal'>;

async function opened({ host, work, plan, self }: RunRequest, parts: Parts): Promise<OpenRun> {
  const begun = await openBegun(host.files, work, parts.layout);
  return { bench: { host, work, plan, self, ...parts }, begun };
}

function made(work: WorkDirectory, folder: string): void {
  const outcome = work.makeDirectory(folder);
  if (!outcome.ok) throw cannotWrite(folder, outcome.reason);
}

function keep(work: WorkDirectory, path: string, text: string): void {
  const file = work.open(path, 'new');
  const written = file.ok ? file.value.write(new TextEncoder().encode(text), 0) : file;
  if (file.ok) file.value.close();
  if (!written.ok) throw cannotWrite(path, written.reason);
  work.setMode(path, 0o600);
}

const cannotWrite = (path: string, reason: string): ProblemsFound =>
  new ProblemsFound([
    {
      path: '',
      message: `cannot write ${path}: ${reason}`,
      hint: 'make room, or name another --work',
    },
  ]);
