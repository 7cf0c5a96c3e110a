import { createHash } from 'node:crypto';
import { readMeasurements } from '../../benchmark/journal.ts';
import type { Records } from '../../calibration/calibrate.ts';
import type { CommandContext } from '../command-context.ts';

/** Reads measurements files. @throws ProblemsFound for one that is none. */
export async function readRecords(
  context: CommandContext,
  paths: readonly string[],
): Promise<Records[]> {
  const records: Records[] = [];
  for (const path of paths) {
    context.spares(path);
    const { first, lines, bytes } = await readMeasurements(context.host.files, path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    records.push({ opening: first, lines, sha256 });
  }
  return records;
}
