import type { z } from 'zod';
import { fields } from '../../scenario/language/declare.ts';
import { EVERYTHING } from './everything.ts';
import { like } from './like.ts';
import { pointName } from './point-name.ts';
import { kibibytesASecond } from './rate.ts';
import { sshCommand, sshLogin, tellingSshCommand } from './ssh-command.ts';
import { onOrOff } from './switch.ts';
import type { BackupTool, Invocation, Place, Reported } from './tool.ts';
import { NOT_REPORTED } from './unsaid.ts';

/** Options of rsync. */
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

// Times are compared to the nanosecond; otherwise a file that changes within one second and keeps
// its size would count as unchanged. Names of remote files bypass the remote shell.
const ARCHIVE = ['--archive', '--modify-window=-1', '--protect-args', '--no-human-readable'];

/**
 * rsync: each point is a complete tree; files unchanged since the base point are hard links to it
 * (`--link-dest`). The rate limit applies in both directions, also for local copies. rsync has no
 * check of its own, so the check compares the newest point with the source, byte by byte, which is
 * meaningful only while the source does not change. Damage in older points is found by restoring
 * them.
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
    resolved: {
      codec: options.compress ? 'as both sides agree on' : 'none',
      detection: options.checksum ? 'checksums of both sides' : 'size and modification time',
      transfer: 'whole files in folders, differences to hosts',
    },
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
        // Relative to the new point.
        ...(base === null ? [] : [`--link-dest=../${pointName(base)}`]),
        ...transport(place),
        `${place.source}/`,
        `${at(place, number)}/`,
      ],
      // 24: files vanished before they could be read.
      warns: [24],
    }),
    reported,
    check: (place, points) =>
      points.slice(-1).map(({ number }) => ({
        program: 'rsync',
        args: [
          ...[...moving, '--checksum', '--dry-run', '--delete', '--out-format=%i'],
          ...[...transport(place), `${place.source}/`, `${at(place, number)}/`],
        ],
        silent: true,
      })),
    restore: (place, { number }, into) => [
      {
        program: 'rsync',
        args: [...moving, ...transport(place), `${at(place, number)}/`, `${into}/`],
      },
    ],
    restoreFile: (place, { number }, into, _, path) => [
      {
        program: 'rsync',
        args: [
          ...[...moving, '--relative', ...transport(place)],
          ...[`${at(place, number)}/./${path}`, `${into}/`],
        ],
      },
    ],
    retention: [],
    restored: (_, into) => into,
    recover: (place, point) => (point === null ? [] : [removePoint(place, point.number)]),
  };
}

/** The folder of a point in rsync's syntax. */
function at({ repository }: Place, number: number): string {
  const folder = `${pathOf({ repository })}/${pointName(number)}`;
  return repository.kind === 'ssh' ? `${sshLogin(repository)}:${folder}` : folder;
}

function pathOf({ repository }: Pick<Place, 'repository'>): string {
  if (repository.kind === 's3') throw new Error('rsync does not store in S3');
  return repository.path;
}

/** Options for transport and rate limit. */
const transport = ({ repository, limit }: Place): readonly string[] => [
  ...(repository.kind === 'ssh' ? [`--rsh=${tellingSshCommand(repository).join(' ')}`] : []),
  ...(limit === null ? [] : [`--bwlimit=${kibibytesASecond(limit)}`]),
];

/** A command that runs where the repository is. */
function atRepository({ repository }: Place, command: readonly string[]): Invocation {
  const call =
    repository.kind === 'ssh'
      ? [...sshCommand(repository), sshLogin(repository), ...command]
      : command;
  const [program = '', ...args] = call;
  return { program, args };
}

const makeFolder = (place: Place) => atRepository(place, ['mkdir', '-p', '--', pathOf(place)]);

const removePoint = (place: Place, number: number) =>
  atRepository(place, ['rm', '-rf', '--', `${pathOf(place)}/${pointName(number)}`]);

/** Parses `--stats`. Files linked to the base point are neither created nor transferred. */
function reported(output: string): Reported {
  const all = count(output, 'Number of files', 'reg');
  const added = count(output, 'Number of created files', 'reg');
  const sent = count(output, 'Number of regular files transferred');
  if (all === null || added === null || sent === null) return NOT_REPORTED;
  return {
    added,
    changed: sent - added,
    unchanged: all - sent,
    copied: sent,
    processed: count(output, 'Total file size'),
    stored: count(output, 'Total bytes sent'),
  };
}

/** Reads a figure of `--stats`, or one part of it; rsync omits parts that are 0. */
function count(output: string, title: string, part?: string): number | null {
  const [, total, parts = ''] =
    new RegExp(`^${title}: (\\d+)(?: bytes)?(?: \\((.*)\\))?$`, 'm').exec(output) ?? [];
  if (total === undefined) return null;
  return Number(part ? (new RegExp(`\\b${part}: (\\d+)`).exec(parts)?.[1] ?? 0) : total);
}
