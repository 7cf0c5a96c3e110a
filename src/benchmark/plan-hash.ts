import { createHash } from 'node:crypto';
import type { BenchPlan } from './plan.ts';

/**
 * SHA-256 of what a plan asks for, its seed included, and not of how it is written down: comments,
 * order and defaults change nothing. It names the plan in measurements.
 */
export function planHash({ tools, note: _, ...plan }: BenchPlan): string {
  const named = tools.map(({ name, settings }) => ({ name, settings }));
  return createHash('sha256')
    .update(JSON.stringify({ ...plan, tools: named }))
    .digest('hex');
}
