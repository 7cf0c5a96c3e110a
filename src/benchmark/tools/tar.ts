import { posix } from 'node:path';
import type { z } from 'zod';
import { fields, oneOf } from '../../scenario/language/declare.ts';
import { EVERYTHING } from './everything.ts';
import { like } from './like.ts';
import { pointName } from './point-name.ts';
import type { BackupTool, Invocation, Place, Point, Reported } from './tool.ts';
import { NOT_REPORTED } from './unsaid.ts';

/** Options of tar. */
export const tarOptions = fields(
  {
    like: like('tar'),
    compress: oneOf(['none', 'gzip', 'zstd'], {
      description: 'the program that archives go through',
      default: 'none',
    }).optional(),
  },
  { description: 'GNU tar.' },
);

const SUFFIX = { none: '.tar', gzip: '.tar.gz', zstd: '.tar.zst' } as const;

// The POSIX format stores times in nanoseconds; atime and ctime are dropped, as restores ignore
// them.
const FORMAT = ['--format=posix', '--pax-option=delete=atime,delete=ctime'];

/**
 * Replaces all names in a listing, because they may contain anything and lines are only counted.
 */
const NAMELESS = ['--show-transformed-names', '--transform=s,.*,x,s'];

// Without the first, tar applies the umask to all modes unless it runs as root.
const EXACTLY = ['--preserve-permissions', '--listed-incremental=/dev/null'];

/**
 * GNU tar: one archive per point. Its state of the tree (`--listed-incremental`) is kept in the
 * series' home, one file per point, so an incremental starts from a copy of its base's state: of
 * the previous point, or of the last full for a differential. It supports no rate limit.
 *
 * Archives have checksums of headers but not of contents. So the check lists all archives and
 * compares the newest with the source, which is meaningful only while the source does not change.
 * For compressed archives it verifies the checksum of gzip or zstd instead of listing them.
 */
export function tar(name: string, { compress = 'none' }: z.output<typeof tarOptions>): BackupTool {
  const filter = compress === 'none' ? [] : [`--${compress}`];
  const archive = (place: Place, number: number) => archivePath(place, number, SUFFIX[compress]);
  const call = (mode: string, place: Place, number: number, args: readonly string[]) =>
    tarCall(mode, archive(place, number), [...filter, ...args]);
  return {
    name,
    title: ['GNU tar', ...filter].join(' '),
    install: 'apt-get install tar, or brew install gnu-tar with its gnubin folder in PATH',
    programs: ['tar', ...(compress === 'none' ? [] : [compress])],
    version: () => ({ program: 'tar', args: ['--version'] }),
    readVersion: (output) => /^tar \(GNU tar\) (\S+)/.exec(output)?.[1],
    resolved: resolvedOf(compress),
    targets: ['local'],
    limits: [],
    levels: () => ['full', 'incremental', 'differential', 'unchanged'],
    granularity: 'file',
    keeps: () => EVERYTHING,
    init: ({ repository }) => (repository.kind === 'local' ? [makeFolder(repository.path)] : []),
    prepare: (place, { number, base }) => [
      base === null
        ? remove(state(place, number))
        : { program: 'cp', args: ['--', state(place, base), state(place, number)] },
    ],
    backup: (place, { number }) => ({
      ...call('--create', place, number, [
        ...FORMAT,
        ...[`--listed-incremental=${state(place, number)}`, '--totals'],
        ...[`--directory=${place.source}`, '.'],
      ]),
      // 1: files changed while they were read.
      warns: [1],
    }),
    inspect: (place, { number }) => call('--list', place, number, ['--verbose', ...NAMELESS]),
    reported: (_, errors, inspected) => reported(errors, inspected),
    check: (place, points) => [
      ...points.map(({ number }) =>
        compress === 'none'
          ? call('--list', place, number, NAMELESS)
          : { program: compress, args: ['--test', '--quiet', '--', archive(place, number)] },
      ),
      ...points
        .slice(-1)
        .map(({ number }) => call('--diff', place, number, [`--directory=${place.source}`])),
    ],
    restore: (place, point, into, points) =>
      chain(point, points).map(({ number }) =>
        call('--extract', place, number, [...EXACTLY, `--directory=${into}`]),
      ),
    // Only one archive of the chain need hold the file: 2, it is not in this one.
    restoreFile: (place, point, into, points, path) =>
      chain(point, points).map(({ number }) => ({
        ...call('--extract', place, number, [...EXACTLY, `--directory=${into}`, `./${path}`]),
        warns: [2],
      })),
    retention: [],
    restored: (_, into) => into,
    recover: (place, point) =>
      point === null ? [] : [remove(archive(place, point.number), state(place, point.number))],
  };
}

const resolvedOf = (compress: keyof typeof SUFFIX): BackupTool['resolved'] => ({
  codec: { none: 'none', gzip: 'gzip, level 6', zstd: 'zstd, level 3' }[compress],
  format: 'posix',
  detection: 'modification and change times (listed incremental)',
});

function archivePath({ repository }: Place, number: number, suffix: string): string {
  if (repository.kind !== 'local') throw new Error('tar stores in local folders only');
  return posix.join(repository.path, `${pointName(number)}${suffix}`);
}

const tarCall = (mode: string, archive: string, args: readonly string[]): Invocation => ({
  program: 'tar',
  // Without it, a colon in the path would denote a remote host.
  args: [mode, '--force-local', `--file=${archive}`, ...args],
});

/** tar's state of the tree as of a point. */
const state = ({ home }: Place, number: number): string =>
  posix.join(home, `${pointName(number)}.snar`);

const makeFolder = (path: string): Invocation => ({ program: 'mkdir', args: ['-p', '--', path] });

const remove = (...paths: readonly string[]): Invocation => ({
  program: 'rm',
  args: ['-f', '--', ...paths],
});

/** The points that a point depends on, full first, ending with itself. */
function chain(point: Point, points: readonly Point[]): readonly Point[] {
  const base = points.find(({ number }) => number === point.base);
  return base ? [...chain(base, points), point] : [point];
}

/**
 * Counts the files in a listing; further hard links of a file are listed as links and count too.
 */
function reported(errors: string, listing: string): Reported {
  if (!listing.endsWith('\n')) return NOT_REPORTED;
  const written = /^Total bytes written: (\d+) /m.exec(errors)?.[1];
  return {
    ...NOT_REPORTED,
    copied: listing.match(/^[-h]/gm)?.length ?? 0,
    stored: written === undefined ? null : Number(written),
  };
}
