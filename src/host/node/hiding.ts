import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { attempt } from './fault.ts';
import { isWithin } from './place.ts';
import { locate } from './programs.ts';

/** Where programs have their libraries and settings: none of it is hidden. */
const SYSTEM = ['/bin', '/dev', '/etc', '/lib', '/proc', '/run', '/sbin', '/sys', '/tmp', '/usr'];

/**
 * The start of a command line in which a directory is empty to all programs of that line: an empty
 * file system lies over it in a mount namespace of theirs. Empty where the system does not allow
 * that, or where the directory holds the program, or another that it may find.
 *
 * @param program the path of the program that is started.
 * @param searched the value of its PATH.
 */
export function hidingLine(
  directory: string,
  program: string,
  searched: string,
): readonly string[] {
  const real = attempt(() => realpathSync(directory));
  if (!real.ok) return [];
  const needed = [...SYSTEM, process.execPath, ...searched.split(':'), program];
  if (needed.filter(isAbsolute).some((path) => holds(real.value, path))) return [];
  const programs = ['unshare', 'sh', 'mount'].map((name) => locate(name, SYSTEM_PATH, '/'));
  const [unshare, sh, mount] = programs.map((found) => (found.ok ? found.value : undefined));
  if (!unshare || !sh || !mount) return [];
  const start = [unshare, '--mount', '--', sh, '-c', SCRIPT, real.value, mount];
  const tried = spawnSync(unshare, [...start.slice(1), sh, '-c', ':'], {
    stdio: 'ignore',
    timeout: 10_000,
  });
  return tried.status === 0 ? start : [];
}

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';

/** Its first argument is the directory, the second `mount`, then comes the command line. */
const SCRIPT = '"$1" -t tmpfs -o mode=755 none "$0" && shift && exec "$@"';

/** Whether a directory is a path or holds it, by their names as given and as they are resolved. */
function holds(directory: string, path: string): boolean {
  const real = attempt(() => realpathSync(path));
  return [resolve(path), ...(real.ok ? [real.value] : [])].some((one) =>
    isWithin(Buffer.from(directory), Buffer.from(one)),
  );
}
