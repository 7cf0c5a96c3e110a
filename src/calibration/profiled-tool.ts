import type { ProfiledTool, Trust } from '../catalog/profiled-tool.ts';
import { type Origin, sourced } from '../catalog/sourced.ts';
import type { StoredTerms, Tool } from '../catalog/tool.ts';
import { tool as catalogTool } from '../catalog/tools.ts';
import { significant } from '../units/dimension.ts';
import { worstOf } from './label.ts';
import type { Fitted, Profile, ProfiledOperation } from './profile.ts';

type Measured = Profile['tools'][string];

/** Stands for a term of restores that was not found: else codec and cipher would stand for it. */
const AS_GOOD_AS_FREE = 1e12;

/** The terms of a fit by name; those that were not found are 0. */
type Terms = (name: string) => number;

/**
 * What a profile knows of its tools, as the simulator takes it. Processor seconds become seconds of the
 * clock as the profile has found them (a share of them, and waits), so that a job that nothing else limits
 * takes what `hindcast` foretells of it.
 *
 * @param file what the profile is called in the sources of its numbers.
 * @example
 * profiledTools(profile, 'profiles/restic.yaml').get('restic')?.tool.prepare // { value: 0.42, unit: 's', … }
 */
export function profiledTools(profile: Profile, file: string): ReadonlyMap<string, ProfiledTool> {
  return new Map(
    Object.entries(profile.tools).flatMap(([name, tool]) => {
      const base = catalogTool(tool.like);
      return base ? [[name, profiledTool(profile, file, tool, base)] as const] : [];
    }),
  );
}

function profiledTool(
  { machine, began }: Profile,
  file: string,
  measured: Measured,
  base: Tool,
): ProfiledTool {
  const of = (wanted: ProfiledOperation['operation']) =>
    measured.operations.find(({ operation }) => operation === wanted);
  const [backup, restore] = [of('backup'), of('restore')];
  const on = began.slice(0, 10);
  const trust = [
    ...trustOf('backup', backup, [backup?.work, backup?.quiet]),
    ...trustOf('restore', restore, [restore?.work, restore?.quiet]),
    ...trustOf('stored', backup, [backup?.stored?.fitted]),
  ];
  const make = (row: number | null): Tool =>
    withTerms(base, measured, {
      backup,
      restore,
      most: machine.cores,
      row,
      origin: (figure) =>
        originOf(
          file,
          on,
          trust.find((one) => one.figure === figure),
        ),
    });
  const rows = Array.from({ length: rowsOf(backup) }, (_, row) => make(row));
  return {
    tool: make(null),
    rows: sortedByTime(rows, backup),
    nights: (backup?.quiet ?? backup?.work)?.residuals.map(({ log }) => Math.exp(log)) ?? [],
    trust,
    measured: { on, machine: `${machine.cpu ?? 'unknown processor'}, ${machine.cores} cores` },
  };
}

const rowsOf = (backup: ProfiledOperation | undefined): number => backup?.work?.rows.length ?? 0;

function trustOf(
  figure: Trust['figure'],
  operation: ProfiledOperation | undefined,
  fits: readonly (Fitted | null | undefined)[],
): readonly Trust[] {
  const known = fits.flatMap((fit) => fit ?? []);
  if (!operation || known.length === 0) return [];
  const { label, error } = worstOf(known);
  return [{ figure, label, error, hull: operation.hull }];
}

function originOf(file: string, date: string, trust: Trust | undefined): Origin {
  const error =
    trust?.error === null || !trust ? '' : `, median error ${significant(trust.error * 100, 2)} %`;
  return { source: `${file}: label ${trust?.label ?? 'D'}${error}`, date, grade: 'measured' };
}

/** How the terms of a tool are made: of which fits, which of their rows, and who says so. */
interface Making {
  readonly backup: ProfiledOperation | undefined;
  readonly restore: ProfiledOperation | undefined;
  /** Cores of the machine. */
  readonly most: number;
  /** Null: what was fitted to all runs. */
  readonly row: number | null;
  readonly origin: (figure: Trust['figure']) => Origin;
}

