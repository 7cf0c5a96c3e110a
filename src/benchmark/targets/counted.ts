import type { Outcome, Relay } from '../../host/host.ts';
import type { Target } from './target.ts';
import { unusable } from './target-problem.ts';

/**
 * A target in a bucket that tools reach through a relay, which counts what they ask for. What the
 * run itself does there goes straight to the service and is not counted.
 *
 * @param relay opens it; called as the target is opened.
 */
export function counted(target: Target, relay: () => Promise<Outcome<Relay>>): Target {
  let open: Relay | undefined;
  return {
    ...target,
    open: async (how) => {
      const opened = await relay();
      if (!opened.ok) throw unusable(target.name, opened);
      open = opened.value;
      try {
        await target.open(how);
      } catch (error) {
        open.close();
        throw error;
      }
    },
    repositoryFor: (series) => {
      const repository = target.repositoryFor(series);
      if (repository.kind !== 's3' || !open) return repository;
      return { ...repository, endpoint: open.endpoint };
    },
    traffic: () => open?.traffic() ?? null,
    close: async () => {
      open?.close();
      return target.close();
    },
  };
}
