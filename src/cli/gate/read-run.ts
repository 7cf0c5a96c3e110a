import { readMeasurements } from '../../benchmark/journal.ts';
import { hyperfineRecords, isHyperfine } from '../../gate/hyperfine.ts';
import { type OwnRecords, type Records, recordsOf } from '../../gate/records.ts';
import { ProblemsFound } from '../../problem.ts';
import type { CommandContext } from '../command-context.ts';

/** A run of backups from its file, and the version of backcast that measured it. */
export interface ReadRun extends OwnRecords {
  readonly backcast: string;
}

/** Reads a run of backups that ended well. @throws ProblemsFound for anything else. */
export async function readRun(context: CommandContext, path: string): Promise<ReadRun> {
  context.spares(path);
  const { first, lines } = await readMeasurements(context.host.files, path);
  const records = recordsOf(path, first, lines);
  if (!records.ok) throw new ProblemsFound(records.problems);
  return { ...records.value, backcast: first.backcast };
}

/** Bytes of an export at most. */
const LIMIT = 64_000_000;

/** Reads an export of hyperfine; null for any other file. @throws ProblemsFound for a broken one. */
export async function readForeign(context: CommandContext, path: string): Promise<Records | null> {
  context.spares(path);
  const read = await context.host.files.read(path, LIMIT);
  const text = read.ok ? new TextDecoder().decode(read.value) : '';
  if (!isHyperfine(text)) return null;
  const records = hyperfineRecords(path, text);
  if (!records.ok) throw new ProblemsFound(records.problems);
  return records.value;
}
