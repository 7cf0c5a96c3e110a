// What the threads of threads.test.ts do.
import { threadId, workerData } from 'node:worker_threads';

let calls = 0;

export function told(given) {
  calls++;
  return { given, shared: workerData, threadId, calls };
}

export function fails(given) {
  throw new RangeError(`no ${given}`);
}

export function hangs() {
  for (;;);
}