/** A tool of the catalog with measured terms in place of its own. */
function withTerms(base: Tool, measured: Measured, making: Making): Tool {
  const { backup, restore, most, row, origin } = making;
  const { scanRate: _, perFile: __, work: ___, restore: ____, ...rest } = base;
  const [work, quiet] = [termsOf(backup?.work, row), termsOf(backup?.quiet, row)];
  // Without quiet times nothing says that cores worked side by side.
  const busy = backup?.quiet ? quiet('work') : 1;
  const cores = busy > 0 ? Math.min(most, Math.max(1, 1 / busy)) : most;
  const clock = (term: string): number => busy * work(term) + quiet(term);
  const [by, back] = [origin('backup'), origin('restore')];
  const pace = (seconds: number) => (seconds > 0 ? sourced(1 / seconds, 'B/s', by) : undefined);
  const [read, compress, store] = [clock('read'), clock('compress'), clock('store')].map(
    (seconds) => pace(seconds * cores),
  );
  return {
    ...rest,
    title: measured.title,
    version: measured.version,
    compresses: measured.shrinks,
    cores,
    prepare: sourced(clock('fixed'), 's', by),
    finish: sourced(0, 's', by),
    work: {
      perFile: sourced(clock('per-file') * cores, 's', by),
      perChangedFile: sourced(clock('per-changed-file') * cores, 's', by),
      ...(read && { read }),
      ...(compress && { compress }),
      ...(store && { store }),
    },
    ...(restore?.work && { restore: restoreTerms(restore, row, cores, back) }),
    ...(backup?.stored && {
      stored: storedTerms(backup.stored, row, origin('stored')),
      overhead: sourced(0, 'share', origin('stored')),
    }),
  };
}

function restoreTerms(
  restore: ProfiledOperation,
  row: number | null,
  cores: number,
  origin: Origin,
): NonNullable<Tool['restore']> {
  const [work, quiet] = [termsOf(restore.work, row), termsOf(restore.quiet, row)];
  const busy = restore.quiet ? quiet('work') : 1;
  const clock = (term: string): number => busy * work(term) + quiet(term);
  const bytes = clock('write') * cores;
  return {
    fixed: sourced(clock('fixed'), 's', origin),
    perFile: sourced(clock('per-file'), 's', origin),
    rate: sourced(bytes > 0 ? 1 / bytes : AS_GOOD_AS_FREE, 'B/s', origin),
  };
}

/** Files in folders that changed are not known to a scenario: they count where they change themselves. */
function storedTerms(
  { exponent, fitted }: NonNullable<ProfiledOperation['stored']>,
  row: number | null,
  origin: Origin,
): StoredTerms {
  const of = termsOf(fitted, row);
  return {
    perPoint: sourced(of('per-point'), 'B', origin),
    perFile: sourced(of('per-file'), 'B', origin),
    perChangedFile: sourced(of('per-changed-file') + of('per-touched-file'), 'B', origin),
    share: sourced(of('share'), 'share', origin),
    exponent: sourced(exponent, 'ratio', origin),
  };
}

function termsOf(fitted: Fitted | null | undefined, row: number | null): Terms {
  const drawn = row === null ? undefined : fitted?.rows[row];
  const places = new Map(fitted?.terms.map(({ name }, place) => [name, place]));
  return (name) => {
    const place = places.get(name);
    if (place === undefined) return 0;
    return (drawn ? drawn[place] : fitted?.terms[place]?.value) ?? 0;
  };
}

/** From the fastest to the slowest on the largest that was measured: one number picks the row. */
function sortedByTime(rows: readonly Tool[], backup: ProfiledOperation | undefined): Tool[] {
  const { files, read } = backup?.hull ?? { files: { most: 0 }, read: { most: 0 } };
  const seconds = ({ prepare, work, cores }: Tool): number => {
    const perFile = (work?.perFile.value ?? 0) + (work?.perChangedFile.value ?? 0);
    const perByte = [work?.read, work?.compress, work?.store].reduce(
      (sum, rate) => sum + (rate ? 1 / rate.value : 0),
      0,
    );
    return prepare.value + (files.most * perFile + read.most * perByte) / cores;
  };
  return [...rows].sort((a, b) => seconds(a) - seconds(b));
}
