import type { Summary } from '../../../benchmark/summary.ts';
import { visible } from '../../../problem.ts';
import { format } from '../../../units/dimension.ts';
import { BINARY_SIZE } from '../../../units/dimensions.ts';
import { NO_CLOCK } from '../../result/no-clock.ts';
import { benchmarkTables } from '../../tables/measured/benchmark.ts';
import { blockLines, layoutWidth } from '../text-blocks.ts';
import { PLAIN_STYLE } from '../text-style.ts';
import { wrap } from '../wrap.ts';

/** What a run is and where it ran, as lines no wider than asked. */
export function runFacts(
  { plan, machine, measurements, run }: Pick<Summary, 'plan' | 'machine' | 'measurements' | 'run'>,
  width: number,
): readonly string[] {
  const { cpu, cores, memory, fileSystem, device, kernel, virtual } = machine;
  const facts = [
    `run ${run}, plan ${plan.hash.slice(0, 12)}, seed ${plan.seed}; every measurement is in ${visible(measurements, width)}`,
    [
      `${cores} cores of ${cpu ?? 'an unknown processor'}`,
      `${format(BINARY_SIZE, memory)} of memory`,
      `${fileSystem ?? 'unknown file system'} on ${device ?? 'an unknown device'}`,
      `kernel ${kernel}`,
      virtual === 'none' ? 'no virtual machine' : `virtual machine: ${virtual ?? 'unknown'}`,
    ].join(', '),
  ];
  return facts.flatMap((fact) => wrap(fact, width));
}

/** Writes what a run of real backups found as plain text; no line is wider than asked, down to 60. */
export function benchmarkText(summary: Summary, columns?: number): string {
  const width = layoutWidth(columns);
  const lines = [
    ...wrap(visible(summary.plan.name), width),
    ...runFacts(summary, width),
    ...blockLines(benchmarkTables(summary), { width, style: PLAIN_STYLE, clock: NO_CLOCK }),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
