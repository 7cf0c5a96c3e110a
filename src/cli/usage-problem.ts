import type { CommanderError } from 'commander';
import type { Problem } from '../problem.ts';

/**
 * Turns what commander says of a wrong command line into a problem: its suggestion, or what it
 * says may be written, becomes the hint.
 *
 * @param command the command that was called, where it is known.
 * @example
 * // error: unknown option '--jsn'\n(Did you mean --json?)
 * // { path: '', message: "unknown option '--jsn'", hint: 'did you mean --json?' }
 */
export function usageProblem(error: CommanderError, command?: string): Problem {
  const help = `see "${['backcast', ...(command ? [command] : []), '--help'].join(' ')}"`;
  if (error.code === 'commander.help') {
    return { path: '', message: 'no command was given', hint: help };
  }
  const [first = '', ...rest] = error.message.split('\n');
  const message = first.replace(/^error: /u, '').replace(/\.$/u, '');
  const suggestion = /^\(Did you mean (.*)\?\)$/u.exec(rest.join(' '))?.[1];
  if (suggestion) return { path: '', message, hint: `did you mean ${suggestion}?` };
  const [, invalid, allowed] = /^(.* is invalid)\. (.+)$/u.exec(message) ?? [];
  if (invalid && allowed) {
    return { path: '', message: invalid, hint: allowed.replace(/^A/u, 'a') };
  }
  return { path: '', message, hint: help };
}
