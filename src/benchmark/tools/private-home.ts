import { posix } from 'node:path';

/** What a private home is made of. */
export interface PrivateHomeOptions {
  /** Absolute path of a directory that belongs to one series. */
  readonly home: string;
  /** The PATH of this process: the only inherited variable. */
  readonly path: string;
  /** Password of the repositories: generated for the run and kept when it is resumed. */
  readonly password: string;
}

/** A private home for the programs of a series: folders that must exist, and an environment. */
export interface PrivateHome {
  readonly folders: readonly string[];
  /** The child's complete environment, apart from what its `Invocation` adds. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The environment of every child of a series and the folders it refers to. Homes, caches,
 * configuration and temporary files lie inside the private home, prompts are answered in advance,
 * and messages and times are the same on all machines. Nothing else of the user's environment is
 * passed on, such as an `AWS_CA_BUNDLE`, with which rclone 1.60 refuses to work.
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
      // With this locale all tools preserve names that are not UTF-8:
      // test/benchmark/tools/hostile-names.
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      RESTIC_PASSWORD: password,
      BORG_PASSPHRASE: password,
      BORG_RELOCATED_REPO_ACCESS_IS_OK: 'yes',
      BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK: 'yes',
      // Empty: no configuration file, only the environment.
      RCLONE_CONFIG: '',
    },
  };
}
