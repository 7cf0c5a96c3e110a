import { threadId } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../../../src/host/node.ts';

const module = new URL('./thread.mjs', import.meta.url);

/** Threads that do one task of `thread.mjs`, for as long as it takes. */
async function during<T>(
  task: string,
  use: (run: <G, D>(given: G) => Promise<D>) => Promise<T>,
  count = 2,
): Promise<T> {
  const threads = await nodeHost().threads({ module, task, count, shared: { plan: [1, 2] } });
  if (!threads) throw new Error('there are no threads');
  try {
    return await use(threads.run);
  } finally {
    await threads.stop();
  }
}

interface Told {
  readonly given: number;
  readonly shared: unknown;
  readonly threadId: number;
}

describe('threads', () => {
  it('do each task once, beside this thread, and have what they share', async () => {
    const told = await during('told', (run) =>
      Promise.all(Array.from({ length: 50 }, (_, given) => run<number, Told>(given))),
    );
    expect(told.map(({ given }) => given)).toEqual(told.map((_, index) => index));
    expect(told.every(({ shared }) => JSON.stringify(shared) === '{"plan":[1,2]}')).toBe(true);
    const ids = new Set(told.map((one) => one.threadId));
    expect(ids.has(threadId)).toBe(false);
    expect(ids.size).toBeLessThanOrEqual(2);
  });

  it('tell an error as it was thrown', async () => {
    const error = await during('fails', (run) => run('luck').catch((thrown: unknown) => thrown));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'RangeError', message: 'no luck' });
    expect((error as Error).stack).toContain('thread.mjs');
  });

  it('end at once, whatever they do', async () => {
    const hung = during('hangs', async (run) => {
      run(null).catch(() => undefined);
    });
    await expect(hung).resolves.toBeUndefined();
  });

  it('are null where this Node cannot read the module', async () => {
    const typescript = new URL('./threads.test.ts', import.meta.url);
    const options = { module: typescript, task: 'none', count: 1, shared: null };
    const threads = await nodeHost().threads(options);
    const reads = 'typescript' in process.features && process.features.typescript !== false;
    expect(threads !== null).toBe(reads);
    await threads?.stop();
  });

  it('there are cores for', () => {
    expect(nodeHost().cores()).toBeGreaterThanOrEqual(1);
  });
});
