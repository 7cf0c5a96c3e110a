import { ProblemsFound } from '../../../problem.ts';
import { holdsNothing } from '../../journal.ts';
import type { DeclaredTarget } from '../../targets/declared-target.ts';
import { UNMARKED } from '../../targets/place.ts';
import { placeText } from '../../targets/place-text.ts';
import { type TargetUser, useTarget } from '../../targets/use-target.ts';
import { layoutOf } from '../layout.ts';
import type { RunRequest } from '../open-run.ts';
import { runToDiscard } from '../unfinished.ts';
import { removedFolder } from './removed-folder.ts';

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
  const { host, work, plan } = request;
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
  if (await holdsNothing(host.files, measurements)) work.remove(measurements);
  const allDeclared = targets.every((name) =>
    plan.targets.some((declaration) => declaration.name === name),
  );
  const here = allDeclared ? removedFolder(work, root) : [];
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
