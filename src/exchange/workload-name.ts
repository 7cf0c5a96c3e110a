const NAME = /^[\p{L}][\p{L}\p{N}_-]{0,63}$/u;

/** Words that YAML readers take for something else than text. */
const RESERVED = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** Whether a scenario can call a workload so: a letter, then letters, digits, `_` or `-`. */
export const isWorkloadName = (name: string): boolean =>
  NAME.test(name) && !RESERVED.has(name.toLowerCase());

/**
 * Makes a workload's name of a folder's name.
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
