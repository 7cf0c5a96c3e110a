import { Command } from 'commander';
import type { Host } from '../host/host.ts';
import type { CommandEntry } from './commands.ts';

const EXIT_CODES = `Exit codes:
  0    fine
  1    a bug in backcast
  2    problems to fix, in a file or on the command line
  3    finished, but a promise is broken, such as: no strategy meets every objective
  4    finished, but gate cannot tell
  70   a fault of backcast: a figure that cannot be
  130  stopped by Ctrl-C (SIGINT)
  143  stopped by SIGTERM`;

/**
 * The program without its commands: what it is, what every command understands, examples and exit
 * codes. `tell` gets what commander would print on standard error.
 */
export function newProgram(
  host: Host,
  commands: readonly CommandEntry[],
  tell: (text: string) => void,
): Command {
  return new Command('backcast')
    .description(
      'Plan backups: simulate strategies, see what fits, what it stores, how it restores.',
    )
    .option('--json', 'print the result, or the problems, as JSON')
    .option('--output <file>', 'write the result to a file, whole or not at all')
    .option('--quiet', 'no progress and no notes on standard error')
    .option('-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: tell,
      outputError: () => undefined,
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', `\n${examples(commands)}\n\n${EXIT_CODES}`);
}

/** Adds a command to the program, as a name, a line and an example; its file defines the rest. */
export function nameCommand(program: Command, entry: CommandEntry): Command {
  return program
    .command(entry.name, { hidden: entry.hidden === true })
    .summary(entry.summary)
    .description(entry.summary)
    .addHelpText('after', `\nExample:\n  backcast ${entry.example}`);
}

const examples = (commands: readonly CommandEntry[]): string =>
  [
    'Examples:',
    ...commands.flatMap(({ example, hidden }) => (hidden ? [] : `  backcast ${example}`)),
  ].join('\n');
