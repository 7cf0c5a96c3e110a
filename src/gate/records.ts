import type { Measurement, Opening } from '../benchmark/measurement.ts';
import type { Checked } from '../problem.ts';
import { type Reading, readingsOf } from './reading.ts';

/** What of the opening of a run says whether it can be compared with another. */
export type About = Pick<Opening, 'run' | 'plan' | 'scale' | 'tools' | 'machine'>;

/**
 * A run of backups that ended well.
 *
 * @property path where it stands.
 * @property about null where another program measured, which does not say.
 * @property readings by `DATASET/TOOL/TARGET`.
 */
export interface Records {
  readonly path: string;
  readonly about: About | null;
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
}

/** Records that say of what they are. */
export interface OwnRecords extends Records {
  readonly about: About;
}

/** Makes records of a file of measurements; a problem where it can be compared with none. */
export function recordsOf(
  path: string,
  opening: Opening,
  lines: readonly Measurement[],
): Checked<OwnRecords> {
  const steps = lines.filter(({ tool }) => tool !== null);
  const failed = steps.find(({ outcome }) => outcome === 'failed');
  const refused = (message: string): Checked<never> => {
    const hint = 'name a file of a run of backups that ended well';
    return { ok: false, problems: [{ path: '', message: `${path} ${message}`, hint }] };
  };
  if (opening.purpose !== 'backups') return refused(`is of a ${opening.purpose}`);
  if (steps.length === 0) return refused('holds no measured step');
  if (failed) {
    const count = steps.filter(({ outcome }) => outcome !== 'done').length;
    return refused(
      `holds ${count} of ${steps.length} steps that failed or were left out, first ${failed.step}: ${failed.reason}`,
    );
  }
  return { ok: true, value: { path, about: opening, readings: readingsOf(lines) } };
}
