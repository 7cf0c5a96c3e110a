import { enlarged, type Scale, scaled } from '../scale.ts';
import { stepsOf } from '../steps.ts';
import { beginRun } from './lifecycle/begin-run.ts';
import { closeRun, type RunRequest } from './open-run.ts';
import { type Progress, runSteps } from './run.ts';

/** Pilots at most; each may be many times as large as the one before. */
const MOST = 4;

/** What a pilot needs beside the run that it goes before. */
export interface PilotOptions {
  /** Seconds of processor time that each step is to hold. */
  readonly least: number;
  /** Seconds for all pilots; null for no limit. */
  readonly budget: number | null;
  /** Whether there is room for datasets of that scale. */
  fits(scale: Scale): Promise<boolean>;
  progress(so: Progress): void;
}

/** How large datasets are to be, and what pilots could not remove. */
export interface Piloted {
  readonly scale: Scale;
  readonly left: readonly string[];
}

/**
 * Finds by pilots, each a run of its own with one repetition, how large made datasets have to be
 * for each step to hold so much work. Ends with the largest that there is room and time for.
 *
 * @throws ProblemsFound like a run.
 */
export async function pilot(request: RunRequest, options: PilotOptions): Promise<Piloted> {
  const { host } = request;
  const { least, budget, fits, progress } = options;
  const plan = { ...request.plan, repetitions: 1, keep: null };
  const from = host.clock.elapsed();
  const left: string[] = [];
  let scale: Scale = {};
  for (let round = 0; round < MOST; round++) {
    const remaining = budget === null ? null : budget - (host.clock.elapsed() - from);
    if (remaining !== null && remaining <= 0) break;
    const piloted = scaled(plan, scale);
    const opened = await beginRun({ ...request, plan: piloted, purpose: 'pilot', scale });
    const steps = stepsOf(piloted);
    await runSteps(opened.bench, steps, { budget: remaining, begun: opened.begun, progress });
    left.push(...(await closeRun(opened)));
    const lines = [...opened.bench.journal.done.values()];
    const next = enlarged(plan, scale, lines, least);
    const grows = Object.entries(next).some(([name, by]) => by > (scale[name] ?? 1));
    if (!grows || !(await fits(next))) break;
    scale = next;
  }
  return { scale, left };
}
