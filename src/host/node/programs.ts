import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { Outcome } from '../outcome.ts';
import { attempt, fault } from './fault.ts';

/**
 * Finds a program: a name is searched for as a shell would, a path is used as it is.
 *
 * @param searched the value of PATH.
 * @param cwd the base of relative paths.
 */
export function locate(program: string, searched: string, cwd: string): Outcome<string> {
  if (program.includes('/')) {
    const path = resolve(cwd, program);
    const usable = attempt(() => accessSync(path, constants.X_OK));
    if (!usable.ok) return usable;
    return isFile(path) ? { ok: true, value: path } : fault('EACCES');
  }
  const found = searched
    .split(delimiter)
    .map((folder) => join(resolve(cwd, folder), program))
    .find((path) => attempt(() => accessSync(path, constants.X_OK)).ok && isFile(path));
  return found === undefined ? fault('ENOENT') : { ok: true, value: found };
}

const isFile = (path: string): boolean => {
  const stats = attempt(() => statSync(path).isFile());
  return stats.ok && stats.value;
};

/** See `Processes.find`. */
export function find(program: string): string | undefined {
  const found = locate(program, process.env.PATH ?? '', process.cwd());
  return found.ok ? found.value : undefined;
}
