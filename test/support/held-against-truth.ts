import { expect } from 'vitest';
import type { Measurement } from '../../src/benchmark/measurement.ts';

/**
 * Holds what tools said of the files they copied against what the generator did, for all increments
 * and differentials of a run. A renamed file is a new one.
 */
export function heldAgainstTruth(lines: readonly Measurement[]): void {
  const truths = lines.flatMap(({ truth }) => truth ?? []);
  const told = lines.filter(({ level }) => level === 'incremental' || level === 'differential');
  expect(told.length).toBeGreaterThan(0);
  for (const { reported, tool, generation, level } of told) {
    // A differential holds what changed since the full, of which some may have changed twice.
    if (level === 'differential' && generation !== 1) continue;
    const truth = truths.find((one) => one.generation === generation);
    if (!truth) throw new Error(`there is no truth of generation ${generation}`);
    const fresh = truth.added + truth.renamed;
    if (reported?.copied !== null) {
      expect([tool, reported?.copied]).toEqual([tool, fresh + truth.changed]);
    } else {
      expect([tool, reported.added, reported.changed]).toEqual([tool, fresh, truth.changed]);
    }
  }
}
