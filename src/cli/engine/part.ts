import type { Command } from 'commander';
import { jsonText } from '../../escape.ts';
import type { CommandContext } from '../command-context.ts';

/** The report of a subcommand of `engine`, and how many faults it found. */
export interface Done {
  readonly report: object;
  readonly found: number;
}

/** Adds a subcommand to `engine`; `run` gets its arguments and options. */
export type AddPart = <A extends readonly unknown[]>(
  name: string,
  summary: string,
  run: (...given: A) => Promise<Done>,
) => Command;

/**
 * Returns the function that adds subcommands. They print their report as JSON and exit with 3 if
 * `found` is above 0.
 */
export function partsOf(command: Command, context: CommandContext): AddPart {
  return <A extends readonly unknown[]>(
    name: string,
    summary: string,
    run: (...given: A) => Promise<Done>,
  ): Command => {
    const act = context.action<A>((...given) =>
      context.host.heedingSignals(async () => {
        const { report, found } = await run(...given);
        await context.result(jsonText(report));
        return found > 0 ? 3 : 0;
      }),
    );
    return command
      .command(name)
      .description(summary)
      .action((...given) => act(...(given as unknown as A)));
  };
}
