import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pressure } from '../../scheduling.ts';
import { attempt } from '../fault.ts';
import { mountPoints } from '../mounts.ts';
import { readPressure } from './pressure.ts';

/** What the kernel counts of a control group (cgroup v2): of all programs that were ever in it. */
export interface GroupUsage {
  /** Processor seconds, to the microsecond. */
  readonly user: number;
  readonly system: number;
  /** Null where the kernel counts no waits by group. */
  readonly pressure: Pressure | null;
}

/** A control group for one program and its descendants, whose start this process joins it for. */
export interface StepGroup {
  /** Takes this process out again; call it as soon as the program has been started. */
  leave(): Promise<void>;
  /** What the programs of the group have used; null if that cannot be told. */
  usage(): GroupUsage | null;
  /** Removes the group; one in which something still runs is removed at the next start. */
  remove(): void;
}

const PREFIX = 'backcast-';

let parent: string | null | undefined;
let serial = 0;
/** Resolves when nobody is in a group: this process can be in one at a time. */
let vacant: Promise<void> = Promise.resolve();

/**
 * Makes a control group and moves this process into it, so that a program started next is in it
 * from its first instant; moving a program that already runs takes milliseconds that would be
 * missed. What this process itself uses meanwhile is subtracted.
 *
 * @returns null where no group can be made: on other systems, with the older cgroup v1 alone, and
 *   for users whose session has not been given its group.
 */
export async function enterGroup(): Promise<StepGroup | null> {
  parent ??= usableParent();
  if (parent === null) return null;
  const before = vacant;
  let vacate = () => {};
  vacant = new Promise((resolve) => {
    vacate = resolve;
  });
  await before;
  const group = parent === null ? null : entered(parent, vacate);
  if (!group) vacate();
  return group;
}

function entered(home: string, vacate: () => void): StepGroup | null {
  const folder = join(home, `${PREFIX}${process.pid}-${serial++}`);
  if (!attempt(() => mkdirSync(folder)).ok) return null;
  const moved = attempt(() => writeFileSync(join(folder, 'cgroup.procs'), String(process.pid)));
  if (moved.ok) return groupAt(folder, join(home, 'cgroup.procs'), vacate);
  attempt(() => rmdirSync(folder));
  parent = null;
  return null;
}

function groupAt(folder: string, home: string, vacate: () => void): StepGroup {
  const before = process.cpuUsage();
  let own = { user: 0, system: 0 };
  let hasLeft = false;
  const leave = async (): Promise<void> => {
    try {
      await writeFile(home, String(process.pid));
      hasLeft = true;
    } catch {
      // This process stays in the group, which then counts it too and cannot be used.
      parent = null;
    }
    own = process.cpuUsage(before);
  };
  return {
    leave: () => leave().finally(vacate),
    usage() {
      const read = attempt(() => readFileSync(join(folder, 'cpu.stat'), 'latin1'));
      const used = read.ok && hasLeft ? readCpuStat(read.value) : undefined;
      if (!used) return null;
      return {
        user: Math.max(0, used.user - own.user / 1e6),
        system: Math.max(0, used.system - own.system / 1e6),
        pressure: readPressure((resource) => join(folder, `${resource}.pressure`)),
      };
    },
    remove: () => {
      attempt(() => rmdirSync(folder));
    },
  };
}

/**
 * Parses `cpu.stat` of a control group into seconds.
 *
 * @example
 * readCpuStat('usage_usec 30\nuser_usec 20\nsystem_usec 10\n') // { user: 2e-5, system: 1e-5 }
 */
export function readCpuStat(
  text: string,
): { readonly user: number; readonly system: number } | undefined {
  const seconds = (name: string): number =>
    Number(new RegExp(`^${name}_usec (\\d+)$`, 'm').exec(text)?.[1]) / 1e6;
  const [user, system] = [seconds('user'), seconds('system')];
  return Number.isNaN(user + system) ? undefined : { user, system };
}

/** The folder of this process's own group, if groups can be made in it. */
function usableParent(): string | null {
  const mount = mountPoints().find(({ kind }) => kind === 'cgroup2');
  const listed = attempt(() => readFileSync('/proc/self/cgroup', 'utf8'));
  const path = listed.ok ? /^0::(\/.*)$/m.exec(listed.value)?.[1] : undefined;
  if (!mount || path === undefined || path.includes('/..')) return null;
  const folder = join(mount.point.toString(), path);
  // Where a part of the hierarchy is mounted, the path leads elsewhere.
  const members = attempt(() => readFileSync(join(folder, 'cgroup.procs'), 'latin1'));
  if (!members.ok || !members.value.split('\n').includes(String(process.pid))) return null;
  removeAbandoned(folder);
  return folder;
}

/** Removes the groups of runs that were killed; those in which something runs cannot be removed. */
function removeAbandoned(folder: string): void {
  const names = attempt(() => readdirSync(folder));
  for (const name of names.ok ? names.value : []) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-\\d+$`).exec(name)?.[1];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    attempt(() => rmdirSync(join(folder, name)));
  }
}
