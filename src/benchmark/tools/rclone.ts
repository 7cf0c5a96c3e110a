import { fields } from '../../scenario/language/declare.ts';
import type { RepositoryKind } from '../targets/repository.ts';
import { jsonLines } from './json-line.ts';
import { like } from './like.ts';
import { pointName } from './point-name.ts';
import { kibibytesASecond } from './rate.ts';
import type { BackupTool, Invocation, Kept, Place, Reported } from './tool.ts';
import { NOT_REPORTED } from './unsaid.ts';

/** rclone has no options. */
export const rcloneOptions = fields({ like: like('rclone') }, { description: 'rclone.' });

/** Name of the remote that is configured through the environment. */
const REMOTE = 'backcast';

// Retries off: a failed attempt is a failed step, not a slow one. Normalisation off: of two names
// that look the same, such as a precomposed and a decomposed é, rclone would otherwise skip one.
const EXACTLY = ['--retries', '1', '--no-unicode-normalization'];
const TREE = [...EXACTLY, '--links', '--create-empty-src-dirs'];
const FIGURES = ['--use-json-log', '--stats', '1000h', '--stats-log-level', 'NOTICE'];
/** Names of symbolic links in a store without links. */
const LINK = '*.rclonelink';

/**
 * rclone: each point is a complete tree. In a service, unchanged files are copied on the server
 * from the base point (`--copy-dest`). A local disk does not support that (`can't use --copy-dest
 * on a remote which doesn't support server side copy`), so there it makes only fulls.
 *
 * Modes are not kept: `--metadata` would change the mode of a link's target and fail for broken
 * links. Nor are times of directories, nor empty directories in S3. The check compares the newest
 * point with the source, byte by byte, and is meaningful only while the source does not change.
 */
export function rclone(name: string): BackupTool {
  return {
    name,
    title: 'rclone',
    install: 'apt-get install rclone, or brew install rclone',
    programs: ['rclone'],
    version: () => ({ program: 'rclone', args: ['version'] }),
    readVersion: (output) => /^rclone v(\S+)/.exec(output)?.[1],
    resolved: {
      codec: 'none',
      detection: 'size and modification time',
      parallel: '4 transfers, 8 checks',
    },
    targets: ['local', 's3'],
    limits: ['local', 's3'],
    levels: (kind) =>
      kind === 's3' ? ['full', 'incremental', 'differential', 'unchanged'] : ['full'],
    granularity: 'file',
    keeps,
    init: (place) => [call(place, ['mkdir', ...EXACTLY, root(place)])],
    // rclone makes no folder for an empty tree.
    prepare: (place, { number }) =>
      place.repository.kind === 'local'
        ? [call(place, ['mkdir', ...EXACTLY, at(place, number)])]
        : [],
    backup: (place, { number, base }) =>
      call(place, [
        ...['sync', ...TREE, ...FIGURES],
        ...(base === null ? [] : ['--copy-dest', at(place, base)]),
        ...[place.source, at(place, number)],
      ]),
    inspect,
    reported: (_, errors, inspected) => reported(errors, inspected),
    check: (place, points) =>
      points
        .slice(-1)
        .map(({ number }) =>
          call(place, [
            ...['check', '--download', '--links', ...EXACTLY],
            ...[place.source, at(place, number)],
          ]),
        ),
    restore: (place, { number }, into) => [call(place, ['copy', ...TREE, at(place, number), into])],
    restoreFile: (place, { number }, into, _, path) => [
      call(place, ['copyto', ...EXACTLY, `${at(place, number)}/${path}`, `${into}/${path}`]),
    ],
    retention: [],
    restored: (_, into) => into,
    recover: (place, point) =>
      point === null
        ? []
        : // 3: it is not there.
          [{ ...call(place, ['purge', ...EXACTLY, at(place, point.number)]), warns: [3] }],
  };
}

const keeps = (kind: RepositoryKind): Kept => ({
  modes: false,
  times: true,
  links: true,
  emptyDirectories: kind === 'local',
  directoryModes: false,
  directoryTimes: false,
});

function root({ repository }: Place): string {
  if (repository.kind === 'ssh') throw new Error('rclone is not used over ssh');
  if (repository.kind === 'local') return repository.path;
  return `${REMOTE}:${repository.bucket}/${repository.prefix}`;
}

const at = (place: Place, number: number): string => `${root(place)}/${pointName(number)}`;

function call({ repository, limit }: Place, args: readonly string[]): Invocation {
  const [command = '', ...rest] = args;
  const rate = limit === null ? [] : ['--bwlimit', `${kibibytesASecond(limit)}k`];
  const variable = (name: string) => `RCLONE_CONFIG_${REMOTE.toUpperCase()}_${name}`;
  return {
    program: 'rclone',
    args: [command, ...rate, ...rest],
    ...(repository.kind === 's3' && {
      env: {
        [variable('TYPE')]: 's3',
        [variable('PROVIDER')]: 'Other',
        [variable('ENDPOINT')]: repository.endpoint,
        [variable('REGION')]: repository.region,
        [variable('ACCESS_KEY_ID')]: repository.accessKey,
        [variable('SECRET_ACCESS_KEY')]: repository.secretKey,
        // The bucket exists, so rclone need not check for it before each file.
        [variable('NO_CHECK_BUCKET')]: 'true',
        // XML cannot represent all names. Without it, a listing with such a name takes a minute or
        // fails.
        [variable('LIST_URL_ENCODE')]: 'true',
      },
    }),
  };
}

/**
 * Lists the copied files, one line each: for a full their sizes, otherwise the names that differ.
 */
function inspect(place: Place, { number, base }: Parameters<BackupTool['backup']>[1]): Invocation {
  const files = [...EXACTLY, '--exclude', LINK];
  return base === null
    ? call(place, [
        'lsf',
        '--recursive',
        '--files-only',
        '--format',
        's',
        ...files,
        at(place, number),
      ])
    : {
        ...call(place, [
          ...['check', ...files, '--one-way', '--missing-on-dst', '-', '--differ', '-'],
          ...[at(place, number), at(place, base)],
        ]),
        // 1: there are differences.
        warns: [1],
      };
}

function reported(errors: string, inspected: string): Reported {
  const stats = jsonLines(errors).findLast((line) => line.stats)?.stats as
    | { readonly bytes?: number }
    | undefined;
  if (!stats || (inspected !== '' && !inspected.endsWith('\n'))) return NOT_REPORTED;
  const copied = inspected.split('\n').length - 1;
  return { ...NOT_REPORTED, copied, processed: stats.bytes ?? null };
}
