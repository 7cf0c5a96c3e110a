import type { BenchPlan } from '../../src/benchmark/plan.ts';
import { readPlan } from '../../src/benchmark/read-plan.ts';

/**
 * A plan as its file is read.
 *
 * @throws with the problems where there are any.
 */
export function planOf(text: string): BenchPlan {
  const read = readPlan(text, 'plan.yaml', 'plan');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** Small files and two tools, into the work directory. */
export const SMALL = `
datasets:
  office: { files: 20, size: { median: 2 KiB, sigma: 1 }, change: { changed: 20 %, added: 10 % } }
tools: { tar: {}, rsync: {} }
`;
