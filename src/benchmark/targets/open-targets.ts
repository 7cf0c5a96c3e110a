import type { DeclaredTarget } from './declared-target.ts';
import type { Target } from './target.ts';
import { type TargetUser, useTarget } from './use-target.ts';

/** The targets of a plan, and the run that uses them. */
export interface TargetsUser extends Omit<TargetUser, 'name'> {
  readonly targets: readonly { readonly name: string; readonly declared: DeclaredTarget }[];
}

/**
 * Opens all targets of a plan: makes and marks the run's place in each (`new`), or finds it again
 * (`again`). If a target cannot be opened, the places already made are removed.
 *
 * @throws ProblemsFound of the first target that cannot be opened.
 */
export async function openTargets(
  { targets, ...user }: TargetsUser,
  how: 'new' | 'again',
): Promise<ReadonlyMap<string, Target>> {
  const open = new Map<string, Target>();
  try {
    for (const { name, declared } of targets) {
      const target = await useTarget(declared, { ...user, name });
      await target.open(how);
      open.set(name, target);
    }
    return open;
  } catch (error) {
    if (how === 'new') for (const target of open.values()) await target.close();
    throw error;
  }
}
