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
import { refuseFull } from './refuse-full.ts';
import { refuseOtherTools } from './same-tools.ts';
import { toolVersions } from './tool-versions.ts';
import { nothingLeft, runToDiscard, runToGoOnWith } from './unfinished.ts';

/** What a run is opened with. */
export interface RunRequest {
  readonly host: Host;
  readonly work: WorkDirectory;
  readonly plan: BenchPlan;
  /** Names the plan: only a run of the same is gone on with. */
  readonly hash: string;
  /** The plan's folder, to which its files are relative. */
  readonly folder: string;
  readonly self: readonly string[];
  /** The version of this program. */
  readonly backcast: string;
  /** The most bytes that a target must have room for when a run begins. */
  readonly room?: (target: string) => number;
}

/** A run that steps can be taken in. */
export interface OpenRun {
  readonly bench: Bench;
  readonly begun: Begun;
}

/**
 * Begins a run: makes its folder, asks the tools for their versions, makes and marks its places in
 * the targets, and writes the opening of its measurements.
 *
 * @throws ProblemsFound where a target cannot be used, or nothing can be written.
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
    machine: host.machine(work),
  };
  // Before anything is made elsewhere, so that whatever ends this program it can be discarded.
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
 * Goes on with the newest run of a plan that was broken off.
 *
 * @throws ProblemsFound where there is none, its places in the targets are gone, or a tool is not the
 *   one that it began with.
 */
export async function goOnWithRun(request: RunRequest): Promise<OpenRun> {
  const { host, work, plan } = request;
  const { run } = await runToGoOnWith(request);
  const layout = layoutOf(work.path, run);
  const kept = await host.files.read(layout.password, 1000);
  if (!kept.ok) throw nothingLeft(`its folder is damaged: ${kept.reason}`);
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
 * Removes all that a run has made but its measurements.
 *
 * @returns what could not be removed, and why; then its folder stays, so that it can be discarded.
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

/** What became of a run that was taken away. */
interface Discarded {
  readonly run: string;
  readonly left: readonly string[];
  readonly gone: boolean;
}

/**
 * Removes what the newest run that was broken off has left, but its measurements. A place
 * that does not bear the mark of the run, or no longer, is left alone. What lies here goes even where a
 * target cannot be reached: its host may be gone for good. It stays where the plan no longer names a
 * target, since it may be brought back.
 *
 * @returns its name, what could not be removed, and why, and whether all that lies here is gone.
 * @throws ProblemsFound where there is no such run.
 */
export async function discardRun(request: RunRequest): Promise<Discarded> {
  const { work, plan } = request;
  const { run, targets } = await runToDiscard(request);
  const { root, measurements } = layoutOf(work.path, run);
  const faults: string[] = [];
  for (const name of targets) {
    const declared = plan.targets.find((one) => one.name === name)?.declared;
    if (!declared) {
      faults.push(`what the run made in target ${name}: the plan no longer says where it is`);
      continue;
    }
    const closed = await takenAway({ ...request, run, name }, declared);
    if (closed === null) continue;
    faults.push(`what the run made in ${placeText(declared, run, name)}: ${closed}`);
  }
  work.remove(`${measurements}.reserve`);
  const isTold = targets.every((name) => plan.targets.some((one) => one.name === name));
  const here = isTold ? removed(work, root) : [];
  return { run, left: [...faults, ...here], gone: isTold && here.length === 0 };
}

/** Why what a run made in a target cannot be taken away; null where it is, or is not there. */
async function takenAway(user: TargetUser, declared: DeclaredTarget): Promise<string | null> {
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
