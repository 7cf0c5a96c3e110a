import { Argument, Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { type Completed, completionScript, SHELLS, type Shell } from './scripts.ts';

/** Options that every command takes. */
const GLOBAL = ['--json', '--output', '--quiet', '--help'];

/** A command as the table of commands lists it. */
interface Listed {
  readonly name: string;
  readonly summary: string;
  readonly hidden?: true;
  load(): Promise<{
    define(command: Command, context: CommandContext, commands: readonly Listed[]): void;
  }>;
}

/** `backcast completion SHELL`: the script that makes a shell complete. */
export function define(
  command: Command,
  context: CommandContext,
  commands: readonly Listed[],
): void {
  command
    .description('Prints a script with which a shell completes commands and options.')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .action(
      context.action(async (shell: Shell) => {
        await context.result(completionScript(shell, await completed(context, commands)));
        return 0;
      }),
    );
}

async function completed(
  context: CommandContext,
  commands: readonly Listed[],
): Promise<readonly Completed[]> {
  const shown = commands.filter(({ hidden }) => hidden !== true);
  return Promise.all(
    shown.map(async ({ name, summary, load }) => {
      const command = new Command(name);
      (await load()).define(command, context, commands);
      const options = [command, ...command.commands].flatMap((one) =>
        one.options.flatMap(({ long }) => long ?? []),
      );
      const words = command.commands.map((one) => one.name());
      return { name, summary, options: [...words, ...new Set([...options, ...GLOBAL])] };
    }),
  );
}
