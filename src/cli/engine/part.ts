import type { Command } from 'commander';
import { jsonText } from '../../escape.ts';
import type { CommandContext } from '../command-context.ts';

/** What a part of the command `engine` did, and how much it found wrong. */
export interface Done {
  readonly report: object;
  readonly found: number;
}

/** Adds a part to the command `engine`; `run` gets its arguments and options. */
export type AddPart = <A extends readonly unknown[]>(
  name: string,
  summary: string,
  run: (...given: A) => Promise<Done>,
) => Command;

/** Makes the adder of parts, which print their report as JSON and end with 3 where they found something. */
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
