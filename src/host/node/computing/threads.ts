import { Piscina } from 'piscina';
import type { ThreadOptions, Threads } from '../../host.ts';

/** See `Host.threads`. Node 20 cannot load the TypeScript of `src/`, only the built JavaScript. */
export async function threads({
  module,
  task,
  count,
  shared,
}: ThreadOptions): Promise<Threads | null> {
  if (module.pathname.endsWith('.ts') && !readsTypeScript()) return null;
  const pool = new Piscina({
    filename: module.href,
    name: task,
    minThreads: count,
    maxThreads: count,
    workerData: shared,
  });
  return {
    count,
    run: (given) => pool.run(given),
    stop: () => pool.destroy(),
  };
}

const readsTypeScript = (): boolean =>
  'typescript' in process.features && !!process.features.typescript;
