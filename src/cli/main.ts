import { type Command, CommanderError } from 'commander';
import { nearest } from '../catalog/suggest.ts';
import { jsonText } from '../escape.ts';
import type { Host } from '../host/host.ts';
import { type Problem, ProblemsFound } from '../problem.ts';
import { ImpossibleResult } from '../report/result/impossible-result.ts';
import { type GlobalOptions, newCommandContext } from './command-context.ts';
import { COMMANDS, type CommandEntry } from './commands.ts';
import { nameCommand, newProgram } from './program.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { usageProblem } from './usage-problem.ts';

const PLEASE = 'Please report it, with the lines below:';
const REPORT = `This is a bug in backcast. ${PLEASE}`;

/**
 * Runs one command line and gives its exit code. `argv` starts after the program's name.
 *
 * @example
 * await main(['check', 'plan.yaml', '--json'], host) // 0, or 2 with the problems printed
 */
export async function main(
  argv: readonly string[],
  host: Host,
  commands: readonly CommandEntry[] = COMMANDS,
): Promise<number> {
  const terminal = openTerminal(host);
  // What commander would print on standard error; `explain` decides whether it is shown.
  const reported: string[] = [];
  const program = newProgram(host, commands, (text) => reported.push(text));
  let command: string | undefined;
  try {
    // Commander knows which arguments are values, such as that of --output, and which are options.
    const { operands } = program.parseOptions([...argv]);
    command = commands.find(({ name }) => name === operands[0])?.name;
    refuseUnknown(operands[0], commands);
    if (program.opts().version === true) return await printVersion(host);
    return await run(program, argv, { host, terminal, commands });
  } catch (error) {
    terminal.clear();
    const json = program.opts<GlobalOptions>().json === true;
    return await explain(error, reported.join(''), { host, terminal, json, command, argv });
  }
}

/** Commander would answer a request for help with a command that it does not know. */
function refuseUnknown(name: string | undefined, commands: readonly CommandEntry[]): void {
  if (name === undefined || name === 'help') return;
  const names = commands.flatMap((entry) => (entry.hidden ? [] : [entry.name]));
  if (commands.some((entry) => entry.name === name)) return;
  const [likely] = nearest(name, names);
  const hint = likely ? `did you mean ${likely}?` : `see "backcast --help"`;
  throw new ProblemsFound([{ path: '', message: `unknown command '${name}'`, hint }]);
}

interface Surroundings {
  readonly host: Host;
  readonly terminal: Terminal;
  readonly commands: readonly CommandEntry[];
}

async function run(
  program: Command,
  argv: readonly string[],
  { host, terminal, commands }: Surroundings,
): Promise<number> {
  let code = 0;
  const context = newCommandContext(
    host,
    terminal,
    () => program.opts<GlobalOptions>(),
    (given) => {
      code = given;
    },
  );
  for (const entry of commands) {
    const command = nameCommand(program, entry);
    // The others stay a name and a line, so that nothing is read that is not used.
    if (argv.includes(entry.name)) (await entry.load()).define(command, context, commands);
  }
  await program.parseAsync([...argv], { from: 'user' });
  return code;
}

async function printVersion(host: Host): Promise<number> {
  const { version } = await import('./version.ts');
  host.stdout.write(`${await version(host)}\n`);
  return 0;
}

/** Prints whatever ended a run before its time, and gives the exit code for it. */
async function explain(
  error: unknown,
  reported: string,
  to: {
    readonly host: Host;
    readonly terminal: Terminal;
    readonly json: boolean;
    readonly command: string | undefined;
    readonly argv: readonly string[];
  },
): Promise<number> {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const problems = problemsOf(error, to);
  if (problems) {
    if (reported && !to.json && isBareCall(error)) to.host.stderr.write(reported);
    else {
      const { printProblems } = await import('./print-problems.ts');
      printProblems(problems, to);
    }
    return 2;
  }
  if (error instanceof ImpossibleResult) return explainFaults(error.faults, to);
  if (to.json) {
    const message = error instanceof Error ? error.message : String(error);
    to.host.stdout.write(jsonText({ format: 'backcast/bug/1', message }));
  }
  to.terminal.line(to.terminal.red(REPORT));
  to.terminal.line(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}

/** Prints the figures that cannot be, and gives the exit code for them: EX_SOFTWARE of sysexits.h. */
function explainFaults(
  faults: readonly string[],
  to: { readonly host: Host; readonly terminal: Terminal; readonly json: boolean },
): number {
  const message = 'a fault of backcast: figures that cannot be';
  if (to.json) to.host.stdout.write(jsonText({ format: 'backcast/bug/1', message, faults }));
  to.terminal.line(to.terminal.red(`${message.replace('a', 'A')}. ${PLEASE}`));
  for (const fault of faults) to.terminal.line(fault);
  return 70;
}

/** A command line without a command: commander answers with the help. */
const isBareCall = (error: unknown): boolean =>
  error instanceof CommanderError && error.code === 'commander.help';

function problemsOf(
  error: unknown,
  { command, argv }: { readonly command: string | undefined; readonly argv: readonly string[] },
): readonly Problem[] | undefined {
  if (error instanceof ProblemsFound) return error.problems;
  return error instanceof CommanderError ? [usageProblem(error, command, argv)] : undefined;
}
