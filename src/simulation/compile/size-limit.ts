import { mean } from '../../random/distribution.ts';
import type { Workload } from '../../scenario/scenario.ts';
import { exact } from '../../units/dimension.ts';
import { SIZE } from '../../units/dimensions.ts';
import type { GrowthPlan } from '../plan/workload.ts';
import type { CompileLog } from './compile-log.ts';
import type { Timeline } from './triggers.ts';

const [, LARGEST] = SIZE.range;
const BEYOND = `more than ${exact(SIZE, LARGEST)}, which is too large`;

/** What a workload can derive its size from. */
const SOURCES = ['checkpoints', 'vectors', 'tokens'] as const;

/**
 * Reports a workload that is, or grows to be, larger than any size that a file may state, with each
 * uncertain input at its mean. The engine limits what trials draw beyond.
 */
export function reportTooLarge(
  { parameters, problems }: CompileLog,
  path: string,
  declared: Workload,
  { size: parameter, growth }: { readonly size: number; readonly growth: GrowthPlan },
  { start, end }: Timeline,
): void {
  const meanOf = (index: number): number => {
    const spec = parameters[index];
    return spec ? mean(spec.distribution) : 0;
  };
  const size = meanOf(parameter);
  if (size > LARGEST) {
    const source = SOURCES.find((field) => declared[field] !== undefined) ?? 'size';
    const hint = 'write smaller numbers';
    problems.push({ path: `${path}.${source}`, message: `comes to ${BEYOND}`, hint });
    return;
  }
  if (growth.kind === 'none') return;
  const rate = meanOf(growth.rate);
  const atEnd =
    growth.kind === 'append'
      ? size + rate * (end - start)
      : size * Math.exp((Math.log1p(rate * growth.period) * (end - start)) / growth.period);
  if (atEnd <= LARGEST) return;
  const appends = declared.growth === undefined ? 'tokens' : 'growth';
  const hint = 'write a smaller growth or a shorter horizon';
  problems.push({ path: `${path}.${appends}`, message: `grows to ${BEYOND}`, hint });
}
