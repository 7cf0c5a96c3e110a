import { posix } from 'node:path';
import type { z } from 'zod';
import { fields, oneOf } from '../../scenario/language/declare.ts';
import type { Repository } from '../targets/repository.ts';
import { EVERYTHING } from './everything.ts';
import { jsonLine } from './json-line.ts';
import { like } from './like.ts';
import { pointName } from './point-name.ts';
import { kibibytesASecond } from './rate.ts';
import { sshCommand, sshLogin } from './ssh-command.ts';
import type { BackupTool, Invocation, Place, Reported } from './tool.ts';
import { NOT_REPORTED } from './unsaid.ts';

/** Options of restic. */
export const resticOptions = fields(
  {
    like: like('restic'),
    compress: oneOf(['auto', 'off', 'max'], {
      description: 'how hard it compresses (`--compression`)',
      default: 'that of restic: auto',
    }).optional(),
  },
  { description: 'restic.' },
);

/**
 * Fixed host name: snapshots are found by it and their tag, independently of the machine's name.
 */
const HOST = ['--host', 'backcast'];

/**
 * restic: deduplicates chunks, always encrypted. A full reads every file again (`--force`) and
 * stores the chunks that the repository lacks. It reports the data added before compression. Before
 * 0.16 it lost link targets that are not UTF-8; such restores differ from the source.
 */
export function restic(name: string, options: z.output<typeof resticOptions>): BackupTool {
  const { compress } = options;
  const backup = ['backup', '--json', '--quiet', ...HOST];
  const compression = compress === undefined ? [] : ['--compression', compress];
  return {
    name,
    title: ['restic', ...compression].join(' '),
    install: 'apt-get install restic, or brew install restic',
    programs: ['restic'],
    version: () => ({ program: 'restic', args: ['version'] }),
    readVersion: (output) => /^restic (\S+)/.exec(output)?.[1],
    resolved: {
      codec: compress === 'off' ? 'none' : `zstd, ${compress ?? 'auto'}`,
      cipher: 'AES-256-CTR and Poly1305-AES',
      hash: 'SHA-256',
      chunks: 'Rabin fingerprints: 512 KiB to 8 MiB, 1 MiB beyond the least in the mean',
      detection: 'size, modification and change times, inode',
    },
    targets: ['local', 'ssh', 's3'],
    limits: ['local', 'ssh', 's3'],
    levels: () => ['full', 'incremental', 'unchanged'],
    granularity: 'chunk',
    keeps: () => EVERYTHING,
    init: (place) => [call(place, ['init'])],
    prepare: () => [],
    backup: (place, { number, level }) => ({
      ...call(place, [
        ...[...backup, ...compression, '--tag', pointName(number)],
        ...[...(level === 'full' ? ['--force'] : []), place.source],
      ]),
      // 3: some files could not be read; the restore will show what is missing.
      warns: [3],
    }),
    reported,
    check: (place) => [call(place, ['check', '--read-data'])],
    restore: (place, { number }, into) => [
      call(place, ['restore', ...HOST, '--tag', pointName(number), '--target', into, 'latest']),
    ],
    restoreFile: (place, { number }, into, _, path) => [
      call(place, [
        ...['restore', ...HOST, '--tag', pointName(number), '--target', into],
        ...['--include', pattern(posix.join(place.source, path)), 'latest'],
      ]),
    ],
    retention: ['forget', 'prune'],
    retain: (place, kind, keep) =>
      call(place, kind === 'forget' ? ['forget', '--keep-last', String(keep)] : ['prune']),
    restored: ({ source }, into) => posix.join(into, source),
    recover: (place, point) => [
      call(place, ['unlock', '--remove-all']),
      ...(point === null ? [] : [forget(place, point.number)]),
      call(place, ['prune']),
    ],
  };
}

function call(place: Place, args: readonly string[]): Invocation {
  const { repository, limit } = place;
  const rate = limit === null ? [] : [kibibytesASecond(limit)];
  return {
    program: 'restic',
    args: [
      ...['--repo', address(repository)],
      ...rate.flatMap((kib) => ['--limit-upload', kib, '--limit-download', kib]),
      ...connection(repository),
      ...args,
    ],
    ...(repository.kind === 's3' && {
      env: {
        AWS_ACCESS_KEY_ID: repository.accessKey,
        AWS_SECRET_ACCESS_KEY: repository.secretKey,
        AWS_DEFAULT_REGION: repository.region,
      },
    }),
  };
}

/** A path as a pattern that matches it alone. */
const pattern = (path: string): string => path.replaceAll(/[\\*?[]/g, '\\$&');

function address(repository: Repository): string {
  if (repository.kind === 'local') return repository.path;
  if (repository.kind === 'ssh') return `sftp:${sshLogin(repository)}:${repository.path}`;
  return `s3:${repository.endpoint}/${repository.bucket}/${repository.prefix}`;
}

function connection(repository: Repository): readonly string[] {
  if (repository.kind !== 'ssh') return [];
  const command = [...sshCommand(repository), sshLogin(repository), '-s', 'sftp'];
  return ['--option', `sftp.command=${command.join(' ')}`];
}

// Snapshots are atomic: complete or absent. `forget` exits with 0 if there is none.
const forget = (place: Place, number: number) =>
  call(place, ['forget', ...HOST, '--tag', pointName(number), 'latest']);

function reported(output: string): Reported {
  const reported = jsonLine(output, { message_type: 'summary' });
  if (!reported) return NOT_REPORTED;
  const count = (field: string) => (typeof reported[field] === 'number' ? reported[field] : null);
  return {
    added: count('files_new'),
    changed: count('files_changed'),
    unchanged: count('files_unmodified'),
    copied: null,
    processed: count('total_bytes_processed'),
    stored: count('data_added'),
  };
}
