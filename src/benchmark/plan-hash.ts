import { createHash } from 'node:crypto';
import type { BenchPlan } from './plan.ts';

/**
 * SHA-256 of a plan's content and seed; identifies the plan in measurements. Comments, order,
 * explicit defaults and the note do not affect it.
 */
export function planHash({ tools, note: _, ...plan }: BenchPlan): string {
  const named = tools.map(({ name, settings }) => ({ name, settings }));
  return createHash('sha256')
    .update(JSON.stringify({ ...plan, tools: named }))
    .digest('hex');
}
