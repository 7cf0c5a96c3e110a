import { machineText } from '../calibration/mixed.ts';
import type { Problem } from '../problem.ts';
import type { About, OwnRecords } from './records.ts';

/**
 * Why two runs must not be compared: anything but the change itself would decide.
 *
 * @param otherVersions whether tools may be of other versions, as that is the change.
 */
export function againstComparing(
  before: OwnRecords,
  after: OwnRecords,
  otherVersions: boolean,
): readonly Problem[] {
  const [a, b] = [before.about, after.about];
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

const scaleText = (scale: About['scale']): string =>
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

function versionsOf(before: OwnRecords, after: OwnRecords): readonly Problem[] {
  return Object.entries(after.about.tools).flatMap(([name, tool]) => {
    const earlier = before.about.tools[name];
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
