import { readdirSync, readFileSync } from 'node:fs';

/**
 * The command lines of all processes that run, words joined by blanks, as Linux lists them. Those
 * that have ended, and wait for their parents to ask, have none any more.
 */
export const commandLines = (): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLine)
    .filter((line) => line !== '');

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trimEnd();
  } catch {
    return '';
  }
}
