import type { CommanderError } from 'commander';
import type { Problem } from '../problem.ts';

/**
 * Turns what commander says of a wrong command line into a problem: its suggestion becomes the
 * hint.
 *
 * @example
 * // error: unknown option '--jsn'\n(Did you mean --json?)
 * // { path: '', message: "unknown option '--jsn'", hint: 'did you mean --json?' }
 */
export function usageProblem(error: CommanderError): Problem {
  if (error.code === 'commander.help') {
    return { path: '', message: 'no command was given', hint: 'see "backcast --help"' };
  }
  const [first = '', ...rest] = error.message.split('\n');
  const suggestion = /^\(Did you mean (.*)\?\)$/u.exec(rest.join(' '))?.[1];
  return {
    path: '',
    message: first.replace(/^error: /u, ''),
    hint: suggestion ? `did you mean ${suggestion}?` : 'see "backcast --help"',
  };
}
