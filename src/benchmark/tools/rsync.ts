import type { z } from 'zod';
import { fields } from '../../scenario/language/declare.ts';
import { EVERYTHING } from './everything.ts';
import { like } from './like.ts';
import { pointName } from './point-name.ts';
import { kibibytesASecond } from './rate.ts';
import { sshCommand, sshLogin } from './ssh-command.ts';
import { onOrOff } from './switch.ts';
import type { BackupTool, Invocation, Place, Reported } from './tool.ts';
import { UNSAID } from './unsaid.ts';

/** How rsync is asked to work. */
export const rsyncOptions = fields(
  {
    like: like('rsync'),
    compress: onOrOff({
      description: 'whether it compresses on the way to another host (`-z`)',
    }).optional(),
    checksum: onOrOff({
      description: 'whether it reads all files to find those that changed (`--checksum`)',
    }).optional(),
  },
  { description: 'rsync.' },
);

// Times are compared to the nanosecond, or a file that changes within a second, and keeps its size,
// would be taken for the same. Names of remote files go past the shell of the other side.
const ARCHIVE = ['--archive', '--modify-window=-1', '--protect-args', '--no-human-readable'];

/**
 * rsync: each point is a complete tree, and what has not changed since the point it is based on is
 * a hard link into that (`--link-dest`). It holds itself to a limit both ways, also where it copies
 * on one machine. It has no check of its own: what stands for it compares the newest point with
 * the source, byte by byte, and tells something only while the source stands still. Damage in
 * older points is found by restoring them.
 */
export function rsync(name: string, options: z.output<typeof rsyncOptions>): BackupTool {
  const compression = options.compress ? ['--compress'] : [];
  const comparison = options.checksum ? ['--checksum'] : [];
  const moving = [...ARCHIVE, ...compression];
  return {
    name,
    title: ['rsync', ...compression, ...comparison].join(' '),
    install: 'apt-get install rsync, or brew install rsync',
    programs: ['rsync'],
    version: () => ({ program: 'rsync', args: ['--version'] }),
    readVersion: (output) => /^rsync +version v?(\S+)/.exec(output)?.[1],
    targets: ['local', 'ssh'],
    limits: ['local', 'ssh'],
    levels: () => ['full', 'incremental', 'differential', 'unchanged'],
    granularity: 'file',
    keeps: () => EVERYTHING,
    init: (place) => [makeFolder(place)],
    prepare: () => [],
    backup: (place, { number, base }) => ({
      program: 'rsync',
      args: [
        ...[...moving, ...comparison, '--stats'],
        // Relative to the point that is made.
        ...(base === null ? [] : [`--link-dest=../${pointName(base)}`]),
        ...way(place),
        `${place.source}/`,
        `${at(place, number)}/`,
      ],
      // 24: files were gone before they could be read.
      warns: [24],
    }),
    reported,
    check: (place, points) =>
      points.slice(-1).map(({ number }) => ({
        program: 'rsync',
        args: [
          ...[...moving, '--checksum', '--dry-run', '--delete', '--out-format=%i'],
          ...[...way(place), `${place.source}/`, `${at(place, number)}/`],
        ],
        silent: true,
      })),
    restore: (place, { number }, into) => [
      { program: 'rsync', args: [...moving, ...way(place), `${at(place, number)}/`, `${into}/`] },
    ],
    restored: (_, into) => into,
    recover: (place, point) => (point === null ? [] : [removePoint(place, point.number)]),
  };
}

/** The folder of a point, as rsync is told of it. */
function at({ repository }: Place, number: number): string {
  const folder = `${pathOf({ repository })}/${pointName(number)}`;
  return repository.kind === 'ssh' ? `${sshLogin(repository)}:${folder}` : folder;
}

function pathOf({ repository }: Pick<Place, 'repository'>): string {
  if (repository.kind === 's3') throw new Error('rsync does not store in S3');
  return repository.path;
}

/** How it gets there, and how fast at most. */
const way = ({ repository, limit }: Place): readonly string[] => [
  ...(repository.kind === 'ssh' ? [`--rsh=${sshCommand(repository).join(' ')}`] : []),
  ...(limit === null ? [] : [`--bwlimit=${kibibytesASecond(limit)}`]),
];

/** A call that is made where the repository is. */
function there({ repository }: Place, command: readonly string[]): Invocation {
  const call =
    repository.kind === 'ssh'
      ? [...sshCommand(repository), sshLogin(repository), ...command]
      : command;
  const [program = '', ...args] = call;
  return { program, args };
}

const makeFolder = (place: Place) => there(place, ['mkdir', '-p', '--', pathOf(place)]);

const removePoint = (place: Place, number: number) =>
  there(place, ['rm', '-rf', '--', `${pathOf(place)}/${pointName(number)}`]);

/** Reads `--stats`; what is copied or linked from the point before was neither created nor sent. */
function reported(output: string): Reported {
  const all = count(output, 'Number of files', 'reg');
  const added = count(output, 'Number of created files', 'reg');
  const sent = count(output, 'Number of regular files transferred');
  if (all === null || added === null || sent === null) return UNSAID;
  return {
    added,
    changed: sent - added,
    unchanged: all - sent,
    copied: sent,
    processed: count(output, 'Total file size'),
    stored: count(output, 'Total bytes sent'),
  };
}

/** A figure of `--stats`, or a part of one, which is not named where it is 0. */
function count(output: string, title: string, part?: string): number | null {
  const [, total, parts = ''] =
    new RegExp(`^${title}: (\\d+)(?: bytes)?(?: \\((.*)\\))?$`, 'm').exec(output) ?? [];
  if (total === undefined) return null;
  return Number(part ? (new RegExp(`\\b${part}: (\\d+)`).exec(parts)?.[1] ?? 0) : total);
}
