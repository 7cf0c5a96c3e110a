const NAME = /^[\p{L}][\p{L}\p{N}_-]{0,63}$/u;

/** Words that YAML readers do not take for text. */
const RESERVED = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** Whether a scenario accepts a workload name: a letter, then letters, digits, `_` or `-`. */
export const isWorkloadName = (name: string): boolean =>
  NAME.test(name) && !RESERVED.has(name.toLowerCase());

/**
 * Derives a workload name from a folder path; `observed` if the folder's name yields none.
 *
 * @example
 * workloadName('/srv/Data & Co') // 'data-co'
 */
export function workloadName(path: string): string {
  const folder = path.split('/').findLast((part) => part !== '') ?? '';
  const name = folder
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^[^\p{L}]+|-+$/gu, '')
    .slice(0, 64);
  return isWorkloadName(name) ? name : 'observed';
}
