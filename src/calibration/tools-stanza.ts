import { format, significant } from '../units/dimension.ts';
import { DURATION, RATE } from '../units/dimensions.ts';
import type { Fitted, Profile, ProfiledOperation } from './profile.ts';

/** Stands for a term that is not there: a tool that is alike would bring its own. */
const AS_GOOD_AS_FREE = '1 TB/s';

/**
 * Writes a profile as the `tools` of a scenario, with how far each may be trusted as comments. What a
 * scenario can say of a tool is its backups and restores; doubt and bytes stored stay in the profile.
 *
 * @example
 * toolsStanza(profile) // 'tools:\n  restic:\n    like: restic\n    version: 0.14.0\n …'
 */
export function toolsStanza({ tools, machine, began }: Profile): string {
  const lines = Object.entries(tools).flatMap(([name, { like, shrinks, version, operations }]) => {
    const of = (wanted: ProfiledOperation['operation']) =>
      operations.find(({ operation }) => operation === wanted);
    const [backup, restore] = [of('backup'), of('restore')];
    return [
      `  ${name}:`,
      ...trust('backup', backup),
      ...trust('restore', restore),
      `    like: ${like}`,
      `    version: ${JSON.stringify(version)}`,
      `    compression: ${shrinks ? 'on' : 'off'}`,
      ...(backup?.work ? [workLine(backup.work), coresLine(backup, machine.cores)] : []),
      ...(restore?.work ? [restoreLine(restore.work)] : []),
    ];
  });
  const where = `${machine.cpu ?? 'an unknown processor'}, ${machine.cores} cores, ${began.slice(0, 10)}`;
  return ['# Measured by bench, fitted by calibrate:', `# ${where}.`, 'tools:', ...lines, ''].join(
    '\n',
  );
}

const trust = (name: string, of: ProfiledOperation | undefined): readonly string[] =>
  of?.work
    ? [
        `    # ${name}: label ${of.work.label}, ${
          of.work.error === null
            ? 'one dataset alone'
            : `median error ${significant(of.work.error * 100, 2)} % on data that the fit had not seen`
        }`,
      ]
    : [];

const termOf = (fitted: Fitted, name: string): number =>
  fitted.terms.find((term) => term.name === name)?.value ?? 0;

const time = (fitted: Fitted, name: string): string => {
  const value = termOf(fitted, name);
  return `${name}: ${value === 0 ? '0 s' : format(DURATION, value)}`;
};

const pace = (fitted: Fitted, name: string): string => {
  const value = termOf(fitted, name);
  return `${name}: ${value === 0 ? AS_GOOD_AS_FREE : format(RATE, 1 / value)}`;
};

function workLine(work: Fitted): string {
  const times = ['fixed', 'per-file', 'per-changed-file'].map((name) => time(work, name));
  const paces = ['read', 'compress', 'store'].map((name) => pace(work, name));
  return `    work: { ${[...times, ...paces].join(', ')} }`;
}

/** Cores that a job keeps busy: its processor seconds by the seconds that they take of the clock. */
function coresLine({ quiet }: ProfiledOperation, most: number): string {
  const share = quiet ? termOf(quiet, 'work') : 0;
  const cores = share > 0 ? Math.min(most, Math.max(1, 1 / share)) : 1;
  return `    cores: ${significant(cores, 2)}`;
}

function restoreLine(work: Fitted): string {
  const bytes = termOf(work, 'write');
  const rate = bytes === 0 ? AS_GOOD_AS_FREE : format(RATE, 1 / bytes);
  return `    restore: { ${time(work, 'fixed')}, ${time(work, 'per-file')}, rate: ${rate} }`;
}
