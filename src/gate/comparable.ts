import type { Measurement, Opening } from '../benchmark/measurement.ts';
import { machineText } from '../calibration/mixed.ts';
import type { Problem } from '../problem.ts';

/** One file of measurements. */
export interface Records {
  readonly path: string;
  readonly opening: Opening;
  readonly lines: readonly Measurement[];
}

/**
 * Why two files of measurements must not be compared: anything but the change itself would decide.
 *
 * @param otherVersions whether tools may be of other versions, as that is the change.
 */
export function againstComparing(
  before: Records,
  after: Records,
  otherVersions: boolean,
): readonly Problem[] {
  const broken = [before, after].flatMap(againstUsing);
  if (broken.length > 0) return broken;
  const [a, b] = [before.opening, after.opening];
  if (a.run === b.run) {
    const hint = 'name the measurements of two runs; pairs of a gate are judged as they are run';
    return [{ path: '', message: `both files are of one run, ${a.run}`, hint }];
  }
  const machines = [a, b].map(({ machine }) => machineText(machine));
  const devices = [a, b].map(({ machine }) => `${machine.fileSystem} on ${machine.device}`);
  return [
    ...differing(after.path, 'is of another machine', machines, 'measure both on one machine'),
    ...differing(after.path, 'lies on another file system', devices, 'measure both in one place'),
    ...differing(
      after.path,
      'is of another plan',
      [a, b].map(({ plan, scale }) => `${plan.name} ${plan.hash.slice(0, 12)}${scaleText(scale)}`),
      'run one plan, with one seed',
    ),
    ...(otherVersions ? [] : versionsOf(before, after)),
  ];
}

const scaleText = (scale: Opening['scale']): string =>
  Object.keys(scale).length === 0 ? '' : `, ${JSON.stringify(scale)}`;

function differing(
  file: string,
  message: string,
  [before, after]: readonly string[],
  hint: string,
): readonly Problem[] {
  if (before === after) return [];
  return [{ path: '', message: `${file} ${message}: ${after}, not ${before}`, hint }];
}

function versionsOf(before: Records, after: Records): readonly Problem[] {
  return Object.entries(after.opening.tools).flatMap(([name, tool]) => {
    const earlier = before.opening.tools[name];
    if (!earlier) return [];
    const [was, is] = [earlier, tool].map(
      ({ version, settings }) => `${version} ${JSON.stringify(settings)}`,
    );
    return differing(
      after.path,
      `has another ${name}`,
      [was ?? '', is ?? ''],
      'say --other-versions if that is the change to be judged',
    );
  });
}

/** Why one file of measurements can be compared with none. */
function againstUsing({ path, opening, lines }: Records): readonly Problem[] {
  const { purpose } = opening;
  const steps = lines.filter(({ tool }) => tool !== null);
  const failed = steps.find(({ outcome }) => outcome === 'failed');
  const hint = 'name a file of a run of backups that ended well';
  const problem = (message: string): readonly Problem[] => [
    { path: '', message: `${path} ${message}`, hint },
  ];
  if (purpose !== 'backups') return problem(`is of a ${purpose}`);
  if (steps.length === 0) return problem('holds no measured step');
  if (failed) {
    const count = steps.filter(({ outcome }) => outcome !== 'done').length;
    return problem(
      `holds ${count} of ${steps.length} steps that failed or were left out, first ${failed.step}: ${failed.reason}`,
    );
  }
  return [];
}
