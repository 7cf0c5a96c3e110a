/** A program that tests may need beyond Node, `sh` and what every system has to handle files. */
export interface Program {
  /** Its names, or its path; of all in PATH, the first that passes the check is taken. */
  readonly names: readonly string[];
  /**
   * Arguments with which the program ends with 0 when it can do what the tests want of it. Without
   * them it is enough that it is there.
   */
  readonly check?: readonly string[];
  /** Programs that are used along with it, and have to be there too. */
  readonly along?: readonly string[];
  readonly install: string;
  /** Whether it hangs on the kernel of the machine, so that no CI can promise it. */
  readonly hangsOnKernel?: true;
}

const MOUNT =
  'made=$(mktemp -d) && mount -t tmpfs none "$made" && umount "$made"; did=$?; rmdir "$made"; exit $did';
const CPU_LIMIT =
  'made=/sys/fs/cgroup/cpu/tried-$$ && mkdir $made && echo 10000 > $made/cpu.cfs_quota_us; did=$?; rmdir $made; exit $did';
const CGROUP =
  'at=$(sed -n "s/^[^ ]* [^ ]* [^ ]* \\/ \\([^ ]*\\) .* - cgroup2 .*/\\1/p" /proc/self/mountinfo | head -n 1) && in=$(sed -n "s/^0:://p" /proc/self/cgroup) && mkdir "$at$in/backcast-$$" && rmdir "$at$in/backcast-$$"';
const SLOW_LINE =
  'ip link add near type veth peer name far && tc qdisc add dev lo root tbf rate 1mbit burst 9kb latency 1s';

/** What some tests need beyond Node; each can be left out on a developer's machine, never in CI. */
export const PROGRAMS = {
  chromium: {
    names: [process.env.BACKCAST_CHROMIUM ?? 'chromium'],
    check: ['--version'],
    install: 'apt-get install chromium, or set BACKCAST_CHROMIUM to its path',
  },
  simpy: {
    names: ['python3'],
    check: ['-c', 'import SimPy.Simulation'],
    install: 'apt-get install python3-simpy',
  },
  sshd: {
    names: ['sshd'],
    check: ['-V'],
    along: ['ssh', 'ssh-keygen', 'setpriv'],
    install: 'apt-get install openssh-server openssh-client util-linux',
  },
  sshKeygen: { names: ['ssh-keygen'], install: 'apt-get install openssh-client' },
  ceph: {
    names: ['radosgw-admin'],
    check: ['--version'],
    along: ['ceph', 'ceph-mon', 'ceph-osd', 'monmaptool', 'radosgw', 'setpriv'],
    install: 'apt-get install ceph-mon ceph-osd radosgw ceph-common util-linux',
  },
  mount: {
    names: ['unshare'],
    check: ['--mount', '--', 'sh', '-c', MOUNT],
    install: 'apt-get install util-linux mount, and run as root where mounting is allowed',
    hangsOnKernel: true,
  },
  cgroup: {
    names: ['sh'],
    check: ['-c', CGROUP],
    along: ['sed'],
    install: 'run as root where cgroups of version 2 may be made',
    hangsOnKernel: true,
  },
  networkNamespace: {
    names: ['unshare'],
    check: ['--net', '--', 'sh', '-c', SLOW_LINE],
    along: ['nsenter'],
    install:
      'apt-get install iproute2 util-linux, and run as root on a kernel with sch_tbf and veth',
    hangsOnKernel: true,
  },
  tar: {
    names: ['tar'],
    // Other tars know no incremental archives.
    check: ['--listed-incremental=/dev/null', '--version'],
    install: 'apt-get install tar, or brew install gnu-tar with its gnubin folder in PATH',
  },
  bash: { names: ['bash'], check: ['--version'], install: 'apt-get install bash' },
  groff: { names: ['groff'], check: ['--version'], install: 'apt-get install groff-base' },
  gzip: { names: ['gzip'], check: ['--version'], install: 'apt-get install gzip' },
  zstd: { names: ['zstd'], check: ['--version'], install: 'apt-get install zstd' },
  rsync: {
    names: ['rsync'],
    check: ['--modify-window=-1', '--version'],
    install: 'apt-get install rsync, or brew install rsync',
  },
  restic: { names: ['restic'], check: ['version'], install: 'apt-get install restic' },
  borg: { names: ['borg'], check: ['--version'], install: 'apt-get install borgbackup' },
  rclone: { names: ['rclone'], check: ['version'], install: 'apt-get install rclone' },
  fio: { names: ['fio'], check: ['--version'], install: 'apt-get install fio' },
  time: {
    names: ['time', 'gtime'],
    check: ['-o', '/dev/null', '-f', '%U %S %M', 'true'],
    install: 'apt-get install time',
  },
  setpriv: {
    names: ['setpriv'],
    check: ['--pdeathsig', 'KILL', '--', 'true'],
    install: 'apt-get install util-linux',
  },
  taskset: { names: ['taskset'], check: ['1', 'true'], install: 'apt-get install util-linux' },
  cpuLimit: {
    names: ['sh'],
    check: ['-c', CPU_LIMIT],
    install: 'run as root where control groups (cgroup v1, cpu) may be made',
    hangsOnKernel: true,
  },
  findmnt: { names: ['findmnt'], install: 'apt-get install util-linux' },
  lsblk: { names: ['lsblk'], install: 'apt-get install util-linux' },
  sed: { names: ['sed'], install: 'apt-get install sed' },
  git: { names: ['git'], check: ['--version'], install: 'apt-get install git' },
  hyperfine: {
    names: ['hyperfine'],
    check: ['--version'],
    install: 'apt-get install hyperfine',
  },
  mkfifo: { names: ['mkfifo'], install: 'apt-get install coreutils' },
} as const satisfies Record<string, Program>;

/** A name of one of them. */
export type ProgramName = keyof typeof PROGRAMS;
