import { join } from 'node:path';
import type { Host, WorkDirectory } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';
import { newJournal, readMeasurements, reopenJournal } from '../journal.ts';
import { FORMAT, type Opening } from '../measurement.ts';
import type { BenchPlan } from '../plan.ts';
import { openTargets } from '../targets/open-targets.ts';
import { type Begun, openBegun } from './begun.ts';
import type { Bench } from './bench.ts';
import { layoutOf } from './layout.ts';
import { toolVersions } from './tool-versions.ts';

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
  for (const folder of layout.folders) made(work, folder);
  const password = Buffer.from(host.randomBytes(24)).toString('hex');
  keep(work, layout.password, password);
  const caller = { host, plan, password };
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
  const targets = await openTargets({ ...request, targets: plan.targets, run }, 'new');
  const journal = newJournal(work, layout.measurements, opening);
  return opened(request, { layout, password, targets, journal });
}

/**
 * Goes on with the newest run of a plan that was broken off.
 *
 * @throws ProblemsFound where there is none, or its places in the targets are gone.
 */
export async function goOnWithRun(request: RunRequest): Promise<OpenRun> {
  const { host, work, plan } = request;
  const run = await brokenOff(request);
  const layout = layoutOf(work.path, run);
  const password = await host.files.read(layout.password, 1000);
  if (!password.ok) throw nothingLeft(`its folder is damaged: ${password.reason}`);
  const targets = await openTargets({ ...request, targets: plan.targets, run }, 'again');
  const journal = await reopenJournal(host.files, work, layout.measurements);
  return opened(request, {
    layout,
    password: new TextDecoder().decode(password.value),
    targets,
    journal,
  });
}

/**
 * Removes all that a run has made but its measurements.
 *
 * @throws ProblemsFound with what could not be removed.
 */
export async function closeRun({ bench }: OpenRun): Promise<void> {
  const { targets, work, layout, journal } = bench;
  journal.close();
  const faults: string[] = [];
  for (const [name, target] of targets) {
    const closed = await target.close();
    if (!closed.ok) faults.push(`what the run made in target ${name}: ${closed.reason}`);
  }
  const removed = work.remove(layout.root);
  if (!removed.ok) faults.push(`${layout.root}: ${removed.reason}`);
  if (faults.length === 0) return;
  throw new ProblemsFound(
    faults.map((fault) => ({
      path: '',
      message: `cannot remove ${fault}`,
      hint: 'remove it by hand',
    })),
  );
}

type Parts = Pick<Bench, 'layout' | 'password' | 'targets' | 'journal'>;

async function opened({ host, work, plan, self }: RunRequest, parts: Parts): Promise<OpenRun> {
  const begun = await openBegun(host.files, work, parts.layout);
  return { bench: { host, work, plan, self, ...parts }, begun };
}

const MEASUREMENTS = /^measurements-([0-9TZ]+)\.jsonl$/;

/** The name of the newest run of the plan whose folder is still there. */
async function brokenOff({ host, work, hash }: RunRequest): Promise<string> {
  const directory = host.files.openDirectory(work.path);
  if (!directory.ok) throw nothingLeft(`${work.path} cannot be read: ${directory.reason}`);
  const runs: string[] = [];
  for (;;) {
    const entry = directory.value.next();
    if (!entry.ok || entry.value === undefined) break;
    const run = MEASUREMENTS.exec(new TextDecoder().decode(entry.value))?.[1];
    if (run !== undefined && host.files.lstat(join(work.path, run)).ok) runs.push(run);
  }
  directory.value.close();
  for (const run of runs.sort().reverse()) {
    const { first } = await readMeasurements(host.files, layoutOf(work.path, run).measurements);
    if (first.plan.hash === hash) return run;
  }
  throw nothingLeft(`${work.path} holds no run of this plan, as it is now, that was broken off`);
}

const nothingLeft = (message: string): ProblemsFound =>
  new ProblemsFound([{ path: '', message, hint: 'leave --resume out to begin a new run' }]);

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
