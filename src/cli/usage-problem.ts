import type { CommanderError } from 'commander';
import { type Problem, visible } from '../problem.ts';

/**
 * Turns what commander says of a wrong command line into a problem: its suggestion, or what it
 * says may be written, becomes the hint.
 *
 * @param command the command that was called, where it is known.
 * @param argv what was written, to tell which option took the file that is missing.
 * @example
 * // error: unknown option '--jsn'\n(Did you mean --json?)
 * // { path: '', message: "unknown option '--jsn'", hint: 'did you mean --json?' }
 */
export function usageProblem(
  error: CommanderError,
  command?: string,
  argv: readonly string[] = [],
): Problem {
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
  return { path: '', message, hint: HINTS[error.code]?.(argv) ?? help };
}

/** What is likely to have gone wrong where there are too few or too many arguments. */
const HINTS: Readonly<Record<string, (argv: readonly string[]) => string | undefined>> = {
  'commander.missingArgument': takenFor,
  'commander.excessArguments': severalFor,
};

/** That an option took the file for its value, as in `--against plan.yaml`. */
function takenFor(argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex(
    (word, index) => OPTION.test(argv[index - 1] ?? '') && FILE.test(word),
  );
  const [option, file] = [argv[at - 1], argv[at]];
  return option && file
    ? `${option} took ${visible(file)} for its value; write the file before it as well`
    : undefined;
}

/** That an option is followed by several values, as in `--details window gaps`. */
function severalFor(argv: readonly string[]): string | undefined {
  const at = argv.findIndex(
    (word, index) => OPTION.test(word) && argv.slice(index + 1, index + 3).every(isValue),
  );
  const option = argv[at];
  if (option === undefined || argv.length < at + 3) return undefined;
  const [one, two] = argv.slice(at + 1, at + 3).map((word) => visible(word));
  return REPEATED.has(option)
    ? `write ${option} before each: ${option} ${one} ${option} ${two}`
    : `write one value after ${option}, several with commas where it takes a list: ${option} ${one},${two}`;
}

const OPTION = /^--[a-z-]+$/;
const FILE = /\.(ya?ml|json)$/i;
/** Options that are given again for a further value. */
const REPEATED: ReadonlySet<string> = new Set(['--set', '--over', '--data', '--rpo', '--rto']);

const isValue = (word: string): boolean => !word.startsWith('-') && !FILE.test(word);
