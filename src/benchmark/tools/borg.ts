import { posix } from 'node:path';
import { z } from 'zod';
import { fields, oneOf } from '../../scenario/language/declare.ts';
import type { Repository } from '../targets/repository.ts';
import { EVERYTHING } from './everything.ts';
import { jsonLines } from './json-line.ts';
import { like } from './like.ts';
import { pointName } from './point-name.ts';
import { kibibytesASecond } from './rate.ts';
import { sshCommand, sshLogin } from './ssh-command.ts';
import { onOrOff } from './switch.ts';
import type { BackupTool, Invocation, Place, Reported } from './tool.ts';
import { NOT_REPORTED } from './unsaid.ts';

/** Options of borg. */
export const borgOptions = fields(
  {
    like: like('borg'),
    compress: oneOf(['none', 'lz4', 'zstd', 'zlib'], {
      description: 'how it compresses (`--compression`)',
      default: 'that of borg: lz4',
    }).optional(),
    encrypt: onOrOff({
      description: 'whether the repository is encrypted (`repokey-blake2`, or `none`)',
      default: 'true',
      example: false,
    }).optional(),
  },
  { description: 'borg.' },
);

const CODECS = {
  none: 'none',
  lz4: 'lz4',
  zstd: 'zstd, level 3',
  zlib: 'zlib, level 6',
} as const;

/**
 * borg: deduplicates chunks. A full reads every file again (`--files-cache=rechunk,ctime`) and stores
 * the chunks that the repository lacks. Rate limits apply to what it sends over ssh; restores are
 * not limited.
 *
 * Its list of added and changed files includes some unchanged ones (files as new as the newest,
 * which it cannot judge), so the changes are queried from the archives after the backup (`borg
 * diff`).
 */
export function borg(name: string, options: z.output<typeof borgOptions>): BackupTool {
  const { compress, encrypt = true } = options;
  const compression = compress === undefined ? [] : ['--compression', compress];
  return {
    name,
    title: ['borg', ...compression, ...(encrypt ? [] : ['--encryption none'])].join(' '),
    install: 'apt-get install borgbackup, or brew install borgbackup',
    programs: ['borg'],
    version: () => ({ program: 'borg', args: ['--version'] }),
    readVersion: (output) => /^borg (\S+)/.exec(output)?.[1],
    resolved: resolvedOf(CODECS[compress ?? 'lz4'], encrypt),
    targets: ['local', 'ssh'],
    limits: ['ssh'],
    levels: () => ['full', 'incremental', 'unchanged'],
    granularity: 'chunk',
    keeps: () => EVERYTHING,
    init: (place) => [
      call(place, [
        ...['init', '--make-parent-dirs', '--encryption', encrypt ? 'repokey-blake2' : 'none'],
        address(place.repository),
      ]),
    ],
    prepare: () => [],
    backup: (place, { number, level }) => ({
      ...call(place, [
        ...['create', '--json', ...compression],
        ...(level === 'full' ? ['--files-cache', 'rechunk,ctime'] : []),
        ...[archive(place, number), place.source],
      ]),
      // 1: warnings, about files that changed or vanished while being read.
      warns: [1],
    }),
    inspect: (place, { number, base }) =>
      base === null
        ? call(place, ['info', '--json', archive(place, number)])
        : call(place, ['diff', '--json-lines', archive(place, base), pointName(number)]),
    reported: (output, _, inspected) => reported(output, inspected),
    check: (place) => [call(place, ['check', '--verify-data', address(place.repository)])],
    restore: (place, { number }, into) => [
      { ...call(place, ['extract', archive(place, number)]), cwd: into },
    ],
    restoreFile: (place, { number }, into, _, path) => [
      {
        ...call(place, [
          ...['extract', archive(place, number)],
          `pp:${posix.join(place.source, path).replace(/^\/+/, '')}`,
        ]),
        cwd: into,
      },
    ],
    retention: ['prune', 'compact'],
    retain: (place, kind, keep) =>
      call(place, [
        ...(kind === 'prune' ? ['prune', '--keep-last', String(keep)] : ['compact']),
        address(place.repository),
      ]),
    restored: ({ source }, into) => posix.join(into, source),
    recover: (place, point) => [
      call(place, ['break-lock', address(place.repository)]),
      ...(point === null ? [] : [remove(place, point.number)]),
      call(place, ['compact', address(place.repository)]),
    ],
  };
}

const resolvedOf = (codec: string, encrypt: boolean): BackupTool['resolved'] => ({
  codec,
  cipher: encrypt ? 'AES-256-CTR and BLAKE2b-256' : 'none',
  hash: encrypt ? 'BLAKE2b-256' : 'SHA-256',
  chunks: 'buzhash 19,23,21,4095: 512 KiB to 8 MiB, 2 MiB beyond the least in the mean',
  detection: 'change time, size, inode; the newest files are read again',
});

function call({ repository, limit }: Place, args: readonly string[]): Invocation {
  const [command = '', ...rest] = args;
  const isSlowed = repository.kind === 'ssh' && limit !== null;
  return {
    program: 'borg',
    args: [command, ...(isSlowed ? ['--upload-ratelimit', kibibytesASecond(limit)] : []), ...rest],
    ...(repository.kind === 'ssh' && { env: { BORG_RSH: sshCommand(repository).join(' ') } }),
  };
}

function address(repository: Repository): string {
  if (repository.kind === 's3') throw new Error('borg does not store in S3');
  // borg would expand single braces as placeholders.
  const path = repository.path.replaceAll(/[{}]/g, '$&$&');
  if (repository.kind === 'local') return path;
  return `ssh://${sshLogin(repository)}:${repository.port}${path}`;
}

const archive = ({ repository }: Place, number: number): string =>
  `${address(repository)}::${pointName(number)}`;

/** Removes an archive and the checkpoint of an interrupted run. */
const remove = (place: Place, number: number): Invocation => ({
  ...call(place, ['delete', archive(place, number), `${pointName(number)}.checkpoint`]),
  // 1: one of them does not exist.
  warns: [1],
});

const created = z.object({
  archive: z.object({
    stats: z.object({
      nfiles: z.number(),
      original_size: z.number(),
      deduplicated_size: z.number(),
    }),
  }),
});

const infos = z.object({ archives: z.array(z.unknown()).length(1) });
const difference = z.object({ changes: z.array(z.object({ type: z.string() })) });

function reported(output: string, inspected: string): Reported {
  const reported = created.safeParse(json(output)).data?.archive.stats;
  if (!reported) return NOT_REPORTED;
  const { nfiles, original_size: processed, deduplicated_size: stored } = reported;
  const sizes = { copied: null, processed, stored };
  if (infos.safeParse(json(inspected)).success) {
    return { added: nfiles, changed: 0, unchanged: 0, ...sizes };
  }
  if (inspected !== '' && !inspected.endsWith('\n')) return { ...NOT_REPORTED, ...sizes };
  const differences = z.array(difference).safeParse(jsonLines(inspected));
  if (!differences.success) return { ...NOT_REPORTED, ...sizes };
  const kinds = differences.data.map(({ changes }) => changes.map(({ type }) => type));
  const added = kinds.filter((types) => types.includes('added')).length;
  const changed = kinds.filter((types) => types.includes('modified')).length;
  return { added, changed, unchanged: nfiles - added - changed, ...sizes };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
