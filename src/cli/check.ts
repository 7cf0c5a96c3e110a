import type { Command } from 'commander';
import { isPlan } from '../benchmark/is-plan.ts';
import { jsonText } from '../escape.ts';
import type { CommandContext } from './command-context.ts';
import { counted } from './counted.ts';
import type { Input } from './input.ts';
import { loadScenario } from './load-scenario.ts';
import { placingProblems } from './placing-problems.ts';

/** `backcast check FILE`: reads a scenario or a plan of real backups and prints every problem in it. */
export function define(command: Command, context: CommandContext): void {
  command
    .description(
      'Reads a scenario and the files it names, or a plan for bench, and prints every problem.',
    )
    .argument('<file>', 'the scenario or plan (YAML or JSON), or - for standard input')
    .action(
      context.action(async (file: string) => {
        const input = await context.input(file);
        if (isPlan(input.text)) return checkPlan(context, file, input);
        const { scenario, plan, hash } = await loadScenario(context, file, { input });
        const counts = {
          workloads: plan.workloads.length,
          // Those that nothing uses are not in the plan.
          stores: Object.keys(scenario.stores).length,
          strategies: plan.strategies.length,
          defaults: plan.defaults.length,
        };
        await context.result(
          context.json
            ? jsonText({ format: 'backcast/check/1', problems: [], hash, ...counts })
            : inWords(counts),
        );
        return 0;
      }),
    );
}

async function checkPlan(context: CommandContext, file: string, input: Input): Promise<number> {
  const { loadPlan } = await import('./bench/load-plan.ts');
  const { plan, hash, leftOut } = await placingProblems(input, () =>
    loadPlan(context, file, { input }),
  );
  const counts = {
    datasets: plan.datasets.length,
    tools: plan.tools.length,
    targets: plan.targets.length,
    repetitions: plan.repetitions,
  };
  const lines = [
    `no problems: ${counted(counts.datasets, 'dataset')}, ${counted(counts.tools, 'tool')}, ${counted(counts.targets, 'target')}, ${counted(counts.repetitions, 'repetition')}`,
    ...leftOut.map(({ what, because }) => `left out: ${what}: ${because}`),
  ];
  await context.result(
    context.json
      ? jsonText({ format: 'backcast/check/1', problems: [], hash, ...counts, leftOut })
      : `${lines.join('\n')}\n`,
  );
  return 0;
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
