import type { Command } from 'commander';
import { jsonText } from '../escape.ts';
import { counted } from './counted.ts';
import type { Frame } from './frame.ts';
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
        await frame.result(
          frame.json
            ? jsonText({ format: 'backcast/check/1', problems: [], hash, ...counts })
            : inWords(counts),
        );
        return 0;
      }),
    );
}

function inWords(counts: {
  readonly workloads: number;
  readonly stores: number;
  readonly strategies: number;
  readonly defaults: number;
}): string {
  const parts = [
    counted(counts.workloads, 'workload'),
    counted(counts.stores, 'store'),
    counted(counts.strategies, 'strategy', 'strategies'),
  ];
  return `no problems: ${parts.join(', ')}; ${counted(counts.defaults, 'default')} used\n`;
}
