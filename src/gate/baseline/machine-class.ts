import type { Opening } from '../../benchmark/measurement.ts';

/** Names of folders are no longer than this. */
const LONGEST = 120;

/**
 * The class of a machine: what moves speeds and stays the same from one to the next of a kind, as a
 * name for a folder. Its kernel is no part of it, as that changes under the same machine.
 *
 * @example
 * machineClass(opening.machine) // 'intel-xeon-8370c-2-cores-8-gib-ext4'
 */
export function machineClass({
  cpu,
  cores,
  memory,
  fileSystem,
}: Pick<Opening['machine'], 'cpu' | 'cores' | 'memory' | 'fileSystem'>): string {
  const gib = Math.max(1, Math.round(memory / 2 ** 30));
  const text = `${cpu ?? 'unknown'} ${cores} cores ${gib} gib ${fileSystem ?? ''}`;
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(-LONGEST);
}
