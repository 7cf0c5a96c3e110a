import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BACKCAST = fileURLToPath(new URL('../../bin/backcast.js', import.meta.url));
const USAGE = new URL('report-usage.js', import.meta.url).href;

/** Runs Node and returns the seconds that took. */
export function timeNode(args) {
  const from = performance.now();
  const { error } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (error) throw error;
  return (performance.now() - from) / 1000;
}

/** Runs backcast with nothing beside it and returns the seconds that took. */
export const timeBackcast = (args) => timeNode([BACKCAST, ...args]);

/**
 * Runs backcast, or another build of it, and returns its seconds, those that its threads ran (`cpu`),
 * and the most memory it held (MB).
 *
 * @throws where it ends with anything but 0, or 3: finished, but a promise of the scenario is broken.
 */
export function measureBackcast(args, program = BACKCAST) {
  const from = performance.now();
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', USAGE, program, ...args],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  );
  const seconds = (performance.now() - from) / 1000;
  if (status !== 0 && status !== 3) throw new Error(`backcast ${args.join(' ')}: ${stderr}`);
  return { seconds, ...JSON.parse(output[3]) };
}
