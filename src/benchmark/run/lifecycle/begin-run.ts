import type { WorkDirectory } from '../../../host/host.ts';
import { type Problem, ProblemsFound } from '../../../problem.ts';
import { type Journal, newJournal } from '../../journal.ts';
import { FORMAT, type Opening } from '../../measurement.ts';
import { openTargets } from '../../targets/open-targets.ts';
import { UNMARKED } from '../../targets/place.ts';
import type { Target } from '../../targets/target.ts';
import { homeOf } from '../invoke.ts';
import { type Layout, layoutOf } from '../layout.ts';
import { type OpenRun, opened, type RunRequest } from '../open-run.ts';
import { mountsOf } from '../recorded/mounts-of.ts';
import { refuseFull } from '../refuse-full.ts';
import { toolVersions } from '../tool-versions.ts';
import { newRunName, runNames } from './run-names.ts';

/**
 * Begins a run: makes its folder, asks the tools for their versions, writes the opening line of the
 * measurements file, then makes and marks its places in the targets. If any of this fails, all of
 * it is taken back. If this process is ended meanwhile, the folder tells the next that there was a
 * run, and nothing has been made in a target yet of which the opening line does not tell.
 *
 * @throws ProblemsFound if a target cannot be used or writing fails.
 */
export async function beginRun(request: RunRequest): Promise<OpenRun> {
  const { host, work } = request;
  const names = runNames(host.files, work.path);
  if ('ok' in names) throw cannotWrite(work.path, names.reason);
  const run = newRunName(host.clock.now(), names.all);
  const layout = layoutOf(work.path, run);
  const targets = new Map<string, Target>();
  let journal: Journal | undefined;
  try {
    const password = makeFolders(request, layout);
    const opening = await openingOf(request, { run, layout, password });
    journal = newJournal(work, layout.measurements, opening);
    await openTargets({ ...request, targets: request.plan.targets, run }, 'new', targets);
    if (request.room) await refuseFull(targets, request.room);
    return await opened(request, { layout, password, targets, journal });
  } catch (error) {
    journal?.close();
    const left = await leftIn(targets);
    // The folder and the opening line stay where only they tell --discard of what is left.
    if (left.length > 0 && error instanceof ProblemsFound) {
      throw new ProblemsFound([...error.problems, ...left]);
    }
    work.remove(layout.measurements);
    work.remove(layout.root);
    throw error;
  }
}

/** Removes what was made in targets; the problems with what could not be removed. */
async function leftIn(targets: ReadonlyMap<string, Target>): Promise<readonly Problem[]> {
  const left: Problem[] = [];
  for (const [name, target] of targets) {
    const closed = await target.close();
    if (closed.ok || closed.code === UNMARKED.code) continue;
    const message = `what the run made there cannot be removed: ${closed.reason}`;
    left.push({ path: `targets.${name}`, message, hint: 'try again later with --discard' });
  }
  return left;
}

/** Makes the folders of a run, and in them a new password; returns that. */
function makeFolders({ host, work, plan }: RunRequest, layout: Layout): string {
  const password = Buffer.from(host.randomBytes(24)).toString('hex');
  made(work, layout.root);
  work.setMode(layout.root, 0o700);
  const home = homeOf({ host, plan, password }, layout.home);
  for (const folder of [...layout.folders, ...home.folders]) made(work, folder);
  keep(work, layout.password, password);
  return password;
}

interface Begun {
  readonly run: string;
  readonly layout: Layout;
  readonly password: string;
}

async function openingOf(request: RunRequest, { run, layout, password }: Begun): Promise<Opening> {
  const { host, work, plan, hash, backcast, self } = request;
  return {
    format: FORMAT,
    run,
    backcast,
    purpose: request.purpose ?? 'backups',
    arms: request.arms ?? {},
    least: plan.least,
    scale: request.scale ?? {},
    plan: { name: plan.name, hash, seed: plan.seed },
    datasets: Object.fromEntries(plan.datasets.map(({ name, ...made }) => [name, made])),
    tools: await toolVersions({ host, plan, password }, self, layout.home, plan.tools),
    targets: Object.fromEntries(
      plan.targets.map(({ name, kind, limit }) => [name, { kind, limit }]),
    ),
    mounts: mountsOf(request),
    machine: host.machine(work),
  };
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
