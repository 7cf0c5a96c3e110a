import type { DeclaredTarget } from './declared-target.ts';
import type { Target } from './target.ts';
import { type TargetUser, useTarget } from './use-target.ts';

/** The targets of a plan, and the run that uses them. */
export interface TargetsUser extends Omit<TargetUser, 'name'> {
  readonly targets: readonly { readonly name: string; readonly declared: DeclaredTarget }[];
}

/**
 * Opens all targets of a plan: makes and marks the run's place in each (`new`), finds it again
 * (`again`), or takes it as it is, if it is there at all (`to close`).
 *
 * @param open is filled one by one, so that the caller can close those that were opened before one
 *   could not be.
 * @throws ProblemsFound of the first target that cannot be opened.
 */
export async function openTargets(
  { targets, ...user }: TargetsUser,
  how: 'new' | 'again' | 'to close',
  open = new Map<string, Target>(),
): Promise<ReadonlyMap<string, Target>> {
  for (const { name, declared } of targets) {
    const target = await useTarget(declared, { ...user, name });
    if (how !== 'to close') await target.open(how);
    open.set(name, target);
  }
  return open;
}
