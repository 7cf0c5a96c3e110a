import { fields } from '../../scenario/language/declare.ts';
import type { RepositoryKind } from '../targets/repository.ts';
import { jsonLines } from './json-line.ts';
import { like } from './like.ts';
import { pointName } from './point-name.ts';
import { kibibytesASecond } from './rate.ts';
import type { BackupTool, Invocation, Kept, Place, Reported } from './tool.ts';
import { UNSAID } from './unsaid.ts';

/** How rclone is asked to work: nothing is to choose. */
export const rcloneOptions = fields({ like: like('rclone') }, { description: 'rclone.' });

/** The remote that the environment describes. */
const REMOTE = 'backcast';

// An attempt that fails is a failed step, not a slow one. Of two names that look the same, such as
// an é in one character and one in two, it would else leave one out.
const EXACTLY = ['--retries', '1', '--no-unicode-normalization'];
const TREE = [...EXACTLY, '--links', '--create-empty-src-dirs'];
const FIGURES = ['--use-json-log', '--stats', '1000h', '--stats-log-level', 'NOTICE'];
/** What links are called in a store that has none. */
const LINK = '*.rclonelink';

/**
 * rclone: each point is a complete tree. In a service, what has not changed is copied there from
 * the point it is based on (`--copy-dest`); a local disk cannot do that for it (`can't use
 * --copy-dest on a remote which doesn't support server side copy`), so there it makes fulls only.
 *
 * Modes are not kept: with `--metadata` it would change the mode of what a link points to, and fail
 * where a link leads nowhere. Neither are the times of directories, nor empty directories in S3.
 * What stands for a check compares the newest point with the source, byte by byte, and tells
 * something only while the source stands still.
 */
export function rclone(name: string): BackupTool {
  return {
    name,
    title: 'rclone',
    install: 'apt-get install rclone, or brew install rclone',
    programs: ['rclone'],
    version: () => ({ program: 'rclone', args: ['version'] }),
    readVersion: (output) => /^rclone v(\S+)/.exec(output)?.[1],
    targets: ['local', 's3'],
    limits: ['local', 's3'],
    levels: (kind) =>
      kind === 's3' ? ['full', 'incremental', 'differential', 'unchanged'] : ['full'],
    granularity: 'file',
    keeps,
    init: (place) => [call(place, ['mkdir', ...EXACTLY, root(place)])],
    // It makes none for a tree in which nothing lies.
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
        // Names may hold what XML cannot: without it, listings of such could not be read.
        // The bucket is there: it need not be looked for before each file.
        [variable('NO_CHECK_BUCKET')]: 'true',
        // XML cannot hold all names: without it, lists with an escape in a name take a minute.
        [variable('LIST_URL_ENCODE')]: 'true',
      },
    }),
  };
}

/** A line for each file that was copied: of a full their sizes, else the names that differ. */
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
  if (!stats || (inspected !== '' && !inspected.endsWith('\n'))) return UNSAID;
  const copied = inspected.split('\n').length - 1;
  return { ...UNSAID, copied, processed: stats.bytes ?? null };
}
