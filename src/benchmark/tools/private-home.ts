import { posix } from 'node:path';

/** What a private home is made of. */
export interface PrivateHomeOptions {
  /** A directory of one series alone, absolute. */
  readonly home: string;
  /** The PATH of this process: the only thing that is handed down. */
  readonly path: string;
  /** What repositories are locked with: made for the series, and the same when it goes on. */
  readonly password: string;
}

/** A home for the programs of one series: folders that must be there, and an environment. */
export interface PrivateHome {
  readonly folders: readonly string[];
  /** All that a child finds, beside what its `Invocation` adds. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The environment that every child of a series gets, and the folders it speaks of: homes, caches,
 * configuration and temporary files lie inside, questions are answered beforehand, and messages
 * and times are the same on all machines. Nothing of the user's own environment gets through, such
 * as an `AWS_CA_BUNDLE` that rclone 1.60 refuses to work with.
 *
 * @example
 * privateHome({ home: '/bench/home/7', path: '/usr/bin:/bin', password: '6f0c…' }).env.HOME
 * // '/bench/home/7'
 */
export function privateHome({ home, path, password }: PrivateHomeOptions): PrivateHome {
  const within = (name: string) => posix.join(home, name);
  const places = {
    HOME: home,
    TMPDIR: within('tmp'),
    XDG_CACHE_HOME: within('cache'),
    XDG_CONFIG_HOME: within('config'),
    XDG_DATA_HOME: within('data'),
    XDG_STATE_HOME: within('state'),
    XDG_RUNTIME_DIR: within('run'),
    BORG_BASE_DIR: within('borg'),
    RESTIC_CACHE_DIR: within('cache/restic'),
    RCLONE_CACHE_DIR: within('cache/rclone'),
  };
  return {
    folders: [...new Set(Object.values(places))],
    env: {
      ...places,
      PATH: path,
      // Names that are no UTF-8 get through all tools with it: test/benchmark/tools/hostile-names.
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      RESTIC_PASSWORD: password,
      BORG_PASSPHRASE: password,
      BORG_RELOCATED_REPO_ACCESS_IS_OK: 'yes',
      BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK: 'yes',
      // Empty: no configuration but what the environment says.
      RCLONE_CONFIG: '',
    },
  };
}
