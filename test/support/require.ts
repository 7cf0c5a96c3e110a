import { spawnSync } from 'node:child_process';

interface Program {
  readonly path: string;
  /** Arguments with which the program ends with 0 when it can do what the tests want of it. */
  readonly check: readonly string[];
  readonly install: string;
  /** Whether it hangs on the kernel of the machine, so that no CI can promise it. */
  readonly hangsOnKernel?: true;
}

/** What some tests need beyond Node; each can be left out on a developer's machine, never in CI. */
export const PROGRAMS = {
  chromium: {
    path: process.env.BACKCAST_CHROMIUM ?? '/usr/bin/chromium',
    check: ['--version'],
    install: 'apt-get install chromium, or set BACKCAST_CHROMIUM to its path',
  },
  simpy: {
    path: '/usr/bin/python3',
    check: ['-c', 'import SimPy.Simulation'],
    install: 'apt-get install python3-simpy',
  },
  sshd: {
    path: '/usr/sbin/sshd',
    check: ['-V'],
    install: 'apt-get install openssh-server openssh-client',
  },
  mount: {
    path: 'unshare',
    check: ['--mount', '--', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'],
    install: 'run as root, where file systems may be mounted',
  },
  ceph: {
    path: 'radosgw-admin',
    check: ['--version'],
    install: 'apt-get install ceph-mon ceph-osd radosgw ceph-common',
  },
  networkNamespace: {
    path: 'unshare',
    check: [
      '--net',
      '--',
      ...'tc qdisc add dev lo root tbf rate 1mbit burst 9kb latency 1s'.split(' '),
    ],
    install: 'apt-get install iproute2, and run as root on a kernel with sch_tbf and veth',
    hangsOnKernel: true,
  },
  tmpfs: {
    path: 'unshare',
    check: ['--mount', '--', ...'mount -t tmpfs -o size=1m none /tmp'.split(' ')],
    install: 'apt-get install util-linux, and run as root where mounting is allowed',
    hangsOnKernel: true,
  },
  tar: {
    path: 'tar',
    // Other tars know no incremental archives.
    check: ['--listed-incremental=/dev/null', '--version'],
    install: 'apt-get install tar, or brew install gnu-tar with its gnubin folder in PATH',
  },
  gzip: { path: 'gzip', check: ['--version'], install: 'apt-get install gzip' },
  zstd: { path: 'zstd', check: ['--version'], install: 'apt-get install zstd' },
  rsync: {
    path: 'rsync',
    check: ['--modify-window=-1', '--version'],
    install: 'apt-get install rsync, or brew install rsync',
  },
  restic: { path: 'restic', check: ['version'], install: 'apt-get install restic' },
  borg: { path: 'borg', check: ['--version'], install: 'apt-get install borgbackup' },
  rclone: { path: 'rclone', check: ['version'], install: 'apt-get install rclone' },
  time: {
    path: '/usr/bin/time',
    check: ['-o', '/dev/null', '-f', '%U %S %M', 'true'],
    install: 'apt-get install time',
  },
  setpriv: {
    path: '/usr/bin/setpriv',
    check: ['--pdeathsig', 'KILL', '--', 'true'],
    install: 'apt-get install util-linux',
  },
} as const satisfies Record<string, Program>;

/** For the test of this file; everyone else leaves them out. */
interface Circumstances {
  readonly path?: string;
  readonly ci?: boolean;
  readonly say?: (line: string) => void;
}

/**
 * Whether a program that a test needs is there. Where it is not, the reader is told on standard
 * error what was skipped and how to get it; in CI, where a skipped test would look like a passed
 * one, it fails instead; what hangs on the kernel is announced there too.
 *
 * @param test says what is skipped, e.g. `the page in a browser`.
 * @throws in CI (CI=true) when the program is missing.
 *
 * @example
 * describe.skipIf(!available('chromium', 'the page in a browser'))('the page', () => { … })
 */
export function available(
  name: keyof typeof PROGRAMS,
  test: string,
  circumstances: Circumstances = {},
): boolean {
  const program: Program = PROGRAMS[name];
  const path = circumstances.path ?? program.path;
  const { status, error } = spawnSync(path, program.check, { stdio: 'ignore', timeout: 60_000 });
  if (status === 0) return true;
  const why = error ? `${path} cannot be run` : `${path} ${program.check.join(' ')} failed`;
  const line = `SKIPPED: ${test}, because ${name} is missing (${why}); install with: ${program.install}`;
  if (!program.hangsOnKernel && (circumstances.ci ?? process.env.CI === 'true')) {
    throw new Error(`${line} (in CI nothing may be skipped)`);
  }
  const say = circumstances.say ?? ((text: string) => process.stderr.write(text));
  say(`${line}\n`);
  return false;
}
