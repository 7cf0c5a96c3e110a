import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement, Opening } from '../../../src/benchmark/measurement.ts';
import { measurement, opening } from '../../../src/benchmark/measurement.ts';

const TRAINING = join(import.meta.dirname, '../../../scenarios/profiles/training.jsonl');

/** The committed measurements of real tools. */
export function trainingRecords(): {
  readonly opening: Opening;
  readonly lines: readonly Measurement[];
} {
  const [first, ...rest] = readFileSync(TRAINING, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  return { opening: opening.parse(first), lines: rest.map((line) => measurement.parse(line)) };
}

/** Measurements as the text of their file. */
export const recordsText = (first: Opening, lines: readonly Measurement[]): string =>
  [first, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
