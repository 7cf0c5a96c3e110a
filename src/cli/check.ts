import type { Command } from 'commander';
import type { Frame } from './frame.ts';
import { jsonText } from './json-text.ts';
import { loadScenario } from './load-scenario.ts';

/** `backcast check FILE`: reads a scenario as `simulate` would and prints every problem in it. */
export function define(command: Command, frame: Frame): void {
  command
    .description('Reads a scenario and the files it names, and prints every problem in it.')
    .argument('<file>', 'the scenario (YAML or JSON), or - for standard input')
    .action(
      frame.action(async (file: string) => {
        const { plan, hash } = await loadScenario(frame, file);
        const counts = {
          workloads: plan.workloads.length,
          stores: plan.stores.length,
          strategies: plan.strategies.length,
          defaults: plan.defaults.length,
        };
        const words = Object.entries(counts).map(([what, number]) => `${number} ${what}`);
        await frame.result(
          frame.json
            ? jsonText({ format: 'backcast/check/1', problems: [], hash, ...counts })
            : `no problems: ${words.join(', ').replace(/, (\d+ defaults)$/, '; $1 used')}\n`,
        );
        return 0;
      }),
    );
}
