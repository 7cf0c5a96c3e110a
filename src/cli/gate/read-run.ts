import { readMeasurements } from '../../benchmark/journal.ts';
import { type Records, recordsOf } from '../../gate/records.ts';
import { ProblemsFound } from '../../problem.ts';
import type { CommandContext } from '../command-context.ts';

/** A run of backups from its file, and the version of backcast that measured it. */
export interface ReadRun extends Records {
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
