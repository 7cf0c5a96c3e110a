import { spawnSync } from 'node:child_process';

/**
 * Whether a test may mount something, which only root may, and in many containers not even root.
 * Where it may not, the reader is told what was skipped; CI too is such a place, so it is no failure.
 *
 * @param test says what is skipped, e.g. `a disk that is full`.
 */
export function mayMount(test: string): boolean {
  const may = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0;
  if (!may) process.stderr.write(`SKIPPED: ${test}, because nothing may be mounted here\n`);
  return may;
}
