import { DEFAULT_LIMITS, type Limits, readLimits, readLimitsFile } from '../../gate/limits.ts';
import { type Checked, ProblemsFound } from '../../problem.ts';
import type { CommandContext } from '../command-context.ts';
import type { GateOptions } from './options.ts';

/** What is judged, and whether somebody asked for it. */
export interface WantedLimits {
  readonly limits: Limits;
  readonly asked: boolean;
}

/** The limits of `--limits`, then of `--max`; the usual ones where neither is given. */
export async function wantedLimits(
  context: CommandContext,
  { max, limits: path }: GateOptions,
): Promise<WantedLimits> {
  if (max === undefined && path === undefined) return { limits: DEFAULT_LIMITS, asked: false };
  const input = path === undefined ? null : await context.input(path);
  const filed = input ? orThrow(readLimitsFile(input.text, input.name)) : {};
  return { limits: { ...filed, ...(max !== undefined && orThrow(readLimits(max))) }, asked: true };
}

function orThrow<T>(read: Checked<T>): T {
  if (read.ok) return read.value;
  throw new ProblemsFound(read.problems);
}
