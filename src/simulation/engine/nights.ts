import { type Stream, stream } from '../../random/stream.ts';
import type { PolicyPlan } from '../plan/policy.ts';
import type { WorkloadPlan } from '../plan/workload.ts';
import type { Flows } from '../sharing/flow-spec.ts';
import { workOf } from '../sharing/lone-rate.ts';
import type { Replication } from './draws.ts';

/** What a night does to the backups of a tool that rests on a profile: no two runs take the same time. */
export interface Nights {
  /** Measured ÷ foretold seconds of the runs that the profile was fitted to. */
  readonly factors: Float64Array;
  readonly draws: Stream;
  /** That of the current job: its fixed times and its work are multiplied by it. */
  factor: number;
}

/**
 * The nights of one workload in one trial: its strategies and tools draw the same numbers, so they
 * differ by what they do and not by luck. Null in the expected replication, and where nothing was measured.
 */
export function nightsOf(
  { seed, replication }: { readonly seed: number; readonly replication: Replication },
  { tool: { profile } }: Pick<PolicyPlan, 'tool'>,
  { name }: Pick<WorkloadPlan, 'name'>,
): Nights | null {
  if (replication.kind === 'expected' || !profile || profile.nights.length === 0) return null;
  const draws = stream(seed, `trial ${replication.number} ${name} nights`);
  return { factors: profile.nights, draws, factor: 1 };
}

/** Draws the factor of the job that begins. */
export function drawNight(nights: Nights): void {
  const { factors, draws } = nights;
  nights.factor = factors[Math.floor(draws() * factors.length)] as number;
}

/**
 * Core seconds a source byte that a job has beside those of its bytes, so that all its work together is
 * multiplied by the factor of its night. Less than 0 where a good night makes the work of bytes less.
 *
 * @param ratio stored ÷ read bytes of the job.
 * @param effort those of its files in a night like any other.
 */
export function effortOfNight(
  { factor }: Nights,
  { specs }: Pick<Flows, 'specs'>,
  ratio: number,
  effort: number,
): number {
  for (const spec of specs) {
    if (spec.worker) return effort + (factor - 1) * workOf(spec, ratio, effort);
  }
  return effort;
}
