import { z } from 'zod';
import { ProblemsFound } from '../../problem.ts';
import type { NamedTarget } from '../plan.ts';
import { type Probed, type ProbeRecord, probed } from '../records/probe.ts';
import type { Bench } from '../run/bench.ts';
import { invoke } from '../run/invoke.ts';
import { beginRun } from '../run/lifecycle/begin-run.ts';
import { closeRun, type RunRequest } from '../run/open-run.ts';
import { settleCache } from '../run/surroundings.ts';
import type { Target } from '../targets/target.ts';
import { unusable } from '../targets/target-problem.ts';
import { AT_ONCE } from './cells.ts';
import type { Objects } from './objects.ts';
import { probeObjects } from './probe-objects.ts';
import { type ProbeSummary, summariseProbe } from './probe-summary.ts';
import { s3Objects } from './s3-objects.ts';
import { sftpObjects } from './sftp/sftp-objects.ts';

/** Options of a probe. */
export interface ProbeOptions {
  /** Seconds for each target. */
  readonly budget: number;
  progress(so: ProbeProgress): void;
}

/** What a probe does next. */
export interface ProbeProgress {
  readonly target: string;
  /** Null while a child of this program probes a folder. */
  readonly what: Pick<Probed, 'operation' | 'size' | 'atOnce'> | null;
}

/** The folder or prefix of the objects. */
const SERIES = 'probe';

/**
 * Probes all targets of a plan, one after the other: a run of its own, which makes, marks and takes
 * away its places like any other, and uses no tool.
 *
 * @returns what was found, and what could not be removed.
 * @throws ProblemsFound where a target cannot be used.
 */
export async function runProbe(
  request: RunRequest,
  options: ProbeOptions,
): Promise<{ readonly summary: ProbeSummary; readonly left: readonly string[] }> {
  const targets = request.plan.targets.map(withoutRelay);
  const plan = { ...request.plan, tools: [], datasets: [], targets };
  const opened = await beginRun({ ...request, plan, purpose: 'probe' });
  const { journal } = opened.bench;
  for (const target of opened.bench.targets.values())
    await probeTarget(opened.bench, target, options);
  const left = await closeRun(opened);
  const summary = summariseProbe(journal.opening, journal.path, journal.probed);
  return { summary, left };
}

/** A relay on the way would be measured too. */
function withoutRelay(target: NamedTarget): NamedTarget {
  if (target.declared.kind !== 's3') return target;
  const { countRequests: _, ...declared } = target.declared;
  return { ...target, declared };
}

async function probeTarget(
  bench: Bench,
  target: Target,
  { budget, progress }: ProbeOptions,
): Promise<void> {
  const { host, journal, plan } = bench;
  const { name } = target;
  const found = (of: Probed) => journal.append(recordOf(name, of));
  const made = await target.makeSeries(SERIES);
  if (!made.ok) throw unusable(name, made);
  const repository = target.repositoryFor(SERIES);
  if (repository.kind === 'local') {
    progress({ target: name, what: null });
    for (const one of await inChild(bench, name, { path: repository.path, budget })) found(one);
    return;
  }
  const free = await target.free();
  const objects = await objectsOf(bench, target);
  try {
    await probeObjects({
      ...{ host, objects, budget, found },
      room: free.ok ? free.value : null,
      settleCache: () => settleCache(host, plan.cache, null),
      tell: (what) => progress({ target: name, what }),
    });
  } finally {
    await objects.close();
  }
}

async function objectsOf({ host, work }: Bench, target: Target): Promise<Objects> {
  const access = target.repositoryFor(SERIES);
  if (access.kind === 's3') return s3Objects(host, access);
  if (access.kind === 'local') throw new Error('folders are probed by a child');
  const objects = await sftpObjects({ host, work, access });
  if (!objects.ok) throw unusable(target.name, objects);
  return objects.value;
}

const report = z.object({ found: z.array(probed) });

/**
 * Probes a folder in a child of this program, since only as it starts can Node be told how many
 * calls of the file system may go on at once.
 */
async function inChild(
  bench: Bench,
  target: string,
  { path, budget }: { readonly path: string; readonly budget: number },
): Promise<readonly Probed[]> {
  const [program = '', ...self] = bench.self;
  const options = ['--into', path, '--budget', String(budget), '--cache', bench.plan.cache];
  const called = await invoke(bench, bench.layout.home, [
    {
      program,
      args: [...self, 'engine', 'probe', ...options],
      env: { UV_THREADPOOL_SIZE: String(Math.max(...AT_ONCE)) },
    },
  ]);
  if (called.ok) return report.parse(JSON.parse(called.output)).found;
  throw new ProblemsFound([
    {
      path: `targets.${target}`,
      message: `cannot be probed: ${called.reason}\n${called.said ?? ''}`,
      hint: 'see to it, and remove what is left with --discard',
    },
  ]);
}

function recordOf(target: string, found: Probed): ProbeRecord {
  const parts = [found.operation, ...(found.size === null ? [] : [found.size]), found.atOnce];
  return { step: ['probe', target, ...parts].join('/'), kind: 'probe', target, ...found };
}
