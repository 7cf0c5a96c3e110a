import type { DeclaredTarget } from './declared-target.ts';
import type { Target } from './target.ts';
import { type TargetUser, useTarget } from './use-target.ts';

/** The targets of a plan, and who uses them. */
export interface TargetsUser extends Omit<TargetUser, 'name'> {
  readonly targets: readonly { readonly name: string; readonly declared: DeclaredTarget }[];
}

/**
 * Opens all targets of a plan: each gets a place of the run's own, made and marked, or found again.
 * Where one cannot be opened, those that were made are removed.
 *
 * @throws ProblemsFound with everything that is missing or refused.
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
