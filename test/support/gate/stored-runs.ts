import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measurement, Opening } from '../../../src/benchmark/measurement.ts';
import { recordsText, trainingRecords } from './records.ts';

/** A run of backups that is written down. */
export interface WrittenRun {
  /** Which day of March 2026 it is of, and so what it is called. */
  readonly day: number;
  /** By how much everything takes longer, and how much more is stored. */
  readonly slower?: number;
  readonly larger?: number;
  readonly opening?: Partial<Opening>;
}

const { opening, lines } = trainingRecords();
const few = lines.filter(
  ({ dataset, tool, repetition }) =>
    dataset === 'tiny' && [null, 'tar'].includes(tool) && repetition === 1,
);

/** Writes the measurements of a small run, real ones with changes, and gives the file's path. */
export function writeRun(folder: string, run: WrittenRun): string {
  const { day, slower = 1, larger = 1 } = run;
  const date = new Date(Date.UTC(2026, 2, day, 3)).toISOString();
  const name = date.replace(/\.\d+|[-:]/g, '');
  const changed = few.map((line): Measurement => {
    const { usage, stored } = line;
    const times = usage && {
      ...usage,
      wall: usage.wall * slower,
      user: usage.user === null ? null : usage.user * slower,
      system: usage.system === null ? null : usage.system * slower,
    };
    return {
      ...{ ...line, began: date, usage: times },
      stored: stored && { ...stored, bytes: Math.round(stored.bytes * larger) },
    };
  });
  const path = join(folder, `measurements-${name}.jsonl`);
  writeFileSync(path, recordsText({ ...opening, run: name, ...run.opening }, changed));
  return path;
}
