import type { Problem } from '../../src/problem.ts';
import { readScenario } from '../../src/scenario/reading/read.ts';

/** The problems of a text; none where it is a scenario. */
export function problemsIn(text: string): readonly Problem[] {
  const read = readScenario(text, 'office.yaml');
  return read.ok ? [] : read.problems;
}

/** The smallest scenario, with some lines in place of its own. */
export const office = (lines: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    start: '2026-01-05',
    workloads: '{ files: { size: 1 TB } }',
    stores: '{ disk: {} }',
    strategies: '{ nightly: { incremental: daily at 01:00 } }',
    ...lines,
  })
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
