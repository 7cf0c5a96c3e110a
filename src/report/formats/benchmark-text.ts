import type { Summary } from '../../benchmark/summary.ts';
import { visible } from '../../problem.ts';
import { format } from '../../units/dimension.ts';
import { BINARY_SIZE } from '../../units/dimensions.ts';
import { benchmarkTables } from '../tables/benchmark.ts';
import { blockLines, layoutWidth } from './text-blocks.ts';
import { PLAIN_STYLE } from './text-style.ts';
import { wrap } from './wrap.ts';

/** Writes what a run of real backups found as plain text; no line is wider than asked, down to 60. */
export function benchmarkText(summary: Summary, columns?: number): string {
  const width = layoutWidth(columns);
  const { plan, machine, measurements, run } = summary;
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
  const lines = [
    ...wrap(visible(plan.name), width),
    ...facts.flatMap((fact) => wrap(fact, width)),
    // Nothing of a run has a date that people read.
    ...blockLines(benchmarkTables(summary), { width, style: PLAIN_STYLE, clock: (at) => at }),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
